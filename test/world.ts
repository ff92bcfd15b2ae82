import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { World } from '../src/core/world.ts'
import { createWorld, type WorldOptions } from '../src/world/index.ts'

/** Where `test/build-workers.ts` put the bundle of the sources under test. */
export const bundle: string = process.env['AIRWORTHY_TEST_BUILD'] ?? ''

/** The script of worker processes in it. */
export const workerScript: string = path.join(bundle, 'worker.js')

/** The real world in a temporary folder of its own, removed when the test is finished. */
export async function testWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  const cwd = await realpath(await mkdtemp(path.join(tmpdir(), 'airworthy-test-')))
  const world = createWorld({
    cwd,
    env: { ...process.env },
    workerScript,
    trust: { level: 'trusted', why: 'a test' },
    event: 'local',
    ...options,
  })
  onTestFinished(() => world.files.remove(cwd))
  return world
}
