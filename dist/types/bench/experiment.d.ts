import type { Block, Contender, Scenario, Warning } from '../core/products.ts';
import type { Checkpoint } from '../core/stage.ts';
import type { World } from '../core/world.ts';
import { type BlockMember } from './block.ts';
import { type BlockBudget } from './schedule.ts';
/** A contender with what a worker needs to run it. */
export interface Runner extends BlockMember {
    readonly contender: Contender;
}
export interface ExperimentPlan {
    readonly scenario: Scenario;
    readonly runners: readonly Runner[];
    readonly seed: number;
    /** Fingerprint of the machine: blocks measured elsewhere are not continued. */
    readonly environment: string;
    readonly blocks: BlockBudget;
}
export interface ExperimentTools {
    readonly world: Pick<World, 'clock' | 'processes'>;
    readonly checkpoint: Checkpoint;
    readonly signal: AbortSignal;
    /** Numbers of the processors that workers may be pinned to. */
    readonly processors: readonly number[];
    progress(message: string, fraction: number): void;
}
export interface Experiment {
    readonly blocks: readonly Block[];
    readonly warnings: readonly Warning[];
}
/**
 * Measures all contenders of one scenario in randomised, balanced blocks of fresh worker processes until the budget is
 * spent. Each finished block is durable; a stage that starts again goes on after the last one. No sample is left out.
 */
export declare function runExperiment(plan: ExperimentPlan, tools: ExperimentTools): Promise<Experiment>;
