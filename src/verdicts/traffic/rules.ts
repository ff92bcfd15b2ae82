import type { RolloutSettings } from '../../core/ledger.ts'
import { fewestValues } from '../../stats/signed-rank.ts'

/** What is judged at each step. The margin of `error-rate` is absolute (0.01 is 1 pp), that of `latency.p50` relative. */
export type AnalysisRule = RolloutSettings['analysis'][number]

/** One-sided error rates of a single look. */
export interface Alphas {
  /** Of calling a candidate good that is worse than the margin. */
  readonly pass: number
  /** Of calling a candidate bad that is within the margin. */
  readonly fail: number
}

/**
 * Shares an error rate among all planned looks (Bonferroni). A wrong promotion needs a wrong pass at every step and on every
 * metric, so the looks of one step share alpha; a false alarm at any look of any step on any metric takes the whole rollout back.
 */
export function sharedAlpha(
  alpha: number,
  { steps, hold, metrics }: { readonly steps: number; readonly hold: number; readonly metrics: number },
): Alphas {
  const looks = 1 + hold
  return { pass: alpha / looks, fail: alpha / (looks * steps * metrics) }
}

/** Into how many windows a look must be cut so that its verdicts can reach their error rates, with two to spare. */
export function windowsPerLook(rules: readonly AnalysisRule[], alphas: Alphas): number {
  return rules.some(({ metric }) => metric === 'latency.p50') ? fewestWindows(alphas) + 2 : 1
}

/** The fewest windows whose verdicts can reach their error rates. */
export function fewestWindows({ pass, fail }: Alphas): number {
  return fewestValues(Math.min(pass, fail))
}
