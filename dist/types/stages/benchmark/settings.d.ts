import { z } from 'zod';
import type { Scenario } from '../../core/products/index.ts';
import { type Labels } from './runners.ts';
export declare const benchmarkSettings: z.ZodType<BenchmarkSettings>;
export interface BenchmarkSettings {
    readonly scenarios: readonly {
        readonly provider: string;
        readonly batch: number | readonly number[];
        readonly threads: number | readonly number[];
        readonly options?: Readonly<Record<string, unknown>> | undefined;
        readonly 'allow-fallback': boolean;
        readonly rate?: number | readonly number[] | undefined;
        readonly order: 'interleaved' | 'isolated';
        readonly runner?: Labels | undefined;
    }[];
    /** Milliseconds. */
    readonly budget: number;
    readonly blocks: {
        readonly min: number;
        readonly max: number;
    };
    readonly data?: string | undefined;
    readonly shapes: Readonly<Record<string, readonly number[]>>;
    readonly seed: number;
    readonly 'noise-floor': boolean;
}
/** Every combination once, in the order of the settings, with ids such as `cpu/b32/t1`. */
export declare function scenariosOf(settings: BenchmarkSettings): Scenario[];
