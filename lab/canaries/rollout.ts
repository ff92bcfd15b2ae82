import type { RolloutSettings } from '../../src/core/ledger.ts'
import type { TrafficWindow } from '../../src/core/traffic.ts'
import type { Random } from '../../src/stats/random.ts'
import { analyse, sharedAlpha, totals, windowsPerLook } from '../../src/verdicts/traffic/index.ts'
import { type Failures, windowOf } from './traffic.ts'

/** How a rollout goes, and how much traffic it gets. */
export interface Plan {
  readonly steps: readonly number[]
  readonly hold: number
  readonly analysis: RolloutSettings['analysis']
  /** Requests to both versions in one look. */
  readonly requests: number
}

/** `failed`: a look said that the candidate is worse. `undecided`: it was taken back because no look could tell. */
export type Outcome = 'promoted' | 'failed' | 'undecided'

export interface Ended {
  readonly outcome: Outcome
  /** Requests that the candidate was asked. */
  readonly asked: number
}

/** The chance of a wrong promotion, and of a false rollback, that rollouts promise. */
const alpha = 0.01

/** Plays one rollout as `src/rollout` drives it: what it judges by is the product's own. */
export function play({ steps, hold, analysis, requests }: Plan, failures: Failures, random: Random): Ended {
  const alphas = sharedAlpha(alpha, { steps: steps.length, hold, metrics: analysis.length })
  const count = windowsPerLook(analysis, alphas)
  const seen: { readonly step: number; readonly window: TrafficWindow }[] = []
  const at = (holds: (step: number) => boolean): TrafficWindow[] =>
    seen.filter(({ step }) => holds(step)).map(({ window }) => window)
  const ended = (outcome: Outcome): Ended => ({ outcome, asked: totals(at(() => true)).candidate.requests })
  for (const [step, weight] of steps.entries()) {
    let verdict = 'inconclusive'
    for (let look = 0; verdict === 'inconclusive' && look <= hold; look++) {
      for (let part = 0; part < count; part++) {
        const toCandidate = Math.round((requests * weight) / count)
        const split = { candidate: toCandidate, stable: Math.round(requests / count) - toCandidate }
        seen.push({ step, window: windowOf(failures, split, spanOf(seen.length), random) })
      }
      const before = totals(at((each) => each < step)).stable
      verdict = analyse(
        analysis,
        at((each) => each === step),
        weight,
        before,
        alphas,
      ).verdict
    }
    if (verdict !== 'pass') return ended(verdict === 'fail' ? 'failed' : 'undecided')
  }
  return ended('promoted')
}

function spanOf(index: number): Pick<TrafficWindow, 'from' | 'to'> {
  const at = (second: number): string => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString()
  return { from: at(index), to: at(index + 1) }
}
