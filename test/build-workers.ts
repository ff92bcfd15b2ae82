import { execFileSync } from 'node:child_process'

/** Bundles the sources under test once, so that the worker processes and command lines that tests start are these sources. */
export default function buildWorkers(): void {
  try {
    execFileSync(process.execPath, ['scripts/build.mjs', '.build/test', '--js-only'], { stdio: 'inherit' })
  } catch {
    console.warn('LAYING THE SPINE: the bundle does not build yet; process tests will fail until it does')
  }
}
