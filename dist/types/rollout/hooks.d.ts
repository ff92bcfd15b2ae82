import { z } from 'zod';
import type { World } from '../core/world.ts';
/** What is done when a rollout ends: a program of the user's own (an argument vector, no shell reads it), or a workflow on GitHub. */
export type Hook = {
    readonly run: readonly [string, ...string[]];
} | {
    readonly dispatch: {
        readonly workflow: string;
        readonly ref: string;
        readonly inputs: Readonly<Record<string, string>>;
    };
};
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
interface Place {
    readonly world: World;
    readonly folder: string;
    readonly signal: AbortSignal;
}
/** Runs a hook. Whatever goes wrong is its result, with its last output; only a cancelled run throws. */
export declare function runHook(hook: Hook, call: HookCall, place: Place): Promise<HookResult>;
export {};
