import { proportionDifference } from '../../stats/proportions.ts'
import type { Doubt } from '../row/doubt.ts'
import { type JudgedRow, rowOf } from '../row/row.ts'
import { type Reference, rateOf } from './requests.ts'
import type { Alphas, AnalysisRule } from './rules.ts'

/** Whose requests the candidate's are compared with, and where they were seen. */
export interface Against {
  readonly seen: 'beside' | 'before' | 'nothing'
  readonly stable: Reference
}

/** Where nothing was seen to compare with: a version that never fails, seen as often as anyone likes. */
export const flawless: Against = { seen: 'nothing', stable: { requests: Number.MAX_SAFE_INTEGER, errors: 0 } }

/** The difference of two proportions, with Newcombe's interval. */
export function errorRow(
  { minRequests, margin }: AnalysisRule,
  { seen, stable }: Against,
  candidate: Reference,
  alphas: Alphas,
): JudgedRow {
  const at = (alpha: number) =>
    proportionDifference(candidate.errors, candidate.requests, stable.errors, stable.requests, 1 - 2 * alpha)
  const { pass, fail } = alphas
  const interval = {
    estimate: rateOf(candidate) - rateOf(stable),
    low: at(fail).low,
    high: at(pass).high,
    level: 1 - pass - fail,
  }
  return rowOf(
    { metric: 'error-rate', unit: 'share', better: 'lower', alpha: (pass + fail) / 2 },
    {
      values: [rateOf(stable), rateOf(candidate)],
      scale: { scale: 'absolute', margin },
      interval,
      method: { code: 'proportions', candidate, stable, against: seen },
      doubt: tooFew(candidate, stable, minRequests),
    },
  )
}

function tooFew(candidate: Reference, stable: Reference, needed: number): Doubt | undefined {
  if (candidate.requests >= needed && stable.requests > 0) return undefined
  return { code: 'few-requests', candidate: candidate.requests, stable: stable.requests, needed }
}
