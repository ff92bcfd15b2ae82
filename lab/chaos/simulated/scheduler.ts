import type { Random } from '../../../src/stats/random.ts'

/** A process of a simulated machine. Every call of a port is a turn of it, so that turns of several come in any order. */
export interface Actor {
  readonly name: string
  readonly pid: number
  /** Its own namespace of process ids: whether a process of another one lives cannot be known. */
  readonly namespace: string
  /** How far its wall clock is off, in milliseconds. */
  skewMs: number
  alive: boolean
  /** Until when it is stopped, in true milliseconds. */
  stoppedUntil: number
  /** How many calls it has made. */
  calls: number
}

interface Waiting {
  readonly actor: Actor
  /** True milliseconds. */
  readonly at: number
  readonly resume: () => void
}

/** Time passes only when every process waits for it. One at a time goes on, whichever the random numbers say. */
export interface Scheduler {
  /** True milliseconds. */
  now(): number
  /** Waits for a turn. A process that is dead never gets one. */
  turn(actor: Actor): Promise<void>
  /** Waits until so many milliseconds are over. */
  sleep(actor: Actor, ms: number): Promise<void>
  /** Goes on until these processes have ended or died; gives false where that takes more than `most` turns. */
  run(actors: ReadonlyMap<number, Actor>, most: number): Promise<boolean>
}

export function createScheduler(random: Random): Scheduler {
  let now = Date.parse('2026-01-01T00:00:00.000Z')
  let waiting: Waiting[] = []
  const wait = (actor: Actor, at: number): Promise<void> =>
    new Promise((resume) => {
      waiting.push({ actor, at, resume })
    })
  const readyAt = ({ actor, at }: Waiting): number => Math.max(at, actor.stoppedUntil)
  return {
    now: () => now,
    turn: (actor) => wait(actor, now),
    sleep: (actor, ms) => wait(actor, now + ms),
    async run(actors, most) {
      for (let turns = 0; turns < most; turns++) {
        const all = [...actors.values()].filter(({ alive }) => alive)
        if (all.length === 0) return true
        await quiet(() => all.every((each) => !each.alive || waiting.some(({ actor }) => actor === each)))
        waiting = waiting.filter(({ actor }) => actor.alive)
        if (waiting.length === 0) continue
        now = Math.max(now, Math.min(...waiting.map(readyAt)))
        const ready = waiting.filter((each) => readyAt(each) <= now)
        const next = ready[random.below(ready.length)] as Waiting
        waiting = waiting.filter((each) => each !== next)
        next.resume()
      }
      return false
    },
  }
}

/** Every process has ended or waits for a turn. Work that reaches no port, such as loading a module, takes real time. */
async function quiet(isQuiet: () => boolean): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  for (let tries = 0; tries < 1000 && !isQuiet(); tries++) await new Promise((resolve) => setTimeout(resolve, 1))
}
