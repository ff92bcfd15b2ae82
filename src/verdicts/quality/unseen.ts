import type { Both, Kind, Statistics, Unseen } from '../../core/metric.ts'
import type { CorpusFigures } from '../../core/products/index.ts'
import { weightOfUnseen } from '../../data/no-skill.ts'
import { influencesOf, type Replicates } from '../../stats/bootstrap.ts'
import { mean } from '../../stats/describe.ts'
import type { Sample } from '../../stats/small-sample.ts'
import { type Stratum, unseenAllowance } from '../../stats/unseen.ts'
import { ruleSets } from '../row/rules.ts'
import { earlierAllowance, earlierShare } from './earlier.ts'
import { type Examined, sampleOf } from './examined.ts'

/**
 * How far a metric may be moved by examples of a kind of which none happened to be seen, though they are rare enough for that: the
 * bootstrap knows nothing of them. Where most of what was seen came out alike, this is all that keeps an interval from being too
 * narrow; where much differs it is the smaller part. It asks no example whether it differs, because one that differs by next to
 * nothing tells as little of the worst ones as one that does not differ at all.
 */
export type UnseenAllowance = (replicates: Both<Replicates>) => number

export function unseenOf(examined: Examined): Unseen {
  const sample = sampleOf(examined)
  return (kinds) =>
    unseenAllowance(sample.groups === undefined ? alone(kinds, sample) : together(kinds, sample), examined.alpha)
}

function alone(kinds: readonly Kind[], sample: Sample): Stratum[] {
  return kinds.map(({ members, weight }) => ({ examples: members?.length ?? sample.examples, weight }))
}

/**
 * Examples of one group come together, and may go wrong together: each group is one of its kind, and weighs what all of its examples
 * do. Of few large groups next to nothing is known, however many small ones there are beside them.
 */
function together(kinds: readonly Kind[], { examples, groups = [] }: Sample): Stratum[] {
  const weights = new Float64Array(groups.reduce((most, group) => Math.max(most, group + 1), 0))
  for (const { members, weight } of kinds) {
    const count = members?.length ?? examples
    for (let at = 0; at < count; at++) {
      const group = groups[members?.[at] ?? at] as number
      weights[group] = (weights[group] as number) + weight / count
    }
  }
  return Array.from(weights, (weight) => ({ examples: 1, weight }))
}

/** A share of examples may turn from right to wrong. */
export function allowanceOfShare(examined: Examined): UnseenAllowance {
  if (ruleSets[examined.rules].allowsForUnseen === 'where-alike') return () => earlierShare(examined)
  return () => ofAll(examined, 1)
}

/** Of the mean of values an unseen example may have that of one that a model knows nothing about; `noSkill`, where that is known. */
export function allowanceOfMean(
  examined: Examined,
  values: Both<readonly number[]>,
  noSkill?: number,
): UnseenAllowance {
  if (ruleSets[examined.rules].allowsForUnseen === 'where-alike')
    return earlierAllowance(examined, { differing: differingOf(values) })
  const weights = values.map((each) => (noSkill === undefined ? furthestOf(each) : weightOfUnseen(each, noSkill)))
  return () => ofAll(examined, Math.max(...weights))
}

export function allowanceOfStatistic(
  examined: Examined,
  { allowance, fall }: Statistics,
  values: Both<readonly number[]>,
): UnseenAllowance {
  if (ruleSets[examined.rules].allowsForUnseen === 'where-alike')
    return earlierAllowance(examined, fall === undefined ? { differing: differingOf(values) } : { fall })
  return () => allowance(unseenOf(examined))
}

/** Of a user's own metric of the whole data set: what a set of examples that was left out moved at most, each of them might. */
export function allowanceOfCorpus(examined: Examined, figures: Both<CorpusFigures>): UnseenAllowance {
  if (ruleSets[examined.rules].allowsForUnseen === 'where-alike') return earlierAllowance(examined, figures[1])
  const most = Math.max(...figures.map(({ without }) => largestOf(influencesOf(Float64Array.from(without)))))
  return () => ofAll(examined, most * examined.quality.examples)
}

function ofAll(examined: Examined, weight: number): number {
  return unseenOf(examined)([{ weight }])
}

/** Of the user's own metrics nobody knows what the worst is: an unseen example may be as far off as any that was seen. */
function furthestOf(values: readonly number[]): number {
  const centre = mean(values)
  return largestOf(values.map((value) => value - centre))
}

function largestOf(values: ArrayLike<number>): number {
  let most = 0
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] as number))
  return most
}

function differingOf([before, after]: Both<readonly number[]>): number {
  return before.reduce((count, value, at) => count + (value === after[at] ? 0 : 1), 0)
}
