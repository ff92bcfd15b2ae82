import type { Block, Scenario, WorkerSample } from '../../core/products/index.ts'
import { mean, median } from '../../stats/describe.ts'
import { verdictError } from '../errors.ts'

/** What both contenders did in one block. */
export type Pair = readonly [WorkerSample, WorkerSample]

/** What one worker of one block says of a metric: `value` for people, `rounds` to compare with the other contenders of its block. */
interface Figure {
  value(sample: WorkerSample, scenario: Scenario): number
  /** Values whose differences from the other contender's, round by round, are paired in time. One value where there are no rounds. */
  rounds(sample: WorkerSample, scenario: Scenario): readonly number[]
}

function whole(value: Figure['value']): Figure {
  return { value, rounds: (sample, scenario) => [value(sample, scenario)] }
}

/** The metrics that are compared by one figure of each worker. Tail percentiles need more runs than a worker has: see `tails.ts`. */
export const figures: Readonly<Record<string, Figure>> = {
  'latency.p50': { value: ({ samplesMs }) => median(samplesMs), rounds: roundMedians },
  'latency.mean': whole(({ samplesMs }) => mean(samplesMs)),
  throughput: whole(({ samplesMs }, { batch }) => (1000 * batch) / mean(samplesMs)),
  'first-run': whole(({ firstRunMs }) => firstRunMs),
  'session-start': whole(({ sessionMs }) => sessionMs),
  'memory.peak': whole(({ peakBytes }) => peakBytes),
  energy: whole((sample, { batch }) => told('energy', joulesPerInference(sample, batch))),
  'memory.gpu': whole(({ gpu }) => told('memory.gpu', gpu?.memoryBytes)),
}

/** What is known only of a contender that has a GPU to itself. */
export const gpuMetrics: readonly string[] = ['energy', 'memory.gpu']

/** Energy of the whole board while a contender had its turns, those runs included that were not timed. */
function joulesPerInference({ gpu, samplesMs }: WorkerSample, batch: number): number | undefined {
  return gpu?.joules === undefined ? undefined : gpu.joules / (samplesMs.length * batch)
}

function told(metric: string, value: number | undefined): number {
  if (value !== undefined && value > 0) return value
  throw verdictError('metric-not-measured', { metric, why: 'nvidia-smi does not tell it of this device' })
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

/** What one block says of two contenders. */
export interface BlockFigure {
  /** How far the second lies from the first: the median over rounds of log-ratios (or of differences, for an absolute scale). */
  readonly difference: number
  /** How far its rounds lie apart: their median distance from that. 0 where there is one round. */
  readonly scatter: number
}

/**
 * What slows the machine for longer than a round slows both contenders, and cancels; what comes and goes within rounds scatters them.
 * The scatter is the same whichever contender is called the candidate, and however much slower it is.
 */
export function blockFigure(
  figure: Figure,
  scale: 'relative' | 'absolute',
  [first, second]: Pair,
  scenario: Scenario,
): BlockFigure {
  const [before, after] = [figure.rounds(first, scenario), figure.rounds(second, scenario)]
  const paired = before.length === after.length
  const [from, to] = paired ? [before, after] : [[median(before)], [median(after)]]
  const rounds = to.map((value, round) => difference(scale, from[round] as number, value))
  const middle = median(rounds)
  return { difference: middle, scatter: median(rounds.map((round) => Math.abs(round - middle))) }
}

export function difference(scale: 'relative' | 'absolute', before: number, after: number): number {
  return scale === 'relative' ? Math.log(after / before) : after - before
}

/** The samples of two contenders in every block that holds both. */
export function pairsOf(blocks: readonly Block[], first: string, second: string): readonly Pair[] {
  return blocks.flatMap(({ runs }) => {
    const [one, other] = [runs[first], runs[second]]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
