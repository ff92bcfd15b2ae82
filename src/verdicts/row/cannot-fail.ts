import type { Metric, UserMetric } from '../../core/metric.ts'
import type { Doubt } from './doubt.ts'
import type { Asked } from './row.ts'
import type { Scale } from './scale.ts'

/**
 * The doubt where no value that the metric can have is worse than production's by more than the margin: what cannot fail is known to pass before
 * anything is measured. So it is where production itself is right on next to nothing, as on labels that are not those of its outputs.
 */
export function cannotFail(
  metric: Metric | UserMetric,
  { better, claim }: Pick<Asked, 'better' | 'claim'>,
  production: number,
  { scale, margin }: Scale,
): Doubt | undefined {
  const worst = worstOf(metric)
  if (claim !== undefined || worst === undefined) return undefined
  const allowed = scale === 'relative' ? margin * Math.abs(production) : margin
  const edge = better === 'higher' ? production - allowed : production + allowed
  return (better === 'higher' ? edge > worst : edge < worst) ? undefined : { code: 'cannot-fail', worst }
}

/** Undefined where it has no bound, or nobody knows it. */
function worstOf(metric: Metric | UserMetric): number | undefined {
  if (metric.how === 'own') return undefined
  if (metric.better === 'lower') return metric.range
  return metric.how === 'ratio' || metric.range !== undefined ? 0 : undefined
}
