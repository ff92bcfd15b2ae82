import path from 'node:path'
import type { World } from '../../../src/core/world.ts'

const made = new WeakMap<World, Promise<unknown>>()

/** A repository with a work tree, which is there before anyone opens it, also when several do at the same moment. */
export async function workTreeIn(world: World): Promise<string> {
  const repository = path.join(world.cwd, 'registry')
  const ready = made.get(world) ?? world.processes.run('git', ['init', '-q', repository])
  made.set(world, ready)
  await ready
  return repository
}
