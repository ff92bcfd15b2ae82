import type { SessionOptions } from '../core/provider.ts';
import type { Tensor, TensorInfo } from '../core/tensor.ts';
/** What a `bench` worker process can be asked, and what it answers. One session per worker: `open` replaces the one before. */
export type BenchRequest = Open | Run | Measure | {
    readonly do: 'peak';
} | {
    readonly do: 'describe';
    readonly provider: string;
};
export type Feeds = Readonly<Record<string, Tensor>>;
export interface Open extends SessionOptions {
    readonly do: 'open';
    /** Absolute path of the model file. */
    readonly model: string;
    readonly provider: string;
    /** Makes every run take this many times as long, by a busy wait inside what is timed: a known slow-down, for calibration. */
    readonly slowdown?: number | undefined;
}
export interface Opened {
    readonly inputs: readonly TensorInfo[];
    readonly outputs: readonly TensorInfo[];
    /** Time to load the model, in milliseconds. */
    readonly sessionMs: number;
}
export interface Run {
    readonly do: 'run';
    readonly feeds: Feeds;
}
export interface RunAnswer {
    readonly outputs: Feeds;
}
/** Stops at the first of `runs` runs and `forMs` milliseconds; at least one run where `runs` is not 0. */
export interface Measure {
    readonly do: 'measure';
    /** Without feeds, those of the last `measure` are used again. */
    readonly feeds?: Feeds | undefined;
    readonly runs: number;
    readonly forMs?: number | undefined;
    /** Runs before these, timed and given back apart. */
    readonly warmup?: {
        readonly runs: number;
        readonly forMs: number;
    } | undefined;
}
/** Milliseconds of each run, in order, none left out. */
export interface Measured {
    readonly warmupMs: readonly number[];
    readonly samplesMs: readonly number[];
}
export interface Peak {
    readonly peakBytes: number;
}
export interface Description {
    /** Numbers of the processors a worker may be pinned to; none where the platform does not say. */
    readonly processors: readonly number[];
    /** Version of the runtime behind the provider. */
    readonly runtime: string;
}
