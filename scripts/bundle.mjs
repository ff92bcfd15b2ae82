// The JavaScript of dist/: one file an entry, and chunks/ with what they share or load later.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'rolldown'
import { minify } from 'rolldown/utils'

const entries = {
  cli: 'src/entry/cli/index.ts',
  action: 'src/entry/action/index.ts',
  comment: 'src/entry/action/comment.ts',
  release: 'src/entry/action/release.ts',
  worker: 'src/entry/worker.ts',
  library: 'src/entry/library.ts',
}

const groups = ['workers', 'start', 'pipelines']

/** Writes the bundle of the sources in `top` to `outdir`. Gives the files of which something is left in it: absolute paths. */
export async function bundle(top, outdir) {
  const together = loadedTogether(top)
  const { output } = await build({
    cwd: top,
    input: entries,
    platform: 'node',
    transform: { target: 'node20.19' },
    resolve: { alias: { yaml: path.join(top, 'node_modules/yaml/browser/index.js') } },
    plugins: [
      englishOnly,
      cryptoAtFirstUse,
      withoutExecutables(),
      nativeLibrary(),
      withoutFacades,
      smallPackages,
      together.plugin,
    ],
    // Otherwise comments say where each module lay, which is another place on another machine.
    experimental: { attachDebugInfo: 'none' },
    output: {
      dir: outdir,
      entryFileNames: '[name].js',
      chunkFileNames: (chunk) => `chunks/${chunkName(chunk, top)}.js`,
      // Exports keep their names: letters would be dealt anew when one is added, in all files that import it.
      minifyInternalExports: false,
      comments: false,
      // A file with one character beyond Latin-1 takes Node twice the memory, and longer to read.
      charset: 'ascii',
      codeSplitting: {
        groups: [
          // Packages stand in chunks of their own, so that a change of ours leaves them alone; the smallest go with what needs them.
          {
            name: 'npm',
            test: (file) => inPackage(file) && !small.test(file),
            entriesAware: true,
            entriesAwareMergeThreshold: 2000,
          },
          ...groups.map((name) => ({
            name,
            test: (file) => together[name].has(file),
            minShareCount: 2,
          })),
        ],
      },
    },
  })
  const modules = output.flatMap((chunk) => Object.entries(chunk.modules ?? {}))
  return [...new Set(modules.flatMap(([file, { renderedLength }]) => (renderedLength > 0 ? [file] : [])))]
}

/**
 * Modules that are loaded together, as sets of file names. They stand in one file each, because every file that Node loads takes
 * milliseconds: `workers` is needed by worker processes too, which a benchmark starts by the thousand; `start` by every command, with
 * what is light of the rest; `pipelines` by all that read one.
 */
function loadedTogether(top) {
  const at = (file) => path.join(top, 'src', ...file.split('/'))
  const together = { workers: new Set(), start: new Set(), pipelines: new Set() }
  together.plugin = {
    name: 'loaded-together',
    buildEnd(error) {
      if (error !== undefined) return
      const closure = (starts) => closureOf(starts, (file) => this.getModuleInfo(file)?.importedIds ?? [])
      const loadedLater = (files) =>
        [...files].flatMap((file) => this.getModuleInfo(file)?.dynamicallyImportedIds ?? [])
      const worker = closure([at('entry/worker.ts')])
      const commands = closure([at('entry/cli/index.ts')])
      const pipelines = closure([at('pipeline/load.ts')])
      const all = new Set([...commands, ...pipelines])
      const others = loadedLater(commands).filter((file) => !closure([file]).has(at('pipeline/load.ts')))
      const light = [...closure(others)].filter((file) => ![...closure([file])].some(inPackage))
      const keep = (files) => new Set([...files].filter((file) => all.has(file)))
      together.workers = keep(closure([...worker, ...loadedLater(worker)]))
      together.start = keep([...commands, ...light])
      together.pipelines = pipelines
    },
  }
  return together
}

function closureOf(starts, importsOf) {
  const found = new Set(starts)
  for (const id of found) for (const each of importsOf(id)) found.add(each)
  return found
}

/**
 * A chunk is called after its group, or else after the module that the others in it lead to, which is the last. No hash: a chunk
 * keeps its name when its text changes, and so the files that import it stay as they are. A chunk without modules passes on what others export.
 */
function chunkName({ name, moduleIds, facadeModuleId }, top) {
  if (groups.includes(name)) return name
  return moduleIds.length > 0 ? slug(moduleIds.at(-1), top) : `${slug(facadeModuleId, top)}-facade`
}

