import path from 'node:path'
import type { World } from '../core/world.ts'

/** Where Airworthy keeps what it made: the store of files, the cache of stage results, the folders of runs, all that was measured. */
export interface Home {
  readonly folder: string
  readonly store: string
  readonly cache: string
  readonly runs: string
  readonly measurements: string
}

/** `$AIRWORTHY_HOME`, or `.airworthy` in the working directory. */
export function homeOf(world: World): Home {
  const folder = path.resolve(world.cwd, world.env['AIRWORTHY_HOME'] ?? '.airworthy')
  return {
    folder,
    store: path.join(folder, 'store'),
    cache: path.join(folder, 'cache'),
    runs: path.join(folder, 'runs'),
    measurements: path.join(folder, 'measurements'),
  }
}
