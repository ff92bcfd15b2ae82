import type { Recorded } from '../../core/metric.ts'
import { type AreaComparison, areaError, compareAreas, delong } from '../../stats/delong.ts'
import { mean } from '../../stats/describe.ts'
import { normalQuantile } from '../../stats/distributions.ts'
import { effectiveUnits, fewestDiffering, fewestUnits, skewnessAllowance, unitsOf } from '../../stats/small-sample.ts'
import { largestInfluence, unseenShare } from '../../stats/unseen.ts'
import type { Doubt } from '../row/doubt.ts'
import { ruleSets } from '../row/rules.ts'
import { type Examined, fewOfClass, type Outcome, sampledOf, sampleOf, tooFew } from './examined.ts'
import { unseenOf } from './unseen.ts'

/**
 * The area under the ROC curve: of class 1 of two, or the mean over classes, each against the rest. Of two classes without
 * groups the error is DeLong's. Else it follows from the same influences of examples, added up over classes and within groups,
 * which for two classes is Obuchowski's (Biometrics 53, 1997). Where areas are near 1 and examples of a class few DeLong's
 * interval is too narrow (at 0.97 with 50 positives and 1 % on each side it is wrong in 6 %, `lab/quality-intervals.ts`): it is moved
 * outwards by `skewnessAllowance`.
 */
export function areas(examined: Examined, recorded: Recorded): Outcome {
  const apart = classesDiffer(recorded)
  if (apart !== undefined) return unmeasured(examined, apart)
  const classes = classesOf(recorded)
  const missing = classes.find(({ positive, positives }) => positives === 0 || positives === positive.length)
  if (missing !== undefined) return unmeasured(examined, noneOf(missing))
  const compared = classes.map(({ before, after, positive }) => compareAreas(before, after, positive))
  const [only] = compared
  const plain = only !== undefined && compared.length === 1 && examined.quality.groups === undefined
  const { values, change, unit, moves } = changeOf(compared, examined.relative)
  const influences = influencesOf(examined, moves)
  const error = plain ? areaError(moves[0] as Float64Array, classes[0]?.positive ?? []) : errorOf(influences)
  const level = 1 - 2 * examined.alpha
  const width = normalQuantile((1 + level) / 2) * error + skewnessAllowance(influences, level)
  const unseen =
    ruleSets[examined.rules].allowsForUnseen === 'where-alike'
      ? earlierFall(examined, classes, compared)
      : fallOf(examined, classes, compared)
  const halfWidth = Math.min(2 / unit, Math.max(width, unseen / unit))
  const doubt = fewOfAClass(examined, classes) ?? tooFew(sampleOf(examined))
  const [low, high] = [Math.max(-1, change - halfWidth), Math.min(1 / unit, change + halfWidth)]
  return {
    values,
    difference: { estimate: change, low, high, level: doubt === undefined ? level : 0 },
    method: { code: 'areas', plain, ...sampledOf(examined), ...(plain ? { p: delong(only)?.p } : {}) },
    halfWidths: { seen: width, unseen: unseen / unit },
    doubt,
  }
}

/** There is no area to compare. */
function unmeasured(examined: Examined, doubt: Doubt): Outcome {
  return {
    values: [0, 0],
    difference: { estimate: 0, low: -1, high: 1, level: 0 },
    method: { code: 'areas', plain: false, ...sampledOf(examined) },
    doubt,
  }
}

function noneOf({ name, positives }: OneAgainstRest): Doubt {
  const side = positives === 0 ? 'of' : 'not-of'
  return { code: 'few-of-class', class: name, side, examples: 0, needed: fewestUnits }
}

/** Of two classes the score of one is recorded. */
function classesDiffer({ before, after, labels }: Recorded): Doubt | undefined {
  if (before.length === after.length) return undefined
  const classes = ({ length }: readonly number[]): number => Math.max(2, length / labels.length)
  return { code: 'classes-differ', classes: [classes(before), classes(after)] }
}

/** How far the second area, of the mean over classes, lies from the first, and by how much each example moves that in each class. */
interface Change {
  readonly values: readonly [number, number]
  /** In units of the first area where it is told as a share of that, else of 1. */
  readonly change: number
  readonly unit: number
  readonly moves: readonly Float64Array[]
}

