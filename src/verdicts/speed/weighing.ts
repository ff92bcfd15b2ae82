import type { Interval } from '../../stats/interval.ts'
import { signedRankInterval } from '../../stats/signed-rank.ts'
import { weightedInterval, weightsOf } from '../../stats/weighted.ts'
import type { Rules } from '../row/rules.ts'
import type { BlockFigure } from './blocks.ts'

/** What blocks are worth of which some were disturbed. */
export interface Weighing {
  /** Whether any of these blocks is worth less than another. */
  weighs(blocks: readonly BlockFigure[]): boolean
  /** The interval of their differences at the one-sided error rate `alpha`. */
  intervalOf(blocks: readonly BlockFigure[], alpha: number): Interval
}

export const weighings: { readonly [Name in Rules]: Weighing } = {
  /** By the scatter of the difference. A contender that is slow where it is unsteady made its slow blocks count for little. */
  'airworthy.evidence/2': {
    weighs: (blocks) => weightsOf(scattersOf(blocks), 1).some((weight) => weight < 1),
    intervalOf: (blocks, alpha) =>
      signedRankInterval(blocks.map(differenceOf), alpha, weightsOf(scattersOf(blocks), 1)),
  },
  /** By what disturbed both contenders, and not against what the unweighted interval says. */
  'airworthy.evidence/3': {
    weighs: (blocks) => weightsOf(blocks.map(({ commonScatter }) => commonScatter)).some((weight) => weight < 1),
    intervalOf: (blocks, alpha) =>
      weightedInterval(
        blocks.map(differenceOf),
        alpha,
        blocks.map(({ commonScatter }) => commonScatter),
      ),
  },
}

function differenceOf({ difference }: BlockFigure): number {
  return difference
}

function scattersOf(blocks: readonly BlockFigure[]): number[] {
  return blocks.map(({ scatter }) => scatter)
}
