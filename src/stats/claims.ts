import type { Interval } from './interval.ts'

/**
 * What is claimed of a candidate, with a margin ≥ 0 on the scale of the change. `not-worse`: worse by less than the margin
 * (non-inferiority). `better`: better by more than the margin (superiority). `equivalent`: different by less than the margin,
 * either way (two one-sided tests, TOST).
 */
export type Claim = 'not-worse' | 'better' | 'equivalent'

export interface Claimed {
  readonly claim: Claim
  readonly margin: number
  readonly better: 'lower' | 'higher'
}

export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  /** Better beyond doubt: the whole interval lies on the better side of no change. */
  readonly improved: boolean
}

/**
 * Does a change certainly keep the claim? `pass` when the whole interval lies where the claim holds, `fail` when all of it lies
 * where it does not, else `inconclusive`; and `inconclusive` whenever the interval does not achieve the level 1 − 2 alpha, so
 * that too little data never passes, and neither does NaN. Each of `pass` and `fail` is wrong at most at the rate alpha; where
 * they have rates of their own and each end of the interval is at its own, alpha is their mean.
 */
export function judge(interval: Interval, { alpha, ...claimed }: Claimed & { readonly alpha: number }): Judgement {
  // An achieved level is a sum of many rounded terms. Nothing compares with NaN.
  const certain = interval.level >= 1 - 2 * alpha - 1e-12 && interval.low <= interval.high
  if (!certain) return { verdict: 'inconclusive', improved: false }
  const [least, most] = worsening(interval, claimed)
  return { verdict: verdictOf(least, most, claimed), improved: most < 0 }
}

function verdictOf(least: number, most: number, { claim, margin }: Claimed): Judgement['verdict'] {
  const edge = claim === 'better' ? -margin : margin
  if (claim === 'equivalent' && most < -margin) return 'fail'
  if (least > edge) return 'fail'
  const holds = most < edge && (claim !== 'equivalent' || least > -margin)
  return holds ? 'pass' : 'inconclusive'
}

/** A count needs no test. At the margin itself a count passes, except that `better` by nothing is not better. */
export function judgeExactly(change: number, { claim, margin, better }: Claimed): Judgement {
  const worse = better === 'lower' ? change : -change
  const kept = {
    'not-worse': worse <= margin,
    better: worse < 0 && worse <= -margin,
    equivalent: Math.abs(worse) <= margin,
  }
  return { verdict: kept[claim] ? 'pass' : 'fail', improved: worse < 0 }
}

/** The change, in the metric's own direction, that parts what keeps the claim from what does not: the nearer to `change` of two. */
export function edgeOf(change: number, { claim, margin, better }: Claimed): number {
  const worse = better === 'lower' ? 1 : -1
  if (claim === 'better') return -worse * margin
  if (claim === 'equivalent') return Math.sign(change) * margin || margin
  return worse * margin
}

/** The least and the most that the candidate may be worse by; negative where it is better. */
function worsening({ low, high }: Interval, { better }: Claimed): readonly [number, number] {
  return better === 'lower' ? [low, high] : [-high, -low]
}
