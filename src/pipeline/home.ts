import path from 'node:path'
import { checkoutsAround, isIn, isInCheckout } from '../core/checkout.ts'
import type { World } from '../core/world.ts'
import type { Restored } from './artifacts.ts'
import { pipelineError } from './errors.ts'
import { type Seals, sealsOf } from './seals.ts'

/** Where Airworthy keeps what it made: the store of files, the cache of stage results, the folders of runs, all that was measured. */
export interface Home {
  readonly folder: string
  readonly store: string
  readonly cache: string
  readonly runs: string
  readonly measurements: string
  /** What `measurements` was called before. */
  readonly history: string
  /** A store that a workflow may have restored, for a home that is empty at first. */
  readonly restored: Restored | undefined
  /** Which of these records count. One for each time that a home is asked for: it remembers what did not. */
  readonly seals: Seals
  /** What was not as it was kept so far: the paths of files. What they held is made anew. */
  readonly damaged: Set<string>
}

/** The folders of a home. */
const folders = ['store', 'cache', 'runs', 'measurements', 'history', 'tools'] as const

/** The home of a world. Throws `home-untrusted` where what lies there may have come with a commit. */
export async function homeOf(world: World): Promise<Home> {
  const { home } = world
  await checkOnce(world)
  const at = (name: (typeof folders)[number]): string => path.join(home.folder, name)
  return {
    folder: home.folder,
    store: at('store'),
    cache: at('cache'),
    runs: at('runs'),
    measurements: at('measurements'),
    history: at('history'),
    restored:
      home.kind === 'isolated'
        ? { folder: path.dirname(home.usual), name: `${path.basename(home.usual)}/store` }
        : undefined,
    seals: sealsOf(home),
    damaged: new Set(),
  }
}

/** A commit is checked out before a run, not during it. */
const checked = new WeakMap<World['home'], Promise<void>>()

function checkOnce(world: World): Promise<void> {
  const known = checked.get(world.home) ?? check(world)
  checked.set(world.home, known)
  return known
}

async function check(world: World): Promise<void> {
  const { home, cwd, env, files, trust } = world
  if (home.kind === 'isolated' && home.named && (await isInCheckout(home.usual, env, cwd, files)))
    throw pipelineError('home-untrusted', {
      home: home.usual,
      place: home.usual,
      why: 'inside',
      trust: trust.why,
    })
  if (home.kind === 'ci') await checkInCi(home.folder, world)
}

async function checkInCi(home: string, world: World): Promise<void> {
  const refuse = (why: 'checkout' | 'link' | 'tracked', place: string): Error =>
    pipelineError('home-untrusted', { home, place, why })
  for (const place of await placesOf(home, world)) if (await world.files.isLink(place)) throw refuse('link', place)
  for (const name of folders)
    if (await world.files.exists(path.join(home, name, '.git'))) throw refuse('checkout', path.join(home, name))
  // What is tracked and not checked out is not there.
  if (!(await world.files.exists(home))) return
  const real = await world.files.realPath(home)
  const { trackedFile } = await import('../registry/index.ts')
  for (const top of await checkoutsAround(real, world.files)) {
    const tracked = await trackedFile(top, real, world)
    if (tracked !== undefined) throw refuse('tracked', tracked)
  }
}

/** The home, its folders, and the folders between it and the top of a checkout: what may be a link that a commit brings. */
async function placesOf(home: string, { cwd, files }: World): Promise<readonly string[]> {
  const around = [...(await checkoutsAround(home, files)), ...(await checkoutsAround(cwd, files)), cwd]
  const between: string[] = []
  for (let at = home; around.some((top) => at !== top && isIn(top, at)); at = path.dirname(at)) between.push(at)
  return [...new Set([home, ...folders.map((name) => path.join(home, name)), ...between])]
}
