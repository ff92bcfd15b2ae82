import type { World } from '../../core/world.ts'
import { registryError } from '../errors.ts'

/** Every holder needs some tens of milliseconds; who waits this long waits for something that hangs. */
const patienceMs = 30_000

/** A lock is created and then written, which takes microseconds: one that stays empty this long was left by a kill in between. */
const emptyMs = 2_000

/** The locks that this process holds: after a restart another process may have the id that a stale lock names, even this one. */
const held = new Set<string>()

/**
 * Does some work while holding a lock file. A lock whose process is gone (killed) is removed; one that a living process
 * keeps for 30 s is `ledger-busy`.
 */
export async function withLock<Result>(path: string, world: World, work: () => Promise<Result>): Promise<Result> {
  await acquire(path, world)
  try {
    return await work()
  } finally {
    await release(path, world)
  }
}

async function acquire(path: string, world: World): Promise<void> {
  const { clock } = world
  const start = clock.monotonicMs()
  for (let attempt = 0; !(await take(path, world)); attempt++) {
    await breakStale(path, world)
    if (clock.monotonicMs() - start > patienceMs)
      throw registryError('ledger-busy', { lock: path, holder: await holderOf(path, world) })
    // Waiters of different processes come back at different times.
    await clock.sleep(Math.min(50, 2 + attempt * 3) + (world.processes.pid % 7))
  }
}

async function take(path: string, { files, processes, clock }: World): Promise<boolean> {
  if (held.has(path)) return false
  held.add(path)
  const taken = await files.createExclusive(path, `${processes.pid} ${clock.now()}\n`).catch((error: unknown) => {
    held.delete(path)
    throw error
  })
  if (!taken) held.delete(path)
  return taken
}

/** The file goes first: as long as the path counts as held, nobody here takes the file for a stale one. */
async function release(path: string, { files }: World): Promise<void> {
  try {
    await files.remove(path)
  } finally {
    held.delete(path)
  }
}

/** Two that find the same stale lock must not both remove it, or the second removes the first one's new lock: a lock on breaking. */
async function breakStale(path: string, world: World): Promise<void> {
  if (held.has(path) || !(await isStale(path, world))) return
  const breaker = `${path}.break`
  if (await take(breaker, world)) {
    if (!held.has(path) && (await isStale(path, world))) await world.files.remove(path)
    await release(breaker, world)
  } else if (!held.has(breaker) && (await isStale(breaker, world))) {
    await world.files.remove(breaker)
  }
}

async function isStale(path: string, world: World): Promise<boolean> {
  const holder = await holderOf(path, world)
  if (holder !== undefined) return holder === world.processes.pid || !world.processes.alive(holder)
  return (await world.files.exists(path)) && (await staysEmpty(path, world))
}

async function staysEmpty(path: string, world: World): Promise<boolean> {
  await world.clock.sleep(emptyMs)
  return (await world.files.exists(path)) && (await holderOf(path, world)) === undefined
}

/** The process id in a lock; undefined while it is not there or not written yet. */
async function holderOf(path: string, { files }: World): Promise<number | undefined> {
  const text = await files.readText(path).catch(() => '')
  const pid = Number.parseInt(text, 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}
