import { printPValue } from '../../core/quantity/index.ts'
import { mcnemar, pairedChange, pairedDifference } from '../../stats/proportions.ts'
import { fewestUnits } from '../../stats/small-sample.ts'
import { type Evidence, labelsOf, type Outcome, recordsOf, sampleOf, tooFew } from './evidence.ts'
import { resampledMeans } from './resampled.ts'

/** Share of examples whose top class is the label. */
export function accuracy(evidence: Evidence): Outcome {
  const labels = labelsOf(evidence)
  const [before, after] = recordsOf(evidence, 'classes')
  const right = (classes: readonly number[]): number[] => classes.map((top, at) => (top === labels[at] ? 1 : 0))
  return shares(evidence, [right(before), right(after)])
}

/** Share of examples whose label is among the five top classes. */
export function topFive(evidence: Evidence): Outcome {
  const [before, after] = recordsOf(evidence, 'ranks')
  const among = (ranks: readonly number[]): number[] => ranks.map((rank) => (rank < 5 ? 1 : 0))
  return shares(evidence, [among(before), among(after)])
}

/** Share of examples whose top class is production's. Production agrees with itself; what has no class agrees with nothing. */
export function agreement(evidence: Evidence): Outcome {
  const [served, classes] = recordsOf(evidence, 'classes')
  const same = classes.map((top, at) => (top >= 0 && top === served[at] ? 1 : 0))
  return shares(evidence, [served.map(() => 1), same])
}

/** A share of examples, from 1 and 0 for each: McNemar's table says all there is to say, unless examples come in groups. */
export function shares(evidence: Evidence, values: readonly [readonly number[], readonly number[]]): Outcome {
  const { quality, alpha } = evidence
  const { examples, groups } = quality
  if (groups !== undefined) return resampledMeans(evidence, values, { fall: (wrong) => wrong / examples })
  const [before, after] = values
  const [gained, lost] = [countWhere(after, before), countWhere(before, after)]
  const [first, second] = [countWhere(before), countWhere(after)]
  const level = 1 - 2 * alpha
  const { midP } = mcnemar(gained, lost)
  const { how, interval, doubt } =
    evidence.relative && first > 0
      ? {
          how: 'Score interval of the ratio',
          interval: pairedChange(gained, lost, first - lost, level),
          doubt: fewEverRight(first + gained),
        }
      : {
          how: 'Tango score interval',
          interval: pairedDifference(gained, lost, examples, level),
          doubt: tooFew(sampleOf(evidence)),
        }
  return {
    values: [first / examples, second / examples],
    difference: { ...interval, level: doubt === undefined ? level : 0 },
    method: `${how} on ${examples} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${printPValue(midP)})`,
    doubt,
  }
}

/** A ratio of shares is told by the examples that one model or both have right. */
function fewEverRight(count: number): string | undefined {
  return count < fewestUnits
    ? `only ${count} examples count for one model or both, and ${fewestUnits} are needed`
    : undefined
}

/** How often the first is 1 while the other is not. */
function countWhere(values: readonly number[], others?: readonly number[]): number {
  return values.reduce((count, value, at) => count + (value === 1 && others?.[at] !== 1 ? 1 : 0), 0)
}
