import type { Clock } from '../../src/core/world.ts'

export class Killed extends Error {}

/** One process of several in a history. */
export interface Actor {
  readonly name: string
  /** Runs at the usual rate, but may show a time that is hours off. */
  readonly clock: Clock
  /** What the process does to the world: others may act before and after, and it may be killed there. */
  port<Args extends unknown[], Result>(effect: (...args: Args) => Promise<Result>): (...args: Args) => Promise<Result>
}

/** A history of three rollouts with hours of waiting takes some thousands. */
const mostTurns = 20_000

/** What happens next to the process whose turn it is. */
export type Fate = 'goes on' | 'is killed' | { readonly pausesMs: number }

interface Parked {
  readonly actor: string
  wakeMs: number
  go(): void
  kill(): void
}

/**
 * Processes that take turns in one: each does one thing to the world, and then another's turn comes. Time passes when all sleep. `next`
 * chooses among those that could go on, and what becomes of it; asked in the same way, it has to choose the same.
 */
export function createSchedule(next: (count: number) => { readonly index: number; readonly fate: Fate }) {
  let nowMs = Date.parse('2026-01-01T00:00:00.000Z')
  let parked: readonly Parked[] = []
  let awake = 0
  let settle = (): void => {}
  const dead = new Set<string>()
  const park = (actor: string, ms: number): Promise<void> => {
    if (dead.has(actor)) return Promise.reject(new Killed())
    return new Promise<void>((go, reject) => {
      const kill = (): void => {
        dead.add(actor)
        reject(new Killed())
      }
      parked = [...parked, { actor, wakeMs: nowMs + ms, go, kill }]
      awake--
      settle()
    })
  }
  const settled = async (): Promise<void> => {
    while (awake > 0)
      await new Promise<void>((resolve) => {
        settle = resolve
      })
  }
  /** Wakes one, and waits until it sleeps again or has ended. */
  const turn = async (): Promise<void> => {
    const ready = parked.filter(({ wakeMs }) => wakeMs <= nowMs)
    if (ready.length === 0) {
      nowMs = Math.min(...parked.map(({ wakeMs }) => wakeMs))
      return
    }
    const { index, fate } = next(ready.length)
    const chosen = ready[index] as Parked
    if (typeof fate === 'object') {
      chosen.wakeMs = nowMs + fate.pausesMs
      return
    }
    nowMs += 10
    parked = parked.filter((each) => each !== chosen)
    awake++
    if (fate === 'is killed') chosen.kill()
    else chosen.go()
    await settled()
  }
  return {
    actor(name: string, clockOffMs = 0): Actor {
      return {
        name,
        clock: {
          now: () => new Date(nowMs + clockOffMs).toISOString(),
          monotonicMs: () => nowMs,
          sleep: (ms) => park(name, ms),
        },
        port:
          (effect) =>
          async (...args) => {
            await park(name, 0)
            const result = await effect(...args)
            await park(name, 0)
            return result
          },
      }
    },
    /** Runs all of them to their ends, each from a turn of its own. */
    async run(processes: readonly { readonly actor: Actor; run(): Promise<void> }[]): Promise<void> {
      awake = processes.length
      for (const { actor, run } of processes)
        void park(actor.name, 0)
          .then(run)
          .catch(() => {})
          .finally(() => {
            awake--
            settle()
          })
      await settled()
      for (let turns = 0; parked.length > 0; turns++) {
        if (turns > mostTurns)
          throw new Error(`the history goes on and on: ${parked.map(({ actor }) => actor).join(', ')}`)
        await turn()
      }
    },
  }
}
