import type { Scenario, Warning } from '../core/products/index.ts';
import type { SavedBlock } from './progress.ts';
import type { BlockBudget } from './schedule.ts';
interface Measured {
    readonly scenario: Scenario;
    readonly blocks: BlockBudget;
}
/** What is wrong with how these blocks were measured. */
export declare function blockWarnings(plan: Measured, saved: readonly SavedBlock[]): Warning[];
export {};
