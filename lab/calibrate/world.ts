import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { World } from '../../src/core/world.ts'
import { createWorld } from '../../src/world/index.ts'

/** The machine at hand, with workers built from the sources as they are. */
export function worldHere(): World {
  const build = path.resolve('.build', 'calibrate', `bundle-${process.pid}`)
  process.once('exit', () => rmSync(build, { recursive: true, force: true }))
  execFileSync(process.execPath, ['scripts/build.mjs', build, '--js-only'], { stdio: 'inherit' })
  return createWorld({
    cwd: process.cwd(),
    env: process.env,
    workerScript: path.join(build, 'worker.js'),
    trust: { level: 'trusted', why: 'a calibration' },
    event: 'local',
  })
}
