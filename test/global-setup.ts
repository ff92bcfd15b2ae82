import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What a run of the suites has of its own, and what it takes away again: the bundles of the sources under test, so that the
 * processes that tests start are these sources; and a temporary folder, so that what a test leaves behind fails the run.
 */
export default function setUp(): () => void {
  const build = path.resolve('.build', `test-${process.pid}`)
  const temporary = mkdtempSync(path.join(realpathSync(tmpdir()), 'airworthy-tests-'))
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = temporary
  process.env['AIRWORTHY_TEST_BUILD'] = build
  // Where runs in CI keep their key, and untrusted ones their home.
  process.env['RUNNER_TEMP'] = path.join(build, 'runner')
  const bundle = path.join(build, 'dist')
  execFileSync(process.execPath, ['scripts/build.mjs', bundle, '--js-only'], { stdio: 'inherit' })
  writeKnownTimes(bundle, path.join(build, 'known-times'))
  mkdirSync(path.join(build, 'folders'))
  return () => {
    const left = [temporary, path.join(build, 'folders')].flatMap(leftIn)
    for (const folder of [temporary, build]) rmSync(folder, { recursive: true, force: true })
    if (left.length === 0) return
    // Vitest reports what is thrown here and exits with 0 all the same.
    process.exitCode = 1
    throw new Error(`tests left behind what they made:\n  ${left.join('\n  ')}`)
  }
}

/** The script of workers on whose clock every model takes a known time: see `known-times.mjs`. */
function writeKnownTimes(bundle: string, folder: string): void {
  mkdirSync(folder)
  const parts = [path.resolve('test/known-times.mjs'), path.join(bundle, 'worker.js')].map((file) =>
    pathToFileURL(file),
  )
  writeFileSync(path.join(folder, 'worker.js'), `import '${parts[0]}'\nawait import('${parts[1]}')\n`)
}

/** What is ours: onnxruntime's library leaves `.ses` and `mat-debug-PID.log` in the temporary folder, Chromium other things. */
function leftIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith('airworthy-'))
  return names.map((name) => path.join(folder, name))
}
