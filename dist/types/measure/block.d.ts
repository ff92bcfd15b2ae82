import type { Block, GpuState, Scenario } from '../core/products/index.ts';
import type { World } from '../core/world.ts';
import type { Feeds } from './protocol.ts';
export interface BlockMember {
    /** Absolute path of the model file. */
    readonly path: string;
    readonly feeds: Feeds;
    /** Makes every run take this many times as long: a known effect, for calibration. */
    readonly slowdown?: number | undefined;
}
export interface BlockPlan {
    readonly scenario: Scenario;
    /** Contender ids in the order of their first turns. */
    readonly order: readonly string[];
    readonly members: ReadonlyMap<string, BlockMember>;
    /** The processor for all workers of the block; undefined leaves them free. */
    readonly cpu: number | undefined;
    /** What is random in an open loop follows from it: every contender of the block gets the same requests. */
    readonly seed: readonly number[];
}
export interface BlockTools {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
    /** Watches the GPU while something is done, where there is one to watch. */
    watch?(work: () => Promise<void>): Promise<GpuState | undefined>;
}
export interface BlockResult {
    readonly block: Block;
    /** Whether all workers ran on the given processor. */
    readonly pinned: boolean;
}
/**
 * One block: a fresh worker for each contender, all loaded and warmed first, then short turns, one worker at a time; or,
 * isolated, one contender after the other, each alone on the machine. The workers are gone when it returns or throws.
 */
export declare function runBlock(plan: BlockPlan, tools: BlockTools): Promise<BlockResult>;
