import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Where `test/global-setup.ts` put what belongs to this run of the suites. */
export const testBuild: string = process.env['AIRWORTHY_TEST_BUILD'] ?? ''

/** An empty folder for the test that runs, removed when the test is finished. The path has no links in it. */
export function temporaryFolder(): string {
  return removedAfterwards(path.join(realpathSync(tmpdir()), 'airworthy-test-'))
}

/** The same inside of this repository, for what looks for its packages. */
export function folderInRepository(): string {
  return removedAfterwards(path.join(testBuild, 'folders', 'airworthy-test-'))
}

/** An empty folder for all tests of a file, removed when they are finished. Called where the file begins. */
export function folderOfFile(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'airworthy-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

function removedAfterwards(prefix: string): string {
  const folder = mkdtempSync(prefix)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