const small = /[\\/]node_modules[\\/](?:fastest-levenshtein|semver)[\\/]/

function inPackage(file) {
  return /[\\/]node_modules[\\/]/.test(file)
}

/** `src/onnx/diff/index.ts` becomes `onnx-diff`, and `…/node_modules/yaml/dist/index.js` becomes `npm-yaml-dist`, wherever it lies. */
function slug(file, top) {
  const place = inPackage(file)
    ? `npm/${file.split(/[\\/]node_modules[\\/]/).at(-1)}`
    : path.relative(path.join(top, 'src'), file)
  return place
    .replace(/\.\w+$/, '')
    .replace(/[\\/]index$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-/, '')
}

/** zod brings its messages in fifty languages, half of what `airworthy check` would have to load; we speak one. */
const englishOnly = {
  name: 'english-only',
  load: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ },
    handler: () => "export { default as en } from './en.js'",
  },
}

/** Node takes a while to load its cryptography, and checking a pipeline hashes nothing. */
const cryptoAtFirstUse = {
  name: 'crypto-at-first-use',
  resolveId: {
    filter: { id: /^node:crypto$/ },
    handler: (id, importer) => (inPackage(importer) ? undefined : `\0${id}`),
  },
  load: {
    filter: { id: /^\0node:crypto$/ },
    handler: () =>
      ['createHash', 'createHmac', 'randomBytes', 'randomUUID', 'timingSafeEqual']
        .map(
          (name) =>
            `export function ${name}(...given) { return process.getBuiltinModule('node:crypto').${name}(...given) }`,
        )
        .join('\n'),
  },
}

/**
 * What is loaded later from a chunk that others share gets a chunk of its own that passes on some of its exports. It is left out:
 * whoever loads the shared chunk in its place finds the same exports under the same names, and Node opens one file less.
 */
const withoutFacades = {
  name: 'without-facades',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle)
    for (const facade of chunks) {
      const [, shared] = /^export\s*\{[\w\s,$]*\}\s*from\s*"([^"]+)";?\s*$/.exec(facade.code) ?? []
      if (shared === undefined || /\bas\b/.test(facade.code)) continue
      const loads = (folder, file) => `import("${folder}${path.basename(file)}")`
      for (const chunk of chunks)
        for (const folder of ['./', './chunks/'])
          chunk.code = chunk.code.replaceAll(loads(folder, facade.fileName), loads(folder, shared))
      const left = chunks.find(
        (chunk) => chunk !== facade && chunk.code.includes(`/${path.basename(facade.fileName)}"`),
      )
      if (left !== undefined) throw new Error(`${left.fileName} still loads ${facade.fileName}`)
      delete bundle[facade.fileName]
    }
  },
}

/** Node reads all of a file before it runs any. The code of others is not read here, so it may be small; ours stays as it is. */
const smallPackages = {
  name: 'small-packages',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (!chunk.fileName.startsWith('chunks/npm-')) continue
      const { code, errors } = await minify(chunk.fileName, chunk.code, { module: true, mangle: true, compress: true })
      if (errors.length > 0) throw new Error(`${chunk.fileName}: ${errors[0].message}`)
      chunk.code = code
    }
  },
}

/** commander could start commands that are programs of their own. We have none, and child_process takes long to load. */
function withoutExecutables() {
  return replacing(/[\\/]commander[\\/]lib[\\/]command\.js$/, "const childProcess = require('node:child_process');", '')
}

/**
 * Native code cannot live in a bundle: the JavaScript of onnxruntime-node does, and takes its native library from the folder that
 * the parent of the worker process found.
 */
function nativeLibrary() {
  return replacing(
    /[\\/]onnxruntime-node[\\/]dist[\\/]binding\.js$/,
    'require(`../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`)',
    "require(require('node:path').join(process.env.AIRWORTHY_NATIVE, 'onnxruntime_binding.node'))",
  )
}

/** Puts `ours` for `theirs` in a file of a package. The build fails when the file does not have it once. */
function replacing(id, theirs, ours) {
  let replaced = false
  return {
    name: 'replacing',
    load: {
      filter: { id },
      handler(file) {
        const parts = readFileSync(file, 'utf8').split(theirs)
        if (parts.length !== 2) throw new Error(`${file} does not have once: ${theirs}`)
        replaced = true
        return parts.join(ours)
      },
    },
    buildEnd(error) {
      if (!replaced && error === undefined) throw new Error(`nothing is bundled that matches ${id}`)
    },
  }
}
