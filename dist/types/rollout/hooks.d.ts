import { z } from 'zod';
import type { World } from '../core/world.ts';
/** A program of the user's own, as an argument vector: no shell reads it. */
export interface Hook {
    readonly run: readonly [string, ...string[]];
}
export interface HookCall {
    readonly model: string;
    readonly version: string;
    readonly rollout: string;
    readonly event: string;
    /** The same for every attempt at the same event. */
    readonly eventId: string;
    readonly why: string;
}
export interface HookResult {
    readonly name: string;
    readonly outcome: 'done' | 'failed';
    readonly detail: string;
}
/** The settings of one hook. */
export declare const hook: z.ZodType<Hook>;
/** Runs a hook in the folder of the pipeline. Whatever goes wrong is its result, with its last output; only a cancelled run throws. */
export declare function runHook({ run }: Hook, call: HookCall, place: {
    readonly world: World;
    readonly folder: string;
    readonly signal: AbortSignal;
}): Promise<HookResult>;
