import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { World } from '../src/core/world.ts'
import { createWorld, type WorldOptions } from '../src/world/index.ts'

/** The worker script that `test/build-workers.ts` bundles from the sources under test. */
export const workerScript: string = path.resolve('.build/test/worker.js')

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
