// Bundles the entries into dist/ and writes the type declarations. The same sources give the same bytes on every machine:
// exact lockfile, no minification, no absolute paths, no times.
//   node scripts/build.mjs [OUTPUT_FOLDER] [--js-only]
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [out = 'dist'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const outdir = path.resolve(top, out)

rmSync(outdir, { recursive: true, force: true })
await build({
  absWorkingDir: top,
  entryPoints: ['cli', 'action', 'worker', 'library'].map((name) => `src/entry/${name}.ts`),
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
  banner: {
    js: "import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);",
  },
})
if (!process.argv.includes('--js-only')) {
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
