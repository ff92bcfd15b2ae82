import type { GpuState } from '../../core/products/index.ts';
import type { Gpu, GpuSample } from './parse.ts';
/** A stretch of time, in milliseconds since the epoch. */
export interface Window {
    readonly fromMs: number;
    readonly toMs: number;
}
/**
 * What happened in the windows (all of the samples, when none are given), between the first and the last sample. Undefined with
 * fewer than two samples: there is no time between them.
 */
export declare function summarizeGpu(gpu: Pick<Gpu, 'baseMHz' | 'mig'>, samples: readonly GpuSample[], windows?: readonly Window[]): GpuState | undefined;
/** More than a tenth of the time slow moves the 90th percentile wholly: such a block is measured again. */
export declare function mustRepeat(summary: GpuState | undefined): boolean;
