import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'

/** Bundles the sources under test once per run of the suites, so that the processes that tests start are these sources. */
export default function buildWorkers(): () => void {
  const folder = path.resolve('.build', `test-${process.pid}`)
  process.env['AIRWORTHY_TEST_BUILD'] = folder
  execFileSync(process.execPath, ['scripts/build.mjs', folder, '--js-only'], { stdio: 'inherit' })
  return () => rmSync(folder, { recursive: true, force: true })
}
