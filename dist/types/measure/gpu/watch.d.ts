import type { World } from '../../core/world.ts';
import type { FoundGpu } from './find.ts';
import { type GpuSample } from './parse.ts';
/** A GPU that is being watched. */
export interface Watch {
    /** Ends the watching and gives what was seen, in order. */
    stop(): Promise<readonly GpuSample[]>;
}
/**
 * Watches a GPU by one nvidia-smi that runs until `stop`, until the signal or an hour later. If this process dies, it ends
 * with the next line that it cannot write. One that fails on the way leaves the samples it gave.
 */
export declare function watchGpu({ gpu, query }: FoundGpu, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Watch;
