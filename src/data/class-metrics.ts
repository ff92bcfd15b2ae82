import type { Kind } from '../core/metric.ts'
import type { Statistic } from '../stats/bootstrap.ts'
import { noClass } from './scores.ts'

/** Of one class: examples of it predicted to be of it, all examples of it, and all predicted to be of it. */
interface Counts {
  readonly hits: number
  readonly support: number
  readonly predicted: number
}

export type ClassMetric = 'precision' | 'recall' | 'f1'

/** As scikit-learn has them; what would be divided by nothing is 0. */
const scores: { readonly [Name in ClassMetric]: (counts: Counts) => number } = {
  precision: ({ hits, predicted }) => (predicted === 0 ? 0 : hits / predicted),
  recall: ({ hits, support }) => (support === 0 ? 0 : hits / support),
  f1: ({ hits, support, predicted }) => (hits === 0 ? 0 : (2 * hits) / (support + predicted)),
}

export interface ClassStatistic {
  readonly statistic: Statistic
  /**
   * For each class: the examples that its score is a share of, of which none was seen to go wrong unseen, and how far the metric falls
   * when all of them do, at most.
   */
  readonly kinds: readonly Kind[]
  /** Examples of class 1 by their labels, and those predicted to be, by their places. */
  readonly positives: { readonly labelled: readonly number[]; readonly predicted: readonly number[] }
  /** How far the metric falls, at worst, when so many examples turn from right to wrong. */
  fall(examples: number): number
}

/**
 * Whether labels and predictions know classes 0 and 1 alone: all that there is to go by where nobody recorded how many classes a model
 * tells apart.
 */
export function looksBinary(labels: readonly number[], ...predictions: readonly (readonly number[])[]): boolean {
  return [labels, ...predictions].every((classes) => classes.every((each) => each <= 1))
}

/**
 * Precision, recall or F1 of predictions: of class 1 (`binary`), else the plain mean over all classes that occur among labels
 * or predictions (scikit-learn's `average="binary"` and `"macro"`): those of the examples that are weighed, in each resample anew.
 */
export function classStatistic(
  name: ClassMetric,
  labels: readonly number[],
  predictions: readonly number[],
  binary: boolean,
): ClassStatistic {
  const table = tableOf(labels, predictions)
  const all = countsOf(table, new Uint8Array(labels.length).fill(1))
  const countsWith = (weights: Uint8Array): readonly Counts[] => {
    const counts = countsOf(table, weights)
    return binary ? counts.slice(1, 2) : counts
  }
  return {
    statistic: (weights) => meanOf(countsWith(weights), scores[name]),
    kinds: kindsOf(name, table, binary),
    positives: {
      labelled: membersBy('label', table).get(1) ?? [],
      predicted: membersBy('prediction', table).get(1) ?? [],
    },
    fall: (examples) => fallOf(binary ? all.slice(1, 2) : all, scores[name], examples),
  }
}

/**
 * A share r of the examples of a class lost makes its recall fall by r at most, and F1 by r/(2 − r); a share r of false alarms among
 * those predicted to be of it, precision by r. What false alarms take from F1 is within what r/(2 − r) falls short of r.
 */
function kindsOf(name: ClassMetric, table: PairTable, binary: boolean): Kind[] {
  const [labelled, predicted] = [membersBy('label', table), membersBy('prediction', table)]
  const present = binary ? [1] : [...new Set([...labelled.keys(), ...predicted.keys()])]
  return present.flatMap((each) => {
    const members = (name === 'precision' ? predicted : labelled).get(each)
    return members === undefined ? [] : [{ members, weight: 1 / present.length }]
  })
}

/** The places of the examples of each class. */
function membersBy(by: 'label' | 'prediction', { pairs }: PairTable): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>()
  for (const pair of pairs) {
    if (pair[by] === noClass) continue
    const found = members.get(pair[by]) ?? []
    for (const at of pair.examples) found.push(at)
    members.set(pair[by], found)
  }
  return members
}

/** Pairs of label and prediction that occur, and the examples of each: a sum over one takes no memory but theirs. */
interface PairTable {
  readonly classes: number
  readonly pairs: readonly { readonly label: number; readonly prediction: number; readonly examples: Uint32Array }[]
}

function tableOf(labels: readonly number[], predictions: readonly number[]): PairTable {
  const index = new Map([0, 1].map((each) => [each, each]))
  // Classes that occur, numbered: a label of a million makes no table of a million rows. Classes 0 and 1 keep their numbers.
  const numberOf = (each: number): number => {
    if (each !== noClass && !index.has(each)) index.set(each, index.size)
    return index.get(each) ?? noClass
  }
  const pairsOf = labels.map((label, at) => [numberOf(label), numberOf(predictions[at] as number)] as const)
  const classes = index.size
  const examplesOf = new Map<number, number[]>()
  for (const [at, [label, prediction]] of pairsOf.entries()) {
    const key = label * (classes + 1) + prediction - noClass
    const examples = examplesOf.get(key)
    if (examples === undefined) examplesOf.set(key, [at])
    else examples.push(at)
  }
  const pairs = [...examplesOf.values()].map((examples) => {
    const [label, prediction] = pairsOf[examples[0] as number] as (typeof pairsOf)[number]
    return { label, prediction, examples: Uint32Array.from(examples) }
  })
  return { classes, pairs }
}

function countsOf({ classes, pairs }: PairTable, weights: Uint8Array): Counts[] {
  const counts = Array.from({ length: Math.max(2, classes) }, () => ({ hits: 0, support: 0, predicted: 0 }))
  for (const { label, prediction, examples } of pairs) {
    let often = 0
    for (let at = 0; at < examples.length; at++) often += weights[examples[at] as number] as number
    const [own, other] = [counts[label], counts[prediction]]
    if (own !== undefined) own.support += often
    if (other !== undefined) other.predicted += often
    if (own !== undefined && label === prediction) own.hits += often
  }
  return counts
}

function meanOf(counts: readonly Counts[], score: (counts: Counts) => number): number {
  let [sum, present] = [0, 0]
  for (const each of counts) {
    if (each.support === 0 && each.predicted === 0) continue
    sum += score(each)
    present += 1
  }
  return present === 0 ? 0 : sum / present
}

/**
 * Of examples that turn from right to wrong each takes a hit from its class, from those first where it weighs most, and all
 * may be predicted to be of one class, which is wrong so much more often.
 */
function fallOf(counts: readonly Counts[], score: (counts: Counts) => number, examples: number): number {
  const present = counts.filter(({ support, predicted }) => support > 0 || predicted > 0)
  const misses = present.map((each) => ({ weight: weightOfHit(each, score), hits: each.hits }))
  let [left, fall] = [examples, 0]
  for (const { weight, hits } of misses.sort((one, other) => other.weight - one.weight)) {
    fall += weight * Math.min(left, hits)
    left -= Math.min(left, hits)
  }
  const alarms = present.map((each) => score(each) - score({ ...each, predicted: each.predicted + examples }))
  return (fall + Math.max(0, ...alarms)) / Math.max(1, present.length)
}

function weightOfHit(counts: Counts, score: (counts: Counts) => number): number {
  const { hits, support, predicted } = counts
  return hits === 0 ? 0 : score(counts) - score({ hits: hits - 1, support, predicted: predicted - 1 })
}
