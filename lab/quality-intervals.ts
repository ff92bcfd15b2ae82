// How often intervals of quality are wrong that claim to be wrong in 1 % on each side: the textbook's and ours. Simulated, seeded.
//   npx tsx lab/quality-intervals.ts [--trials 1000]
import { parseArgs } from 'node:util'
import type { Quality } from '../src/core/products/index.ts'
import { classStatistic } from '../src/data/class-metrics.ts'
import { meanStatistic } from '../src/data/value-metrics.ts'
import { bootstrapDifference, replicate } from '../src/stats/bootstrap.ts'
import { compareAreas } from '../src/stats/delong.ts'
import { mean } from '../src/stats/describe.ts'
import { normalCdf, normalQuantile } from '../src/stats/distributions.ts'
import { widenedTo } from '../src/stats/interval.ts'
import { pairedChange, pairedDifference } from '../src/stats/proportions.ts'
import { createRandom, type Random } from '../src/stats/random.ts'
import { effectiveUnits, type Sample } from '../src/stats/small-sample.ts'
import { unseenAllowance } from '../src/stats/unseen.ts'
import { areas as comparedAreas } from '../src/verdicts/quality/areas.ts'
import { currentRules } from '../src/verdicts/row/rules.ts'

const level = 0.98
const resamples = 2000

interface Ends {
  readonly low: number
  readonly high: number
}

interface Scenario {
  readonly name: string
  readonly truth: number
  trial(random: Random): { readonly textbook: Ends; readonly ours: Ends }
}

/** Two contenders that are right with some probability, of which the second loses and gains some examples. */
function f1Scenario(examples: number, positives: number, loss: number, gain: number): Scenario {
  const right = [0.95, 0.85] as const
  const later = (label: 0 | 1): number => right[label] * (1 - loss) + (1 - right[label]) * gain
  const f1 = (hit: number, alarm: number): number =>
    (2 * positives * hit) / (positives + positives * hit + (1 - positives) * alarm)
  return {
    name: `f1, ${examples} examples, ${100 * positives} % of class 1, ${100 * loss} % lost, ${100 * gain} % gained`,
    truth: f1(later(1), 1 - later(0)) - f1(right[1], 1 - right[0]),
    trial(random) {
      const labels = Array.from({ length: examples }, () => (random.uniform() < positives ? 1 : 0))
      const rights = labels.map((label) => random.uniform() < right[label])
      const laters = rights.map((good) => (good ? random.uniform() >= loss : random.uniform() < gain))
      const of = (goods: readonly boolean[]) =>
        classStatistic(
          'f1',
          labels,
          labels.map((label, at) => (goods[at] ? label : 1 - label)),
          true,
        )
      const [before, after] = [of(rights), of(laters)]
      const unseen = Math.max(
        ...[before, after].map(({ kinds }) =>
          unseenAllowance(
            kinds.map(({ members, weight }) => ({ examples: members?.length ?? examples, weight })),
            (1 - level) / 2,
          ),
        ),
      )
      return bootstrapped([before.statistic, after.statistic], { examples }, unseen)
    },
  }
}

/** Differences with a long tail; `groups`: of which a part is common to all examples of a group, groups being of any size. */
function meanScenario(examples: number, groups?: number): Scenario {
  const tail = (random: Random): number => -Math.log(1 - random.uniform()) - 1
  return {
    name: `mean of differences with a long tail, ${examples} examples${groups === undefined ? '' : ` in ${groups} groups`}`,
    truth: 0,
    trial(random) {
      const common = Array.from({ length: groups ?? 0 }, () => tail(random))
      const group = Array.from({ length: examples }, (_, at) =>
        at < common.length ? at : Math.floor(random.uniform() ** 2 * common.length),
      )
      const values = group.map((each) => tail(random) + (common[each] ?? 0))
      const sample = { examples, ...(groups === undefined ? {} : { groups: group }) }
      const furthest = Math.max(...values.map((value) => Math.abs(value - mean(values))))
      const unseen = unseenAllowance([{ examples: effectiveUnits(sample), weight: furthest }], (1 - level) / 2)
      return bootstrapped([meanStatistic(values.map(() => 0)), meanStatistic(values)], sample, unseen)
    },
  }
}

function bootstrapped(
  statistics: readonly [Parameters<typeof replicate>[0], Parameters<typeof replicate>[0]],
  sample: Sample,
  unseen: number,
) {
  const [before, after] = statistics.map((each) => replicate(each, sample, { seed: 1, resamples }))
  const ours = widenedTo(bootstrapDifference(before!, after!, { level, units: effectiveUnits(sample) }), unseen)
  const sorted = after!.resampled.map((value, at) => value - before!.resampled[at]!).sort((one, other) => one - other)
  const rank = Math.floor(((1 - level) / 2) * (resamples + 1))
  return { textbook: { low: sorted[rank - 1]!, high: sorted[resamples - rank]! }, ours }
}

