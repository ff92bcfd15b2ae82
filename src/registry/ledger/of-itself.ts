import type { Trust, World } from '../../core/world.ts'

/** A world that may open a repository that no commit can bring, whoever wrote what runs. `why` says why none can. */
export function ofItself(world: World, why: string): World {
  const trust: Trust = { level: 'trusted', why }
  // Its other members are left where they are: to ask for some, such as the machine, takes time.
  return Object.create(world, { trust: { value: trust } }) as World
}
