import { ownValue } from '../../core/own.ts'
import type { Block, Scenario, WorkerSample } from '../../core/products/index.ts'
import { median } from '../../stats/describe.ts'
import type { WorkerFigure } from './figures.ts'

/** What both contenders did in one block. */
export type Pair = readonly [WorkerSample, WorkerSample]

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
  figure: Pick<WorkerFigure, 'rounds'>,
  scale: 'relative' | 'absolute',
  [first, second]: Pair,
  scenario: Scenario,
): BlockFigure {
  const [before, after] = [figure.rounds(first, scenario), figure.rounds(second, scenario)]
  const paired = before.length === after.length
  const [from, to] = paired ? [before, after] : [[median(before)], [median(after)]]
  const rounds = to.map((value, round) => difference(scale, from[round] as number, value))
  const middle = median(rounds)
  return { difference: middle, scatter: median(rounds.map((value) => Math.abs(value - middle))) }
}

export function difference(scale: 'relative' | 'absolute', before: number, after: number): number {
  return scale === 'relative' ? Math.log(after / before) : after - before
}

/** The samples of two contenders in every block that holds both. */
export function pairsOf(blocks: readonly Block[], first: string, second: string): readonly Pair[] {
  return blocks.flatMap(({ runs }) => {
    const [one, other] = [ownValue(runs, first), ownValue(runs, second)]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
