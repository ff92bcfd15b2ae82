import { mean } from '../../../src/stats/describe.ts'

/** All runs of a side, process after process. */
export function allRuns(processes: readonly (readonly number[])[]): readonly number[] {
  return processes.flat()
}

/**
 * What a tool that repeats a benchmark `count` times reports: the mean of each of so many equal, consecutive parts, or of as
 * many as there are runs.
 */
export function repetitions(runs: readonly number[], count: number): number[] {
  return meansBetween(runs, (part) => Math.round((part * runs.length) / count), count)
}

/**
 * The mean of each of `parts` consecutive parts; part i, from 0, takes the runs from `edge(i)` up to `edge(i + 1)`. Parts
 * that hold no run are left out.
 */
export function meansBetween(runs: readonly number[], edge: (part: number) => number, parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => runs.slice(edge(part), edge(part + 1)))
    .filter((taken) => taken.length > 0)
    .map(mean)
}
