import type { Warmup } from '../core/products/index.ts';
import type { SessionOptions } from '../core/provider.ts';
import type { Tensor, TensorInfo } from '../core/tensor.ts';
import type { Placement } from '../providers/placement.ts';
/** What a `bench` worker process can be asked, and what it answers. One session per worker: `open` replaces the one before. */
export type BenchRequest = {
    readonly do: 'prepare';
    readonly provider: string;
} | Open | Place | Run | Warm | Measure | Serve | {
    readonly do: 'peak';
};
export type Feeds = Readonly<Record<string, Tensor>>;
/** The worker after its runtime's library is loaded: what every model shares is not part of any measurement. */
export interface Prepared {
    /** Numbers of the processors a worker may be pinned to; none where the platform does not say. */
    readonly processors: readonly number[];
    /** Version of the runtime behind the provider. */
    readonly runtime: string;
}
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
/** Tells who runs the nodes of a model, by a profile of two runs: with fallback allowed, in a session of its own. */
export interface Place extends SessionOptions {
    readonly do: 'place';
    readonly model: string;
    readonly provider: string;
    readonly feeds: Feeds;
}
export interface Placed {
    /** Undefined where the runtime keeps no profile. */
    readonly placement: Placement | undefined;
}
export interface Run {
    readonly do: 'run';
    readonly feeds: Feeds;
}
export interface RunAnswer {
    readonly outputs: Feeds;
}
/** Gives the feeds of all runs to come, and runs until times have stopped falling. */
export interface Warm {
    readonly do: 'warm';
    readonly feeds: Feeds;
}
export interface Warmed extends Warmup {
    readonly firstRunMs: number;
    /** The usual time of one warm run, in milliseconds. */
    readonly runMs: number;
}
/** `runs` timed runs, after `settle` untimed ones that bring caches back to where they were before another process ran. */
export interface Measure {
    readonly do: 'measure';
    readonly runs: number;
    readonly settle: number;
}
/** Requests sent at these times, in milliseconds from now, rising: an open loop. One is answered after the other. */
export interface Serve {
    readonly do: 'serve';
    readonly arrivals: readonly number[];
}
/** Milliseconds of each run, in order, none left out; of a served request from the time at which it was to be sent. */
export interface Measured {
    readonly samplesMs: readonly number[];
    /** Of a `serve`: how long it took in all, and how much of that there was something to answer. */
    readonly served?: {
        readonly ms: number;
        readonly busyMs: number;
    } | undefined;
}
export interface Peak {
    readonly peakBytes: number;
}
