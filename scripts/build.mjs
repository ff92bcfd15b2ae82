// Bundles the entries into dist/ and writes the type declarations. The same sources give the same bytes on every machine:
// exact lockfile, no minification, no absolute paths, no times.
//   node scripts/build.mjs [OUTPUT_FOLDER] [--js-only]
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { pinFile, runtimePin } from './runtime-pin.mjs'

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [out = 'dist'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const outdir = path.resolve(top, out)

rmSync(outdir, { recursive: true, force: true })
writePin()
// zod brings its messages in fifty languages, half of what `airworthy check` would have to load; we speak one.
const englishOnly = {
  name: 'english-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
      loader: 'js',
    })),
}

/**
 * Native code cannot live in a bundle: the JavaScript of onnxruntime-node does, and takes its native library from the folder that
 * the parent of the worker process found.
 */
const nativeLibrary = {
  name: 'native-library',
  setup({ onLoad, onEnd }) {
    const changed = new Error('onnxruntime-node loads its native library in another way than this build expects')
    let replaced = false
    onLoad({ filter: /[\\/]onnxruntime-node[\\/]dist[\\/]binding\.js$/ }, ({ path: file }) => {
      const parts = readFileSync(file, 'utf8').split(
        'require(`../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`)',
      )
      if (parts.length !== 2) throw changed
      replaced = true
      return {
        contents: parts.join(
          "require(require('node:path').join(process.env.AIRWORTHY_NATIVE, 'onnxruntime_binding.node'))",
        ),
        loader: 'js',
      }
    })
    onEnd(() => {
      if (!replaced) throw changed
    })
  },
}

const { metafile } = await build({
  absWorkingDir: top,
  entryPoints: {
    cli: 'src/entry/cli/index.ts',
    action: 'src/entry/action/index.ts',
    comment: 'src/entry/action/comment.ts',
    release: 'src/entry/action/release.ts',
    worker: 'src/entry/worker.ts',
    library: 'src/entry/library.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [englishOnly, nativeLibrary],
  banner: {
    js: "import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);",
  },
})
if (!process.argv.includes('--js-only')) {
  writeFileSync(path.join(outdir, 'third-party-licenses.txt'), licenses(bundled(metafile)))
  const tsc = path.join(top, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(
    process.execPath,
    [tsc, '--project', path.join(top, 'tsconfig.types.json'), '--outDir', path.join(outdir, 'types')],
    {
      cwd: top,
      stdio: 'inherit',
    },
  )
}

/** The licences of all packages whose code is in the bundle, as they ask; each text once. Throws when a package has none. */
function licenses(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  )
  const packagesOf = new Map()
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(top, folder, 'package.json'), 'utf8'))
    if (!license) throw new Error(`${name} names no licence`)
    const text = licenseText(path.join(top, folder))
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...packagesOf].map(([text, packages]) => `${[...new Set(packages)].join('\n')}\n\n${text}`)
  return `${parts.sort().join(`\n\n${'─'.repeat(80)}\n\n`)}\n`
}

function licenseText(folder) {
  const own = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  // These name their licence and ship no text of it: it stands in their repository.
  const files = /[\\/]onnxruntime-(node|common)$/.test(folder)
    ? [path.join(top, 'scripts', 'licenses', 'onnxruntime.txt')]
    : own.sort().map((file) => path.join(folder, file))
  return files.map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n')
}

/** Left alone when it is right, so that a build for a test changes nothing that others read. */
function writePin() {
  const file = path.join(top, pinFile)
  const text = runtimePin(path.join(top, 'package-lock.json'))
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

/** The files of which something is left in the bundle. */
function bundled({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  )
  return [...new Set(used.map(([file]) => file))]
}
