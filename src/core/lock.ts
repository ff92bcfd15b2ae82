import { Cancelled } from './errors/index.ts'
import { portError } from './errors/ports.ts'
import type { HeldLock, Processes, ProcessIdentity, World } from './world.ts'

/** Milliseconds between the heartbeats of a holder: each touches a file, which takes some microseconds. */
const beatMs = 2_000

/** Ten missed heartbeats. A waiter counts them by its own monotonic clock, and trusts no time of a file. */
export const silenceMs = 10 * beatMs

/** The same for a process that was found silent once: one that stood still and goes on beats in all its locks at once. */
const againMs = 2.5 * beatMs

/** What each process knows of locks: tests have many in one. */
interface Known {
  /** The names of those that it holds. */
  readonly held: Set<string>
  /** The processes that it found silent. */
  readonly silent: Set<string>
}

const known = new WeakMap<Processes, Known>()

function knownTo(processes: Processes): Known {
  const own = known.get(processes) ?? { held: new Set(), silent: new Set() }
  known.set(processes, own)
  return own
}

/** A lock that is held. */
export interface Lock {
  /** False once another process has taken it over, because this one had no heartbeat for 20 s: it was suspended, say. */
  isOurs(): Promise<boolean>
  release(): Promise<void>
}

/** Who holds a lock. */
export interface Holder {
  /** `process 4711 on host build-3, since 2026-11-30 12:34 UTC (in a container with process ids of its own)`. */
  readonly who: string
  /** A process of this machine with an id that means the same here; undefined for any other. */
  readonly pid?: number | undefined
  /** What it holds the lock for, as it said: the id of a run. */
  readonly purpose?: string | undefined
  /** Whether the lock is of a version without heartbeats: it is never taken over while a process has its id. */
  readonly isOld: boolean
}

export interface LockOptions {
  /** Milliseconds to wait for a holder that lives. If it cannot be told whether the holder lives, wait up to 20 s more. */
  readonly patienceMs: number
  /** Shown to those that wait: letters, digits, `.`, `_` and `-`. */
  readonly purpose?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Called once for each holder that is waited for. */
  readonly onWait?: ((holder: Holder) => void) | undefined
}

/**
 * Takes a lock, or says who holds it. Writers of a ledger, of a run's folder, of a set of measurements: all locks are of this kind.
 *
 * A lock is a folder with one file, whose name says who holds it: host, process, what tells the machine and the namespace of process
 * ids, when the process started, since when it holds the lock. To take it over is to rename that file, which one of any number of waiters
 * does; and a former holder can neither touch nor remove what is called differently. Whether a holder is gone is certain where it runs
 * under the same kernel and in the same namespace: its process is not there, or another has its id. Elsewhere (another host on a shared disk,
 * another container, before a restart) it needs a heartbeat: a waiter that has itself watched 20 s without one takes over. So it does with a
 * folder that holds nothing but a file beginning with a dot, as file managers and network file systems leave one.
 *
 * Locks of earlier versions are files with a process id.
 *
 * @throws Cancelled when the signal aborts; `lock-obstructed` where something stands in its place that nobody takes it over from.
 */
export async function takeLock(
  path: string,
  world: World,
  options: LockOptions,
): Promise<{ readonly lock: Lock } | { readonly holder: Holder }> {
  const { files, clock, processes } = world
  const own = nameFor(world, options.purpose)
  const watch = createWatch(world, options.patienceMs)
  const held = knownTo(processes).held
  for (let attempt = 0; ; attempt++) {
    if (options.signal?.aborted) throw new Cancelled(`waiting for ${path} was cancelled`)
    const seen = await files.locks.look(path)
    if (seen !== undefined && 'obstacle' in seen)
      throw portError('lock-obstructed', { lock: path, what: seen.obstacle })
    const { isGone, isLively, waitedMs, isStuck, isNew } = watch.see(seen)
    held.add(own)
    if (seen === undefined ? await files.locks.take(path, own) : isGone && (await takeOver(path, seen, own, world)))
      return { lock: startHeartbeat(path, own, world) }
    held.delete(own)
    if (isStuck) throw portError('lock-obstructed', { lock: path, what: 'nobody holds it, and it cannot be made' })
    if (seen !== undefined && !isGone) {
      if (isLively && waitedMs >= options.patienceMs) return { holder: holderOf(seen, world) }
      if (isNew) options.onWait?.(holderOf(seen, world))
    }
    // Waiters of different processes come back at different times. Whoever only came too late comes back soon.
    const longest = seen === undefined || isGone ? 5 : options.patienceMs > longWaitMs ? 500 : 50
    await clock.sleep(Math.min(longest, 2 + attempt * 3) + (processes.pid % 7), options.signal)
  }
}

/** Whoever waits longer need not look so often. */
const longWaitMs = 120_000

/** A lock of an earlier version is a file, which is removed: the first to take the place has it. */
async function takeOver(path: string, seen: HeldLock, own: string, { files }: World): Promise<boolean> {
  if ('name' in seen) return files.locks.takeOver(path, seen.name, own)
  await files.locks.removeOld(path)
  return files.locks.take(path, own)
}

/** Heartbeats come by a timer, and not by the clock of the world: a clock of tests goes on when somebody sleeps. */
function startHeartbeat(path: string, own: string, { files, processes }: World): Lock {
  const beating = setInterval(() => {
    // A disk that fails now may not do so the next time. Once it was taken over there is nothing of ours to touch.
    files.locks.beat(path, own).catch(() => {})
  }, beatMs).unref()
  return {
    isOurs: () => files.locks.beat(path, own),
    async release() {
      clearInterval(beating)
      try {
        await files.locks.drop(path, own)
      } finally {
        knownTo(processes).held.delete(own)
      }
    },
  }
}

