import type { Target } from '../core/target.ts'
import type { Clock } from '../core/world.ts'
import { rolloutError } from './errors.ts'
import type { RolloutState } from './state.ts'

/** Nothing to do before a moment (ISO 8601), and why. */
export interface Pause {
  readonly until: string
  readonly why: string
}

/** A weight that is not in force yet is looked at again after this time at most. */
const lookAgainMs = 5000

/**
 * Gives the candidate this weight unless it has it, as after a restart; a write proves nothing, so it is read back. Gives a pause while
 * the target may still be on its way there, counted from the last thing the ledger says. @throws `weight-not-in-force`.
 */
export async function enforce(
  weight: number,
  state: RolloutState,
  { target, clock }: { readonly target: Target; readonly clock: Clock },
): Promise<Pause | undefined> {
  if (isClose(await target.weight(), weight)) return undefined
  await target.apply(weight)
  const found = await target.weight()
  if (isClose(found, weight)) return undefined
  const settlesWithinMs = target.settlesWithinMs ?? 0
  const now = Date.parse(clock.now())
  if (now - Date.parse(lastMoment(state)) >= settlesWithinMs)
    throw rolloutError('weight-not-in-force', { target: target.describe, wanted: weight, found })
  const until = new Date(now + Math.min(lookAgainMs, settlesWithinMs)).toISOString()
  return { until, why: `waits for ${target.describe} to shift traffic` }
}

function lastMoment({ at, weights, looks }: RolloutState): string {
  return [at, ...weights.map((set) => set.at), ...looks.map((look) => look.at)].sort().at(-1) as string
}

/** Targets that count in whole percents round; but nothing is close to 0 that is not 0. */
function isClose(found: number, wanted: number): boolean {
  return wanted === 0 || wanted === 1 ? found === wanted : Math.abs(found - wanted) <= 0.005
}
