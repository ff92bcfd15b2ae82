import type { z } from 'zod';
import type { Artifact } from './products/index.ts';
import type { Tensor } from './tensor.ts';
import type { World } from './world.ts';
/** A version that a target serves. `path` is the model file on this machine. */
export interface Served {
    readonly version: string;
    readonly artifact: Artifact;
    readonly path: string;
}
export interface VersionTraffic {
    readonly requests: number;
    /** Requests that failed: an error status, a broken connection, a timeout. */
    readonly errors: number;
    /** Latency of each request that succeeded, as a client saw it. */
    readonly latenciesMs: readonly number[];
}
/** What was counted since the last look. */
export interface TrafficWindow {
    readonly seconds: number;
    readonly stable: VersionTraffic;
    readonly candidate: VersionTraffic;
}
/**
 * Something that serves models and can split traffic between two versions. Every method is idempotent: a rollout that was
 * killed calls it again. A write proves nothing: `weight()` says what is really in force.
 */
export interface Target {
    readonly describe: string;
    /** Makes both versions ready to serve; all traffic stays where it is (a new target sends all of it to `stable`). */
    prepare(stable: Served | undefined, candidate: Served): Promise<void>;
    /** Gives the candidate this share of traffic, 0 to 1, and returns when it is in force. */
    apply(weight: number): Promise<void>;
    /** The share in force now, read back from what serves. */
    weight(): Promise<number>;
    /** Lets traffic flow for this long and gives what was counted in that time. */
    observe(ms: number): Promise<TrafficWindow>;
    /** Releases what this process holds (sockets, child processes). What serves outside of it goes on serving. */
    close(): Promise<void>;
}
export interface TargetTools {
    readonly world: World;
    readonly signal: AbortSignal;
    readonly model: string;
    /** Requests to replay, one example each, where the target has no traffic of its own: a named data set of the pipeline. */
    replay(data: string): Promise<readonly Readonly<Record<string, Tensor>>[]>;
}
/** A row in the table of targets. */
export interface TargetKind {
    readonly kind: string;
    readonly summary: string;
    readonly settings: z.ZodType;
    /** An example of its settings, YAML flow style, for the reference. */
    readonly example: string;
    /** True when it serves from processes of its own that end with it, and touches nothing outside of this machine. */
    readonly ownProcesses?: boolean;
    /** Makes a target from settings as `settings` gave them after checking. Nothing is started before `prepare`. */
    make(settings: unknown, tools: TargetTools): Target;
}
/** Defines a kind of target. The settings' type lives inside this one call. */
export declare function defineTarget<Settings extends z.ZodType>(definition: {
    readonly kind: string;
    readonly summary: string;
    readonly settings: Settings;
    readonly example: string;
    readonly ownProcesses?: boolean;
    make(settings: z.output<Settings>, tools: TargetTools): Target;
}): TargetKind;
