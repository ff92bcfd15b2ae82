// The JavaScript of dist/: one file an entry, and chunks/ with what they share or load later.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'rolldown'

const entries = {
  cli: 'src/entry/cli/index.ts',
  action: 'src/entry/action/index.ts',
  comment: 'src/entry/action/comment.ts',
  release: 'src/entry/action/release.ts',
  worker: 'src/entry/worker.ts',
  library: 'src/entry/library.ts',
}

/** Writes the bundle of the sources in `top` to `outdir`. Gives the files of which something is left in it: absolute paths. */
export async function bundle(top, outdir) {
  const { output } = await build({
    cwd: top,
    input: entries,
    platform: 'node',
    transform: { target: 'node20.19' },
    plugins: [englishOnly, nativeLibrary()],
    // Otherwise comments say where each module lay, which is another place on another machine.
    experimental: { attachDebugInfo: 'none' },
    output: {
      dir: outdir,
      entryFileNames: '[name].js',
      chunkFileNames: (chunk) => `chunks/${chunkName(chunk, top)}.js`,
      // Exports keep their names: letters would be dealt anew when one is added, in all files that import it.
      minifyInternalExports: false,
      comments: false,
      // Packages stand in chunks of their own, so that a change of ours leaves them alone.
      codeSplitting: { groups: [{ name: 'npm', test: /[\\/]node_modules[\\/]/, entriesAware: true }] },
    },
  })
  const modules = output.flatMap((chunk) => Object.entries(chunk.modules ?? {}))
  return [...new Set(modules.flatMap(([file, { renderedLength }]) => (renderedLength > 0 ? [file] : [])))]
}

/**
 * A chunk is called after the module that the others in it lead to, which is the last. No hash: a chunk keeps its name when its text
 * changes, and so the files that import it stay as they are. A chunk without modules passes on what others export.
 */
function chunkName({ moduleIds, facadeModuleId }, top) {
  return moduleIds.length > 0 ? slug(moduleIds.at(-1), top) : `${slug(facadeModuleId, top)}-facade`
}

/** `src/onnx/diff/index.ts` becomes `onnx-diff`, and `…/node_modules/yaml/dist/index.js` becomes `npm-yaml-dist`, wherever it lies. */
function slug(file, top) {
  const inPackage = file.split(/[\\/]node_modules[\\/]/).at(-1)
  const place = inPackage === file ? path.relative(path.join(top, 'src'), file) : `npm/${inPackage}`
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

/**
 * Native code cannot live in a bundle: the JavaScript of onnxruntime-node does, and takes its native library from the folder that
 * the parent of the worker process found.
 */
function nativeLibrary() {
  const theirs = 'require(`../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`)'
  const ours = "require(require('node:path').join(process.env.AIRWORTHY_NATIVE, 'onnxruntime_binding.node'))"
  const changed = new Error('onnxruntime-node loads its native library in another way than this build expects')
  let replaced = false
  return {
    name: 'native-library',
    load: {
      filter: { id: /[\\/]onnxruntime-node[\\/]dist[\\/]binding\.js$/ },
      handler(file) {
        const parts = readFileSync(file, 'utf8').split(theirs)
        if (parts.length !== 2) throw changed
        replaced = true
        return parts.join(ours)
      },
    },
    buildEnd(error) {
      if (!replaced && error === undefined) throw changed
    },
  }
}
