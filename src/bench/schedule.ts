import { createRandom } from '../stats/random.ts'

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

export interface BlockBudget {
  readonly budgetMs: number
  readonly min: number
  readonly max: number
}

/** Whether another block fits: always below the minimum, never above the maximum, else when it would end within the budget. */
export function anotherBlock(done: number, spentMs: number, { budgetMs, min, max }: BlockBudget): boolean {
  if (done < min) return true
  return done < max && spentMs + spentMs / done <= budgetMs
}
