// Bundles the entries into dist/ and writes the type declarations. The same sources give the same bytes on every machine:
// exact lockfile, no minification, no absolute paths, no times.
//   node scripts/build.mjs [OUTPUT_FOLDER] [--js-only]
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [out = 'dist'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const outdir = path.resolve(top, out)

rmSync(outdir, { recursive: true, force: true })
// zod brings its messages in fifty languages, half of what `airworthy check` would have to load; we speak one.
const englishOnly = {
  name: 'english-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
      loader: 'js',
    })),
}

const { metafile } = await build({
  absWorkingDir: top,
  entryPoints: ['cli', 'action', 'comment', 'release', 'worker', 'library'].map((name) => `src/entry/${name}.ts`),
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  // Found at run time by its resolver: native code cannot live in a bundle.
  external: ['onnxruntime-node'],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [englishOnly],
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
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}

/** The files of which something is left in the bundle. */
function bundled({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  )
  return [...new Set(used.map(([file]) => file))]
}
