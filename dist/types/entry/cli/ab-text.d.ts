import type { Warning } from '../../core/products/index.ts';
import type { AbPlan, AbSize } from '../../stats/ab-plan.ts';
/** A plan as it is told: with users in all, and days where the traffic is known. */
export interface ToldPlan extends Omit<AbPlan, 'fixed' | 'sequential'> {
    /** Users a day, both arms together. */
    readonly traffic?: number;
    readonly fixed: ToldSize;
    readonly sequential: Omit<AbPlan['sequential'], 'largest'> & {
        readonly largest: ToldSize;
    };
    readonly warnings: readonly Warning[];
}
export interface ToldSize extends AbSize {
    readonly users: number;
    readonly days?: number;
    readonly wholeWeeks?: number;
}
/** A plan as two tables: how many users it takes, and what it is likely to say. */
export declare function planAbText(plan: ToldPlan, width: number): string;
export declare function points(value: number): string;
