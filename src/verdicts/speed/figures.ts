import type { SpeedFigure, TailFigure } from '../../core/metric.ts'
import type { Scenario, WorkerSample } from '../../core/products/index.ts'
import { mean, median } from '../../stats/describe.ts'

/** What one worker of one block says of a metric. */
export interface WorkerFigure {
  /** For people. */
  value(sample: WorkerSample, scenario: Scenario): number
  /** Values that are paired in time with the other contender's of the same block. One value where there are no rounds. */
  rounds(sample: WorkerSample, scenario: Scenario): readonly number[]
  /** Of a metric that is a mean: what is averaged over workers, and what the metric is of that average. */
  readonly averaged?: Averaged | undefined
}

export interface Averaged {
  part(sample: WorkerSample, scenario: Scenario): number
  value(average: number, scenario: Scenario): number
}

/** What takes more runs than one worker has is compared in groups of blocks: see `tails.ts`. */
export function workerFigure(figure: Exclude<SpeedFigure, TailFigure>): WorkerFigure {
  switch (figure.by) {
    case 'rounds':
      return { value: ({ samplesMs }) => median(samplesMs), rounds: roundMedians }
    case 'mean':
      return averaged({ part: ({ samplesMs }) => mean(samplesMs), value: figure.value })
    case 'worker':
      return figure.averaged ? averaged({ part: figure.value, value: (average) => average }) : whole(figure.value)
    default:
      return figure satisfies never
  }
}

function averaged({ part, value }: Averaged): WorkerFigure {
  return { ...whole((sample, scenario) => value(part(sample, scenario), scenario)), averaged: { part, value } }
}

function whole(value: WorkerFigure['value']): WorkerFigure {
  return { value, rounds: (sample, scenario) => [value(sample, scenario)] }
}

/**
 * The median time of each round of two turns: the geometric mean of both turns' medians, so that what drifts steadily
 * through a round (P C C P) cancels.
 */
function roundMedians({ samplesMs, turns }: WorkerSample): number[] {
  const medians: number[] = []
  let start = 0
  for (const count of turns) {
    medians.push(median(samplesMs.slice(start, start + count)))
    start += count
  }
  if (medians.length % 2 === 1) return medians
  return medians.flatMap((first, turn) => (turn % 2 === 0 ? [Math.sqrt(first * (medians[turn + 1] as number))] : []))
}
