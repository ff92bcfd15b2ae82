import type { Reading } from '../core/products/index.ts'
import type { Row } from './outputs.ts'

/** The class given to an example whose scores hold NaN: equal to no label. */
export const noClass = -1

/** The class with the highest score, the first of equal ones; `noClass` where a score is NaN. */
export function topClass(scores: Row): number {
  let best = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (Number.isNaN(score)) return noClass
    if (score > (scores[best] as number)) best = at
  }
  return best
}

/**
 * How many other classes score at least as high as the label: scores that tell nothing apart make nothing right. All of them, and the label,
 * where a score is NaN.
 */
export function rankOf(label: number, scores: Row): number {
  const own = scores[label] as number
  let before = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (Number.isNaN(score)) return scores.length
    if (score >= own && at !== label) before += 1
  }
  return before
}

/**
 * What the scores of one example can be. `probabilities`: none is below 0, and they add up to 1 within what half precision rounds; a single
 * score is one between 0 and 1. `either`: they lie between 0 and 1 and add up to less, as probabilities do that were rounded down to a few
 * bits, and a few logits might. `logits`: no probabilities.
 */
export type ScoreType = 'probabilities' | 'either' | 'logits'

export function scoreTypeOf(scores: Row): ScoreType {
  if (scores.some((score) => !(score >= 0 && score <= 1 + rounding))) return 'logits'
  const sum = sumOf(scores)
  if (scores.length === 1 || Math.abs(sum - 1) <= rounding) return 'probabilities'
  return sum <= 1 + Math.max(rounding, scores.length * halfStep) ? 'either' : 'logits'
}

/** What half precision rounds a sum of probabilities by, with a margin. */
const rounding = 0.01
/** What one of 8 bits rounds up by at most. */
const halfStep = 1 / 510

/** What the scores of several examples can be, all of them together. */
export function scoreTypeTogether(one: ScoreType, other: ScoreType): ScoreType {
  const order: readonly ScoreType[] = ['probabilities', 'either', 'logits']
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

/**
 * What the scores of each contender are taken for, production first: what could be either in a contender is taken for what production's
 * are, and in production for probabilities. Scores that cannot be the same as production's are taken for what they are.
 */
export function readingsOf(scoreTypes: readonly ScoreType[]): Reading[] {
  const production = scoreTypes[0] === 'logits' ? 'logits' : 'probabilities'
  return scoreTypes.map((scoreType) => (scoreType === 'either' ? production : scoreType))
}

/** The probabilities that logits stand for: softmax. */
export function softmax(logits: Row): Float64Array {
  const top = Math.max(...logits)
  const powers = Float64Array.from(logits, (logit) => Math.exp(logit - top))
  const sum = sumOf(powers)
  return powers.map((power) => power / sum)
}

/**
 * −ln of the probability that the label is given. A probability counts as at least 2⁻²³, the precision of single floats
 * (scikit-learn's `log_loss` does the same), and NaN as none: the loss is at most 15.94.
 */
export function lossOf(label: number, scores: Row, kind: Reading): number {
  const loss = kind === 'logits' ? logitLoss(label, scores) : -Math.log(probabilityOf(label, scores))
  // Also where it is NaN.
  return loss <= largestLoss ? Math.max(0, loss) : largestLoss
}

const largestLoss = 23 * Math.LN2

/**
 * A single score is the probability of class 1. What scores add up to beyond 1 is not to a model's credit: they are divided by it. What rounding
 * took from them is not given back.
 */
function probabilityOf(label: number, scores: Row): number {
  const first = scores[0] as number
  if (scores.length === 1) return label === 1 ? first : 1 - first
  const sum = sumOf(scores)
  return sum > 1 + ofSingles ? (scores[label] as number) / sum : (scores[label] as number)
}

/** Sums of single floats are off by less, and stay as they are. */
const ofSingles = 1e-5

function logitLoss(label: number, logits: Row): number {
  // A single logit stands against 0.
  const all = logits.length === 1 ? Float64Array.of(0, logits[0] as number) : Float64Array.from(logits)
  const top = Math.max(...all)
  const sum = sumOf(all.map((logit) => Math.exp(logit - top)))
  return top + Math.log(sum) - (all[label] as number)
}

function sumOf(values: Row): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
