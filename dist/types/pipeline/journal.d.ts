import type { Problem } from '../core/errors/index.ts';
import type { Sha256 } from '../core/json.ts';
import type { World } from '../core/world.ts';
import type { StageRecord } from './cache.ts';
import type { InputValue } from './expressions.ts';
import type { Home } from './home.ts';
import type { Pipeline } from './load.ts';
/** What happened in a run, in order. Written before and after everything that takes time or has an effect. */
export type JournalEvent = {
    readonly event: 'run-started';
    readonly at: string;
    readonly runId: string;
    readonly file: string;
    readonly name: string;
    readonly sha256: Sha256;
    readonly inputs: Readonly<Record<string, InputValue>>;
    /** How it takes part in a benchmark that several machines share: kept in the store, so that a resumed run does the same. */
    readonly share?: Sha256 | undefined;
} | {
    readonly event: 'subject';
    readonly product: Sha256;
} | {
    readonly event: 'stage-started';
    readonly at: string;
    readonly stage: string;
    readonly key: Sha256;
} | {
    readonly event: 'stage-finished';
    readonly at: string;
    readonly stage: string;
    readonly key: Sha256;
    readonly seconds: number;
    readonly cached: boolean;
    readonly record: StageRecord;
} | {
    readonly event: 'stage-failed';
    readonly at: string;
    readonly stage: string;
    readonly problems: readonly Problem[];
} | {
    readonly event: 'run-finished';
    readonly at: string;
    readonly outcome: string;
    readonly exitCode: number;
};
export type RunStarted = Extract<JournalEvent, {
    event: 'run-started';
}>;
export type StageFinished = Extract<JournalEvent, {
    event: 'stage-finished';
}>;
/** One run on disk: its folder, and the journal in it. */
export interface Journal {
    readonly runId: string;
    readonly folder: string;
    readonly started: RunStarted;
    /** What was written before this process began; empty for a new run. */
    readonly past: readonly JournalEvent[];
    write(event: JournalEvent): Promise<void>;
    /** Lets other processes have the run. */
    release(): Promise<void>;
}
/** Starts the journal of a new run. What Airworthy keeps is never committed by accident: the folder ignores itself. */
export declare function newJournal(home: Home, pipeline: Pipeline, { inputs, share }: Pick<RunStarted, 'inputs' | 'share'>, world: World): Promise<Journal>;
/** Opens the journal of an earlier run to go on with it. Throws `resume-changed` when the pipeline is another one now, `run-busy` when it is under way. */
export declare function reopenJournal(home: Home, started: RunStarted, pipeline: Pipeline, world: World): Promise<Journal>;
/**
 * The run to resume: the one with this id, or the latest one of this pipeline file (of any pipeline where none is named).
 * Throws `resume-nothing`.
 */
export declare function findRun(home: Home, world: World, wanted: {
    readonly runId?: string | undefined;
    readonly file?: string | undefined;
}): Promise<RunStarted>;
