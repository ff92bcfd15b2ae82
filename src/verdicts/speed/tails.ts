import { quantile } from '../../stats/describe.ts'
import type { Look } from '../../stats/sequential.ts'
import { difference, type Pair } from './blocks.ts'

/** Slow runs come in bursts, so a percentile of few runs is a matter of luck: each value compared has at least so many beyond it. */
const exceedancesPerValue = 10

/** With fewer runs beyond the percentile in all, no verdict is given. For p99 that is 10,000 runs of each contender. */
export const fewestExceedances = 100

/** What the tail of the runs of one contender in group number `group` says. `p`: the percentile that the tail begins at. */
export interface GroupFigure {
  readonly p: number
  value(runsMs: readonly number[], group: number): number
}

/** The percentile itself. */
export function percentile(p: number): GroupFigure {
  return { p, value: (runsMs) => quantile(runsMs, p) }
}

export interface Tail {
  /** One log-ratio (or difference) of figures for each group of blocks. */
  readonly differences: readonly number[]
  /** The looks at blocks, as looks at groups of blocks. */
  readonly looks: readonly Look[]
  /** Blocks in a group. */
  readonly size: number
  /** Runs beyond the percentile, of the contender that has fewer of them. */
  readonly exceedances: number
}

/**
 * Compares what tails say by groups of neighbouring blocks: as many as it takes for ten runs of each contender beyond the
 * percentile. Groups are independent as blocks are, so the exact interval on their log-ratios holds however bursty the tail
 * is, which no interval on single runs does. `looks` count blocks.
 */
export function tailOf(
  pairs: readonly Pair[],
  { p, value }: GroupFigure,
  scale: 'relative' | 'absolute',
  looks: readonly Look[],
): Tail {
  const size = groupSize(pairs, p)
  const groups = Array.from({ length: Math.floor(pairs.length / size) }, (_, at) =>
    pairs.slice(at * size, (at + 1) * size),
  )
  const differences = groups.map((group, at) =>
    difference(scale, value(runsOf(group, 0), at), value(runsOf(group, 1), at)),
  )
  const runs = Math.min(...([0, 1] as const).map((side) => countOf(pairs, side)))
  return { differences, looks: looksAtGroups(looks, size), size, exceedances: Math.floor(runs * (1 - p) + rounding) }
}

/** 10,000 × (1 − 0.99) is 99.99999999999991. */
const rounding = 1e-6

function countOf(pairs: readonly Pair[], side: 0 | 1): number {
  return pairs.reduce((sum, pair) => sum + pair[side].samplesMs.length, 0)
}

/** All runs of one contender, in order. */
export function runsOf(pairs: readonly Pair[], side: 0 | 1): readonly number[] {
  return pairs.flatMap((pair) => pair[side].samplesMs)
}

/** From the first blocks alone, so that more blocks never regroup earlier ones. */
function groupSize(pairs: readonly Pair[], p: number): number {
  const first = pairs.slice(0, 4)
  const runs = Math.min(...first.flatMap((pair) => pair.map(({ samplesMs }) => samplesMs.length)))
  return Math.max(1, Math.ceil(exceedancesPerValue / ((1 - p) * runs) - rounding))
}

/** Of looks at the same number of groups the last counts. */
function looksAtGroups(looks: readonly Look[], size: number): Look[] {
  const at = looks.map(({ count, spent }) => ({ count: Math.floor(count / size), spent }))
  return at.filter(({ count }, index) => count > 0 && at[index + 1]?.count !== count)
}
