import type { GpuState, Warning } from '../../core/products/index.ts';
import type { Gpu } from './parse.ts';
/** What was wrong with a GPU over the blocks of a scenario, one summary each. */
export declare function gpuTroubles(gpu: Gpu, blocks: readonly GpuState[]): Warning[];
