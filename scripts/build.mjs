// Bundles the entries into dist/ and writes the type declarations of the library. The same sources give the same bytes on every
// machine: exact lockfile, no paths, no times; ours is not minified.
//   node scripts/build.mjs [OUTPUT_FOLDER] [--js-only | --types-only]
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { isOfLock, pinFile, runtimePin } from './runtime-pin.mjs'
import { licenses } from './third-party.mjs'

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [out = 'dist'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const outdir = path.resolve(top, out)

rmSync(outdir, { recursive: true, force: true })
if (!process.argv.includes('--types-only')) {
  writePin()
  const files = await bundle(top, outdir)
  writeFileSync(path.join(outdir, 'third-party-licenses.txt'), licenses(files, top))
}
if (!process.argv.includes('--js-only')) {
  const { declarations } = await import('./declarations.mjs')
  mkdirSync(outdir, { recursive: true })
  declarations(top, path.join(outdir, 'library.d.ts'))
}

/** Left alone when it is right, so that a build for a test changes nothing that others read, nor hashes 300 MB. */
function writePin() {
  const file = path.join(top, pinFile)
  if (!existsSync(file) || !isOfLock(readFileSync(file, 'utf8'), top)) writeFileSync(file, runtimePin(top))
}
