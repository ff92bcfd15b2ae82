import path from 'node:path'
import type { Sha256 } from '../core/json.ts'
import type { World } from '../core/world.ts'
import { homeOf } from './home.ts'
import { type JsonLines, openJsonLines } from './lines.ts'

/**
 * Everything measured under a key, by any run. Before it was called `measurements/` the folder was called `history/`: what is
 * there is read first, so that nothing is measured again, and no longer added to.
 */
export function openMeasurements(world: World, key: Sha256): JsonLines {
  const { folder, measurements } = homeOf(world)
  const at = (place: string): JsonLines => openJsonLines(world.files, path.join(place, `${key}.jsonl`))
  const [before, now] = [at(path.join(folder, 'history')), at(measurements)]
  return { read: async () => [...(await before.read()), ...(await now.read())], append: now.append }
}