/** As a share of production's area the change is as uncertain as both areas are, which is carried over by the delta method. */
function changeOf(areas: readonly AreaComparison[], relative: boolean): Change {
  const [first, second] = [mean(areas.map((each) => each.areas[0])), mean(areas.map((each) => each.areas[1]))]
  const [ratio, unit] = relative && first > 0 ? [second / first, first] : [1, 1]
  const moves = areas.map(({ influences: [before, after] }) =>
    after.map((move, example) => (move - ratio * (before[example] as number)) / unit),
  )
  return { values: [first, second], change: (second - first) / unit, unit, moves }
}

/** One class against the rest. */
interface OneAgainstRest {
  readonly name: number
  readonly positive: readonly boolean[]
  readonly positives: number
  readonly before: readonly number[]
  readonly after: readonly number[]
}

function classesOf({ before, after, labels }: Recorded): OneAgainstRest[] {
  const columns = before.length / labels.length
  const column = (scores: readonly number[], at: number): number[] =>
    labels.map((_, example) => scores[example * columns + at] as number)
  return Array.from({ length: columns }, (_, at) => {
    const name = columns === 1 ? 1 : at
    const positive = labels.map((label) => label === name)
    const positives = positive.filter(Boolean).length
    return { name, positive, positives, before: column(before, at), after: column(after, at) }
  })
}

/** By how much each unit moves the mean over classes, from what each example moves in each class. */
function influencesOf(examined: Examined, moves: readonly Float64Array[]): Float64Array {
  const { groups } = examined.quality
  const influences = new Float64Array(unitsOf(sampleOf(examined)))
  for (const moved of moves) {
    for (const [example, influence] of moved.entries()) {
      const unit = groups?.[example] ?? example
      influences[unit] = (influences[unit] as number) + influence / moves.length
    }
  }
  return influences
}

function errorOf(influences: Float64Array): number {
  const squares = influences.reduce((sum, influence) => sum + influence ** 2, 0)
  return Math.sqrt((squares * influences.length) / Math.max(1, influences.length - 1))
}

/**
 * What stayed unseen may be examples that a model knows nothing about: each ranks rightly against half of the others, or as those do
 * that make the area vary, if that is worse. One of class c takes its part from the area of c, and, among the others of each class,
 * from the areas of these.
 */
function fallOf(examined: Examined, classes: readonly OneAgainstRest[], areas: readonly AreaComparison[]): number {
  const { labels = [] } = examined.quality
  const kinds = [...placesOf(labels)].map(([label, members]) => {
    const parts = classes.map((each, at) => {
      const own = each.name === label
      const lost = lossOf(areas[at] as AreaComparison, each, own)
      return own ? lost : (lost * members.length) / (labels.length - each.positives)
    })
    return { members, weight: mean(parts) }
  })
  return unseenOf(examined)(kinds)
}

/** Where each value comes up. */
function placesOf<Value>(values: readonly Value[]): Map<Value, number[]> {
  const places = new Map<Value, number[]>()
  for (const [at, value] of values.entries()) {
    const found = places.get(value)
    if (found === undefined) places.set(value, [at])
    else found.push(at)
  }
  return places
}

/** How much an example of a class, or of the others, takes from the area of the class, times their number. */
function lossOf({ areas, influences }: AreaComparison, { positive, positives }: OneAgainstRest, own: boolean): number {
  const size = own ? positives : positive.length - positives
  const seen = influences.map((moves) => size * largestInfluence(moves.filter((_, at) => positive[at] === own)))
  return Math.max(...areas.map((area) => area - 0.5), ...seen)
}

/** By the rules of `airworthy.evidence/2`, where next to no example is ranked differently: positives and negatives each at their own worst. */
function earlierFall(examined: Examined, classes: readonly OneAgainstRest[], areas: readonly AreaComparison[]): number {
  if (areas.some(({ differing }) => differing >= fewestDiffering)) return 0
  const sample = sampleOf(examined)
  const perExample = effectiveUnits(sample) / sample.examples
  const share = (examples: number): number => unseenShare(examples * perExample, examined.alpha / 2)
  return mean(classes.map(({ positives }) => share(positives) + share(sample.examples - positives)))
}

function fewOfAClass(examined: Examined, classes: readonly OneAgainstRest[]): Doubt | undefined {
  for (const { name, positive } of classes) {
    const places = placesOf(positive)
    const few =
      fewOfClass(examined, { class: name, side: 'of' }, places.get(true) ?? []) ??
      fewOfClass(examined, { class: name, side: 'not-of' }, places.get(false) ?? [])
    if (few !== undefined) return few
  }
  return undefined
}
