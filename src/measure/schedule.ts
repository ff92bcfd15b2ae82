import { createRandom, type Random } from '../stats/random.ts'

/**
 * In which order the contenders of a block have their turns, from the seed alone. Blocks come in pairs: the first of a pair
 * draws an order, the second has it reversed, so that over any even number of blocks nobody goes first more often.
 */
export function blockOrder(contenders: readonly string[], seed: number, index: number): string[] {
  const order = createRandom(seed, Math.floor(index / 2)).shuffle(contenders)
  return index % 2 === 0 ? order : order.reverse()
}

/** The turns of a block: the order, then reversed, then again (P C C P P C C P …), so that steady drift cancels. */
export function turns(order: readonly string[], rounds: number): string[] {
  const there = [...order, ...order.toReversed()]
  return Array.from({ length: rounds }, () => there).flat()
}

export interface TurnPlan {
  /** Rounds there and back: each contender has two turns in each. */
  readonly rounds: number
  /** Timed runs in a turn, the same for every contender. */
  readonly runs: number
  /** Untimed runs at the start of each turn. */
  readonly settle: number
}

/** A turn is short, so that what disturbs the machine disturbs all contenders alike; handing over takes half a millisecond. */
const turnMs = 5
/** A model is fast when a few of its runs fit into a turn. */
const fastMs = 2.5
/**
 * How long each contender is measured in a block. Recorded blocks of models between 0.1 and 6 ms settle most in a given time
 * at half a second or more: shorter ones are mostly starting of processes, of longer ones there are too few. Slow models take
 * longer to load, too; with more of it, three quarters of the time still go to running them.
 */
const measuredMs = { fast: 500, slow: 900 }

/**
 * How a block is cut into turns, where one run of the slowest contender takes `runMs` milliseconds. The first run after
 * another process has had the processor finds its caches cold (a third slower for models of about 1 ms): it is not timed
 * where several fit into a turn, and makes little difference where one or two fill it.
 */
export function turnPlan(runMs: number): TurnPlan {
  const wanted = runMs < fastMs ? measuredMs.fast : measuredMs.slow
  const runs = Math.min(1000, Math.max(1, Math.round(turnMs / runMs)))
  return { rounds: Math.max(1, Math.round(wanted / (2 * runs * runMs))), runs, settle: runs >= 3 ? 1 : 0 }
}

/** An open loop's turns are long enough for a queue to build up, and hold ten requests or more. */
const window = { leastMs: 200, leastRequests: 10 }
/** Rounds there and back of an open loop: four turns of each contender in a block. */
export const openRounds = 2

/**
 * When the requests of one turn of an open loop are sent: milliseconds from its beginning, rising, one or more. They come at
 * random, `rate` of them a second on average (a Poisson process), for as long as a turn lasts.
 */
export function arrivals(rate: number, random: Random): number[] {
  const windowMs = windowOf(rate)
  const times: number[] = []
  for (let at = gap(rate, random); at < windowMs; at += gap(rate, random)) times.push(at)
  return times.length === 0 ? [windowMs] : times
}

/** How long requests keep coming in one turn, in milliseconds. */
function windowOf(rate: number): number {
  return Math.max(window.leastMs, (1000 * window.leastRequests) / rate)
}

function gap(rate: number, random: Random): number {
  return (-1000 * Math.log1p(-random.uniform())) / rate
}

export interface BlockBudget {
  readonly budgetMs: number
  readonly min: number
  readonly max: number
}