/** What a waiter knows of the holder, by its own clock. */
interface Seen {
  /** Certainly, or because it had no heartbeat for so long. */
  readonly isGone: boolean
  readonly isLively: boolean
  readonly waitedMs: number
  /** Whether nobody has held it for so long that whatever keeps it from being taken will not go by itself. */
  readonly isStuck: boolean
  /** Whether this holder was not seen before. */
  readonly isNew: boolean
}

function createWatch({ clock, processes }: World, patienceMs: number): { see(seen: HeldLock | undefined): Seen } {
  const begin = clock.monotonicMs()
  const { silent } = knownTo(processes)
  let [who, stamp, since, hasBeaten] = ['', '', begin, false]
  return {
    see(seen) {
      const now = clock.monotonicMs()
      const name = seen === undefined ? '' : 'name' in seen ? seen.name : `old ${seen.text}`
      const isNew = name !== who
      if (isNew || (seen?.stamp ?? '') !== stamp) {
        hasBeaten = !isNew
        ;[who, stamp, since] = [name, seen?.stamp ?? '', now]
      }
      const fate = seen === undefined ? 'unknown' : fateOf(seen, processes)
      const mayBeSilentMs = name === 'old ' ? emptyMs : silent.has(processIn(name)) ? againMs : silenceMs
      const isSilent = fate === 'unknown' && seen !== undefined && now - since >= mayBeSilentMs
      if (isSilent && 'name' in seen) silent.add(processIn(name))
      const isGone = fate === 'gone' || isSilent
      const isFree = seen === undefined || isGone
      const waitedMs = now - begin
      // Others may have been faster, one after the other, for as long as that.
      const isCrowded = waitedMs - silenceMs >= patienceMs
      return {
        isGone,
        isLively: fate === 'running' || hasBeaten || isCrowded,
        waitedMs,
        isStuck: isFree && now - since >= silenceMs + (isSilent ? mayBeSilentMs : 0),
        isNew,
      }
    },
  }
}

/** A lock of an earlier version was created and then written, which takes microseconds: one that stays empty was left by a kill in between. */
const emptyMs = 2_000

function fateOf(seen: HeldLock, processes: Processes): 'running' | 'gone' | 'unknown' {
  if ('name' in seen) {
    if (knownTo(processes).held.has(seen.name)) return 'running'
    const holder = parseName(seen.name)
    return holder === undefined ? 'unknown' : processes.fate(holder)
  }
  const pid = oldPid(seen.text)
  if (pid === undefined) return 'unknown'
  // Our own id is that of an earlier process: this version leaves no such lock.
  return pid !== processes.pid && processes.alive(pid) ? 'running' : 'gone'
}

function oldPid(text: string): number | undefined {
  const pid = Number.parseInt(text, 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** The part of a name that is the same in all locks of a process. */
function processIn(name: string): string {
  return name.split(',').slice(0, 5).join(',')
}

interface Named extends ProcessIdentity {
  /** When the lock was taken, by the clock of the holder: `20261130T123400Z`. */
  readonly since: string
  readonly purpose: string
}

/** In a name of a file that any file system takes: below 143 characters where nothing in it is of an unusual length. */
function nameFor({ processes, clock, files, randomId }: World, purpose = ''): string {
  const { host, pid, start, machine, namespace } = processes.identity()
  const since = clock.now().replace(/\.\d+|[-:]/g, '')
  const parts = [plain(files.masked(host), 30), pid, start, machine, namespace, since, plain(purpose, 40), randomId()]
  return parts.join(',')
}

function plain(text: string, longest: number): string {
  return text.replace(/[^\w.-]/g, '_').slice(0, longest)
}

function parseName(name: string): Named | undefined {
  const [host, pid, start, machine, namespace, since, purpose, token] = name.split(',')
  if (host === undefined || start === undefined || machine === undefined || namespace === undefined) return undefined
  if (since === undefined || purpose === undefined || token === undefined || !/^\d+$/.test(pid ?? '')) return undefined
  return { host, pid: Number(pid), start, machine, namespace, since, purpose }
}

function holderOf(seen: HeldLock, { processes }: World): Holder {
  if (!('name' in seen)) {
    const pid = oldPid(seen.text)
    return { who: pid === undefined ? 'another process' : `process ${pid}`, isOld: true }
  }
  const holder = parseName(seen.name)
  if (seen.name.startsWith('.')) return { who: `nobody (${seen.name} lies in its lock)`, isOld: false }
  if (holder === undefined) return { who: 'a process of another version of Airworthy', isOld: false }
  const { host, pid, since, purpose } = holder
  const own = processes.identity()
  const isHere = holder.machine === own.machine && holder.namespace === own.namespace
  const where =
    isHere || host !== plain(own.host, 30)
      ? ''
      : holder.machine === own.machine
        ? ' (in a container with process ids of its own)'
        : ' (another machine of that name, or this one before a restart)'
  return {
    who: `process ${pid} on host ${host}, since ${momentOf(since)}${where}`,
    ...(isHere ? { pid } : {}),
    ...(purpose === '' ? {} : { purpose }),
    isOld: false,
  }
}

function momentOf(since: string): string {
  return since.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5 UTC')
}

/** What to do about a lock that is held: for the hint of an error. */
export function lockRemedy(lock: string, holder: Holder | undefined): string {
  if (holder === undefined || holder.isOld)
    return `Try again when it is done. If that is no process of Airworthy, remove ${lock}.`
  const end = holder.pid === undefined ? 'end it where it runs' : `end process ${holder.pid}`
  return `Wait for it, or ${end}: the lock of a process that is gone is taken over within ${silenceMs / 1000} s.`
}
