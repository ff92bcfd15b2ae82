import { createRandom, type Random } from '../../../src/stats/random.ts'
import { allRuns, meansBetween, repetitions } from './repetitions.ts'
import type { Rule } from './rule.ts'

const samples = 100
const significance = 0.05
const noise = 0.01
const confidence = 0.95
const resamples = 10_000
/** It nests its resamples: √100 000 of the candidate, each against as many of production; here each against fewer. */
const outer = 317
const inner = Math.ceil(resamples / outer)

export const criterion: Rule = {
  name: 'criterion.rs',
  what: 'Slower when the pooled bootstrap t-test of 100 samples a side gives p < 0.05 and the whole 95 % bootstrap interval of the ratio of means lies above +1 %; src/analysis/compare.rs, src/stats/univariate/mod.rs and mixed.rs, src/report.rs of bheisler/criterion.rs, with 10 000 resamples instead of 100 000.',
  decide({ production, candidate }, seed) {
    const [old, recent] = [averages(allRuns(production)), averages(allRuns(candidate))]
    if (Math.min(old.length, recent.length) < 2) return 'inconclusive'
    // Both conditions must hold; the cheaper one goes first.
    const beyond = lowestChange(recent, old, createRandom(seed, 1)) > noise
    return beyond && pooledTest(recent, old, createRandom(seed, 2)) < significance ? 'slower' : 'not slower'
  },
}

/**
 * The mean times of its samples. Linear sampling, sample i of i times as many runs as the first, where there are runs enough
 * for that; else flat sampling, all of equal size.
 */
function averages(runs: readonly number[]): number[] {
  const units = (samples * (samples + 1)) / 2
  if (runs.length < units) return repetitions(runs, samples)
  return meansBetween(runs, (part) => Math.floor((runs.length * part * (part + 1)) / 2 / units), samples)
}

/** The lower end of the percentile interval of mean(recent)/mean(old) − 1. */
function lowestChange(recent: readonly number[], old: readonly number[], random: Random): number {
  const [fromRecent, fromOld] = [Float64Array.from(recent), Float64Array.from(old)]
  const changes = new Float64Array(outer * inner)
  for (let at = 0; at < outer; at++) {
    const numerator = momentsOfResample(fromRecent, recent.length, random).mean
    for (let against = 0; against < inner; against++)
      changes[at * inner + against] = numerator / momentsOfResample(fromOld, old.length, random).mean - 1
  }
  return interpolated(changes.sort(), (1 - confidence) / 2)
}

/** The p-quantile between the two values on either side of the rank p (n − 1), counted from 0. */
function interpolated(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.min(Math.floor(at), sorted.length - 2)
  const [low, high] = [sorted[below] as number, sorted[below + 1] as number]
  return low + (high - low) * (at - below)
}

/** Two-sided p-value: where the t statistic stands among those of samples drawn from both sides together. */
export function pooledTest(recent: readonly number[], old: readonly number[], random: Random): number {
  const observed = welchStatistic(moments(recent), moments(old))
  const pool = Float64Array.from([...recent, ...old])
  let [finite, below] = [0, 0]
  for (let at = 0; at < resamples; at++) {
    const first = momentsOfResample(pool, recent.length, random)
    const statistic = welchStatistic(first, momentsOfResample(pool, old.length, random))
    if (!Number.isFinite(statistic)) continue
    finite++
    if (statistic < observed) below++
  }
  return (2 * Math.min(below, finite - below)) / finite
}

interface Moments {
  readonly size: number
  readonly mean: number
  /** Divided by n − 1. */
  readonly variance: number
}

function welchStatistic(first: Moments, second: Moments): number {
  return (first.mean - second.mean) / Math.sqrt(first.variance / first.size + second.variance / second.size)
}

function momentsOfResample(values: Float64Array, size: number, random: Random): Moments {
  return momentsOf(size, () => values[random.below(values.length)] as number)
}

function moments(values: readonly number[]): Moments {
  return momentsOf(values.length, (at) => values[at] as number)
}

/** In one pass (Welford 1962). */
function momentsOf(size: number, value: (at: number) => number): Moments {
  let [mean, squares] = [0, 0]
  for (let at = 0; at < size; at++) {
    const next = value(at)
    const distance = next - mean
    mean += distance / (at + 1)
    squares += distance * (next - mean)
  }
  return { size, mean, variance: squares / (size - 1) }
}
