/**
 * In which order the contenders of a block have their turns, from the seed alone. Blocks come in pairs: the first of a pair
 * draws an order, the second has it reversed, so that over any even number of blocks nobody goes first more often.
 */
export declare function blockOrder(contenders: readonly string[], seed: number, index: number): string[];
/** The turns of a block: the order, then reversed, then again (P C C P P C C P …), so that steady drift cancels. */
export declare function turns(order: readonly string[], rounds: number): string[];
export interface BlockBudget {
    readonly budgetMs: number;
    readonly min: number;
    readonly max: number;
}
/** Whether another block fits: always below the minimum, never above the maximum, else when it would end within the budget. */
export declare function anotherBlock(done: number, spentMs: number, { budgetMs, min, max }: BlockBudget): boolean;
