import { mean, median } from '../../../src/stats/describe.ts'
import { choose, exactTwoSided, rank } from './rank-sum.ts'
import { allRuns, repetitions } from './repetitions.ts'
import type { Rule } from './rule.ts'

const factor = 1.1
const threshold = 0.002
/** Two rounds of five samples, each of as many runs as 10 ms hold. */
const rounds = 2
const samplesPerRound = 5
const sampleMs = 10

export const asvContinuous: Rule = {
  name: 'asv continuous',
  what: 'Slower when the median of ten samples is more than 1.1 times as high and the exact Mann–Whitney test, ties broken against significance, gives p < 0.002; asv/commands/compare.py and asv/_stats.py of airspeed-velocity/asv, asv_runner/benchmarks/time.py of airspeed-velocity/asv_runner.',
  decide({ production, candidate }) {
    const [old, recent] = [samples(allRuns(production)), samples(allRuns(candidate))]
    // Where even separated samples cannot reach the threshold, asv asks whether 99 % intervals of the medians overlap. Ten
    // samples a side, which its defaults take, always can; fewer come from material too short for this rule.
    if (1 / choose(old.length + recent.length, old.length) >= threshold) return 'inconclusive'
    const slower = median(old) < median(recent) / factor && conservativeTest(old, recent) < threshold
    return slower ? 'slower' : 'not slower'
  },
}

/** Each round starts at an equal share of the runs and takes the first of them. */
function samples(runs: readonly number[]): number[] {
  const number = Math.max(1, Math.ceil(sampleMs / mean(runs)))
  return Array.from({ length: rounds }, (_, round) => {
    const start = Math.floor((round * runs.length) / rounds)
    const end = Math.floor(((round + 1) * runs.length) / rounds)
    return repetitions(runs.slice(start, Math.min(end, start + number * samplesPerRound)), samplesPerRound)
  }).flat()
}

/** Ties count as whatever is nearest to no difference. */
function conservativeTest(first: readonly number[], second: readonly number[]): number {
  const [n1, n2] = [first.length, second.length]
  const { u, ties } = rank(first, second)
  const even = Math.floor((n1 * n2) / 2)
  const nearest = Math.min(Math.max(even, u - ties / 2), u + ties / 2)
  return exactTwoSided(Math.min(nearest, n1 * n2 - nearest), n1, n2, Array<number>(n1 + n2).fill(1))
}
