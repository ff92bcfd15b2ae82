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
  return passes(worst, better, production, allowedBy({ scale, margin }, production))
    ? { code: 'cannot-fail', worst }
    : undefined
}

/**
 * The doubt where a model that knows nothing of its inputs would pass, whose value `guess` is. Of a metric without a range, where production
 * is no better than that: a small margin of a weak signal is wider than all of it.
 */
export function noSkill(
  metric: Metric | UserMetric,
  { better, claim }: Pick<Asked, 'better' | 'claim'>,
  production: number,
  { scale, guess }: { readonly scale: Scale; readonly guess: number | undefined },
): Doubt | undefined {
  if (claim !== undefined || guess === undefined) return undefined
  const allowed = worstOf(metric) === undefined ? 0 : allowedBy(scale, production)
  return passes(guess, better, production, allowed) ? { code: 'no-skill', guess } : undefined
}

function allowedBy({ scale, margin }: Scale, production: number): number {
  return scale === 'relative' ? margin * Math.abs(production) : margin
}

/** At the margin itself, too: an interval of nothing passes there. */
function passes(value: number, better: Asked['better'], production: number, allowed: number): boolean {
  return better === 'higher' ? value >= production - allowed : value <= production + allowed
}

/** Undefined where it has no bound, or nobody knows it. */
function worstOf(metric: Metric | UserMetric): number | undefined {
  if (metric.how === 'own') return undefined
  if (metric.better === 'lower') return metric.range
  return metric.how === 'ratio' || metric.range !== undefined ? 0 : undefined
}
