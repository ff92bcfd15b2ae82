import { type Sha256 } from '../core/json.ts';
import type { Contender, Scenario, Speed, Warning } from '../core/products/index.ts';
import type { Checkpoint } from '../core/stage.ts';
import type { World } from '../core/world.ts';
import { type BlockMember } from './block.ts';
import type { FoundGpu } from './gpu/find.ts';
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
    /** Digest of the data that feeds the models, or how the inputs were made. */
    readonly inputs: string;
    readonly blocks: BlockBudget;
    /** How often the budget may be spent again when questions are still open. */
    readonly extensions: number;
    /** Whether what was measured so far answers every question. */
    answered(speed: Speed): boolean;
}
export interface ExperimentTools {
    readonly world: Pick<World, 'clock' | 'processes' | 'files'>;
    /** The GPU to watch; undefined for providers on the CPU, and where it cannot be watched. */
    readonly gpu?: FoundGpu | undefined;
    /** What was measured under a key, by this run or an earlier one, and is to be kept. */
    measurements(key: Sha256): Checkpoint;
    readonly signal: AbortSignal;
    /** Numbers of the processors that workers may be pinned to. */
    readonly processors: readonly number[];
    progress(message: string, fraction: number): void;
}
export interface Experiment extends Speed {
    readonly answered: boolean;
    readonly warnings: readonly Warning[];
}
/**
 * Measures all contenders of one scenario in randomised, balanced blocks of fresh worker processes until the questions are
 * answered or the budget is spent. Blocks and looks are kept as they come: whoever measures the same again, after a kill or
 * in another run, goes on from there and accounts for every look that was taken. No sample is left out.
 */
export declare function runExperiment(plan: ExperimentPlan, tools: ExperimentTools): Promise<Experiment>;
