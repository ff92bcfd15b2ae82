import type { World } from '../../core/world.ts';
import { type Gpu, parseInstances } from './parse.ts';
import { type Query, type StateKey } from './query.ts';
export interface GpuTools {
    readonly world: Pick<World, 'processes' | 'env'>;
    readonly signal: AbortSignal;
}
export interface FoundGpu {
    readonly gpu: Gpu;
    /** What its driver answers about its state. */
    readonly query: Query<StateKey>;
}
/**
 * The GPU that a provider computes on which is asked for number `device`, by nvidia-smi. Undefined where there is no NVIDIA
 * driver, or no telling which one it is. Starts programs: only for providers whose `device` is a GPU.
 */
export declare function findGpu(device: number, tools: GpuTools): Promise<FoundGpu | undefined>;
type Instance = ReturnType<typeof parseInstances>[number];
/**
 * Which GPU a process calls number `device`, by CUDA's rules. CUDA_VISIBLE_DEVICES lists numbers or (beginnings of) UUIDs. CUDA
 * counts the fastest first unless CUDA_DEVICE_ORDER is PCI_BUS_ID: with different models and no order, no one can tell.
 */
export declare function visibleGpu(gpus: readonly Gpu[], instances: readonly Instance[], device: number, env: Readonly<Record<string, string | undefined>>): Gpu | undefined;
export {};