/**
 * The change of a share as a share of itself: of so many examples `before` are right, of which the second contender loses some, and
 * gains some of the others. The textbook takes what came out for the first contender as its true share.
 */
function shareScenario(examples: number, before: number, loss: number, gain: number): Scenario {
  return {
    name: `share of ${100 * before} %, relative to it, ${examples} examples, ${100 * loss} % lost, ${100 * gain} % gained`,
    truth: (gain * (1 - before)) / before - loss,
    trial(random) {
      let [gained, lost, both] = [0, 0, 0]
      for (let at = 0; at < examples; at++) {
        if (random.uniform() >= before) gained += random.uniform() < gain ? 1 : 0
        else if (random.uniform() < loss) lost++
        else both++
      }
      const known = pairedDifference(gained, lost, examples, level)
      const share = (both + lost) / examples
      const textbook = { low: known.low / share, high: known.high / share }
      return { textbook, ours: pairedChange(gained, lost, both, level) }
    },
  }
}

/**
 * Scores of two models that share most of their noise. `apart`: by how much the classes lie apart, for each. `relative`: the change is
 * told as a share of the first area, which the textbook takes for known.
 */
function aucScenario(
  positives: number,
  negatives: number,
  apart: readonly [number, number],
  relative = false,
): Scenario {
  const own = 0.3
  const area = (distance: number): number => normalCdf(distance / Math.sqrt(2 * (1 + own ** 2)))
  const told = relative ? ', relative to it' : ''
  return {
    name: `auc ${area(apart[0]).toFixed(3)} → ${area(apart[1]).toFixed(3)}${told}, ${positives} of class 1, ${negatives} not`,
    truth: (area(apart[1]) - area(apart[0])) / (relative ? area(apart[0]) : 1),
    trial(random) {
      const labels = Array.from({ length: positives + negatives }, (_, at) => (at < positives ? 1 : 0))
      const common = labels.map(() => normal(random))
      const scores = (distance: number): number[] =>
        labels.map((label, at) => common[at]! + distance * label + own * normal(random))
      const [production, candidate] = [scores(apart[0]), scores(apart[1])]
      const { areas, difference, error } = compareAreas(
        production,
        candidate,
        labels.map((label) => label === 1),
      )
      const width = normalQuantile((1 + level) / 2) * error
      const records = { scores: { production, candidate } }
      const quality: Quality = { data: 'made', examples: labels.length, labels, predictions: {}, records, custom: {} }
      const asked = {
        metric: 'auc',
        production: 'production',
        chosen: 'candidate',
        alpha: (1 - level) / 2,
        seed: 1,
        rules: currentRules,
        relative,
      }
      const unit = relative ? areas[0] : 1
      const textbook = { low: (difference - width) / unit, high: (difference + width) / unit }
      const recorded = { before: production, after: candidate, labels }
      return { textbook, ours: comparedAreas({ ...asked, quality }, recorded).difference }
    },
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
}

const { values } = parseArgs({ options: { trials: { type: 'string', default: '1000' } } })
const trials = Number(values.trials)
const scenarios = [
  f1Scenario(300, 0.5, 0.02, 0.1),
  f1Scenario(300, 0.1, 0.02, 0.1),
  f1Scenario(1000, 0.1, 0.005, 0.01),
  f1Scenario(1000, 0.5, 0.005, 0),
  f1Scenario(3000, 0.3, 0.02, 0.05),
  meanScenario(40),
  meanScenario(100),
  meanScenario(1000),
  meanScenario(400, 40),
  aucScenario(50, 500, [3, 2.7]),
  aucScenario(50, 500, [2, 2]),
  aucScenario(300, 3000, [3, 2.9]),
  aucScenario(100, 100, [2, 0.5], true),
  shareScenario(1000, 0.9, 0.02, 0.02),
  shareScenario(1000, 0.05, 0.3, 0),
  shareScenario(1000, 0.05, 0.8, 0),
  shareScenario(3000, 0.02, 0, 0.02),
]
console.log(
  '| | textbook: too high | too low | ours: too high | too low | wider by |\n| --- | --- | --- | --- | --- | --- |',
)
for (const { name, truth, trial } of scenarios) {
  const random = createRandom(1)
  const wrong = { textbook: [0, 0], ours: [0, 0] }
  let [narrow, wide] = [0, 0]
  for (let at = 0; at < trials; at++) {
    const found = trial(random)
    for (const which of ['textbook', 'ours'] as const) {
      if (found[which].low > truth) wrong[which][0]! += 1
      if (found[which].high < truth) wrong[which][1]! += 1
    }
    narrow += found.textbook.high - found.textbook.low
    wide += found.ours.high - found.ours.low
  }
  const rates = [...wrong.textbook, ...wrong.ours].map((count) => `${((100 * count) / trials).toFixed(1)} %`)
  console.log(`| ${[name, ...rates, `${(100 * (wide / narrow - 1)).toFixed(0)} %`].join(' | ')} |`)
}
