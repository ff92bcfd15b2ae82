import type { Margin } from '../../core/quantity/index.ts'

/** The scale a change is told on: relative to production's value, or in the metric's own unit. */
export interface Scale {
  readonly scale: 'relative' | 'absolute'
  /** Positive: how much worse is acceptable. */
  readonly margin: number
}

/** A share of nothing means nothing: against a production value of 0 any worsening counts. */
export function scaleFor(margin: Margin, production: number): Scale {
  if ('absolute' in margin) return { scale: 'absolute', margin: margin.absolute }
  return production === 0 ? { scale: 'absolute', margin: 0 } : { scale: 'relative', margin: margin.relative }
}

/**
 * Twelve digits: far finer than any measurement, and coarser than what the last bits of logarithms differ by between
 * machines, so that evidence recomputes to the same bytes.
 */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
