import type { RolloutState } from '../registry/index.ts';
/** What a rollout does next. Every action is idempotent, and is recorded in the ledger after it took effect. */
export type Action = {
    readonly do: 'start';
} | {
    readonly do: 'set-weight';
    readonly step: number;
    readonly weight: number;
} | {
    readonly do: 'judge';
    readonly step: number;
    readonly look: number;
} | {
    readonly do: 'promote';
} | {
    readonly do: 'roll-back';
    readonly step: number;
    readonly why: string;
} | {
    readonly do: 'run-hook';
    readonly on: HookEvent;
    readonly index: number;
    readonly why: string;
} | {
    readonly do: 'finish';
    readonly outcome: HookEvent;
    readonly why: string;
} | {
    readonly do: 'done';
};
export type HookEvent = 'promoted' | 'rolled-back';
/** What the pipeline says of the rollout, and the ledger does not. */
export interface Rules {
    /** How many more looks a step gets while it is inconclusive. */
    readonly hold: number;
    /** How many hooks there are to run on each ending. */
    readonly hooks: Readonly<Record<HookEvent, number>>;
}
/** The names under which what a rollout did is recorded: recording one twice changes nothing. */
export declare const keys: {
    readonly started: (id: string) => string;
    readonly weight: (id: string, step: number) => string;
    readonly look: (id: string, step: number, look: number) => string;
    readonly rollback: (id: string) => string;
    readonly promoted: (id: string) => string;
    readonly hook: (id: string, on: HookEvent, index: number) => string;
    readonly finished: (id: string) => string;
};
/**
 * The next action of a rollout. Its whole state is what the ledger holds (undefined: nothing yet), so whoever asks, after
 * whatever kill, goes on where the last one stopped. A step that fails, or is inconclusive once its holds are used up, rolls
 * back: no data is never a pass.
 */
export declare function nextStep(state: RolloutState | undefined, rules: Rules): Action;
/** The weight that the ledger says is in force: the last one set; 0 before the first. */
export declare function weightOf(state: RolloutState): number;
