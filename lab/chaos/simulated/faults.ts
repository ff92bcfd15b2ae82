import { portError } from '../../../src/core/errors/ports.ts'
import type { Random } from '../../../src/stats/random.ts'
import type { Actor, Scheduler } from './scheduler.ts'

/** What can happen at a call of a port. */
export const faultKinds = ['killed before', 'killed after', 'torn', 'disk full', 'stopped', 'clock moved'] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  /** At this call of the process. */
  readonly call: number
  readonly kind: FaultKind
}

/** What a call of a port goes through. */
export interface Gate {
  /** Waits for the turn of its process, lets happen what is to happen there, and does the work. */
  pass<Result>(what: string, work: () => Promise<Result>): Promise<Result>
  /** How many bytes of an append are written before the process dies; undefined for all. */
  tear(): number | undefined
}

export function createGate(
  actor: Actor,
  scheduler: Scheduler,
  faults: readonly Fault[],
  { random, happened }: { readonly random: Random; readonly happened: (kind: FaultKind) => void },
): Gate {
  let torn: number | undefined
  const die = (): Promise<never> => {
    actor.alive = false
    return new Promise<never>(() => {})
  }
  return {
    tear: () => torn,
    async pass(what, work) {
      await scheduler.turn(actor)
      const fault = faults.find(({ call }) => call === actor.calls)?.kind
      actor.calls++
      if (fault !== undefined) happened(fault)
      if (fault === 'killed before') return die()
      if (fault === 'disk full' && /^(?:write|append|create|copy)/.test(what))
        throw portError('disk-full', { path: what })
      if (fault === 'stopped') {
        actor.stoppedUntil = scheduler.now() + random.below(600_000)
        await scheduler.turn(actor)
      }
      if (fault === 'clock moved') actor.skewMs += (random.uniform() - 0.5) * 2 * 86_400_000
      if (fault === 'torn') {
        torn = random.below(200)
        await work().catch(() => {})
        torn = undefined
        return die()
      }
      const result = await work()
      return fault === 'killed after' ? die() : result
    },
  }
}

/** Faults at random calls of one process: none for a third of them. */
export function drawFaults(random: Random): readonly Fault[] {
  return Array.from({ length: random.below(3) }, () => ({
    call: random.below(random.below(2) === 0 ? 60 : 400),
    kind: faultKinds[random.below(faultKinds.length)] as FaultKind,
  }))
}
