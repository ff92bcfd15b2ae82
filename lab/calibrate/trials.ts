import type { Verdict } from '../../src/core/verdict.ts'
import { lookDue } from '../../src/measure/looks.ts'
import { judge as judgeClaim } from '../../src/stats/claims.ts'
import { median, quantile } from '../../src/stats/describe.ts'
import type { Random } from '../../src/stats/random.ts'
import { type Look, repeatedInterval } from '../../src/stats/sequential.ts'
import type { RecordedBlock } from './blocks.ts'

export interface Trial {
  /** How much slower the candidate is made: 0.02 multiplies each of its times by 1.02, as a busy wait does. */
  readonly effect: number
  readonly margin: number
  readonly budgetMs: number
}

export interface Outcome {
  readonly verdict: Verdict
  readonly seconds: number
}

/** One-sided error rate of every verdict. */
export const alpha = 0.01
const leastBlocks = 8

/**
 * One comparison as the instrument makes it, on whole recorded blocks drawn with replacement: the same looks, the same
 * interval, the same price of a block. `swap` exchanges the two contenders of a block at random, which are the same model:
 * then nothing at all distinguishes them, and only chance can call one slower.
 */
export function trial(
  blocks: readonly RecordedBlock[],
  { effect, margin, budgetMs }: Trial,
  random: Random,
  swap: boolean,
): Outcome {
  const drawn: RecordedBlock[] = []
  const differences: number[] = []
  const looks: Look[] = []
  let spentMs = 0
  for (;;) {
    const to = blocksFor(drawn, budgetMs)
    const ended = drawn.length >= leastBlocks && (drawn.length >= to || spentMs + spentMs / drawn.length > budgetMs)
    const taken = looks.map(({ count, spent }) => ({ blocks: count, spent }))
    const look = lookDue(drawn.length, taken, { number: 0, from: 0, start: 0 }, { to, least: leastBlocks, ended })
    if (look !== undefined) looks.push({ count: look.blocks, spent: look.spent })
    const verdict = look === undefined ? 'inconclusive' : judge(differences, looks, margin)
    if (ended || verdict !== 'inconclusive') return { verdict, seconds: spentMs / 1000 }
    const block = blocks[random.below(blocks.length)] as RecordedBlock
    drawn.push(block)
    const difference = (swap && random.below(2) === 1 ? -block.difference : block.difference) + Math.log1p(effect)
    differences.push(difference)
    spentMs += block.spentMs
  }
}

function blocksFor(drawn: readonly RecordedBlock[], budgetMs: number): number {
  if (drawn.length < 4) return Infinity
  const price = median(drawn.slice(0, 4).map((block) => block.spentMs))
  return Math.max(leastBlocks, Math.floor(budgetMs / price))
}

function judge(differences: readonly number[], looks: readonly Look[], margin: number): Verdict {
  const { estimate, low, high, level } = repeatedInterval(differences, looks, alpha)
  const change = { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level }
  return judgeClaim(change, { claim: 'not-worse', margin, better: 'lower', alpha }).verdict
}

export interface Tally {
  readonly trials: number
  readonly pass: number
  readonly fail: number
  readonly inconclusive: number
  /** Median and 95th percentile of the seconds a comparison took. */
  readonly seconds: readonly [middle: number, most: number]
}

/** Many trials of one kind. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const count = (verdict: Verdict): number => outcomes.filter((outcome) => outcome.verdict === verdict).length
  const seconds = outcomes.map((outcome) => outcome.seconds)
  return {
    trials: outcomes.length,
    pass: count('pass'),
    fail: count('fail'),
    inconclusive: count('inconclusive'),
    seconds: [median(seconds), quantile(seconds, 0.95)],
  }
}
