import path from 'node:path'
import type { World } from '../src/core/world.ts'
import { createWorld, type WorldOptions } from '../src/world/index.ts'
import { temporaryFolder, testBuild } from './folders.ts'

/** The bundle of the sources under test. */
export const bundle: string = path.join(testBuild, 'dist')

/** The script of worker processes in it. */
export const workerScript: string = path.join(bundle, 'worker.js')

/** The real world in a temporary folder of its own, removed when the test is finished. */
export async function testWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  return createWorld({
    cwd: options.cwd ?? temporaryFolder(),
    env: { ...process.env },
    workerScript,
    trust: { level: 'trusted', why: 'a test' },
    event: 'local',
    ...options,
  })
}

/** The script of workers for which measuring takes no time, and every model a known one: see `test/known-times.mjs`. */
export const knownTimes: string = path.join(testBuild, 'known-times', 'worker.js')

/** The same world, with such workers. */
export function worldOfKnownTimes(): Promise<World> {
  return testWorld({ workerScript: knownTimes })
}
