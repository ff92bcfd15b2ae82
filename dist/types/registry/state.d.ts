import type { LedgerEntry } from '../core/ledger.ts';
import type { Artifact, RolloutJudgement } from '../core/products/index.ts';
import type { Verdict } from '../core/verdict.ts';
/** What the ledger says of one model. */
export interface RegistryState {
    /** In the order in which they were released. */
    readonly versions: readonly ReleasedVersion[];
    /** The version that each stage (`production`, …) holds. */
    readonly stages: Readonly<Record<string, string>>;
    /** The rollout that was started and not finished, if there is one: the latest. */
    readonly rollout: RolloutState | undefined;
}
export interface ReleasedVersion {
    readonly version: string;
    readonly artifact: Artifact;
    readonly why: string;
    readonly at: string;
    readonly by: string;
    readonly source: string | undefined;
}
/** One look at one step: what the ledger recorded of it. */
export interface Look {
    readonly step: number;
    readonly verdict: Verdict;
    readonly requests: {
        readonly stable: number;
        readonly candidate: number;
    };
    readonly judgements: readonly RolloutJudgement[];
    readonly seconds: number;
}
/** What the ledger says of one rollout. */
export interface RolloutState {
    readonly id: string;
    readonly version: string;
    readonly from: string | undefined;
    readonly target: string;
    readonly steps: readonly number[];
    /** Every change of weight, oldest first. A weight of 0 is the rollback. */
    readonly weights: readonly {
        readonly step: number;
        readonly weight: number;
        readonly at: string;
    }[];
    readonly looks: readonly Look[];
    /** Its version was put into production after it began. */
    readonly promoted: boolean;
    readonly hooks: readonly {
        readonly key: string;
        readonly name: string;
        readonly outcome: 'done' | 'failed';
        readonly detail: string;
    }[];
    readonly finished: {
        readonly outcome: 'promoted' | 'rolled-back';
        readonly why: string;
        readonly verified?: {
            readonly stable: number;
            readonly candidate: number;
        } | undefined;
    } | undefined;
}
/** The registry is a fold over the ledger: versions, what each stage holds, and the rollout under way. */
export declare function registryState(entries: readonly LedgerEntry[], model: string): RegistryState;
/** One rollout, folded from the ledger; undefined when it was never started. */
export declare function rolloutState(entries: readonly LedgerEntry[], id: string): RolloutState | undefined;
