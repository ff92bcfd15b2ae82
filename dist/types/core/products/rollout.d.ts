import type { Verdict } from '../verdict.ts';
/** One metric judged during a rollout, candidate against stable. */
export interface RolloutJudgement {
    readonly metric: string;
    readonly stable: number;
    readonly candidate: number;
    readonly change: number;
    readonly interval: {
        readonly low: number;
        readonly high: number;
        readonly level: number;
    };
    readonly margin: number;
    readonly verdict: Verdict;
    readonly why: string;
}
export interface RolloutStep {
    /** Share of traffic the candidate was given, 0 to 1. */
    readonly weight: number;
    /** Share it was seen to get, by counting requests; undefined when none came. */
    readonly observed?: number | undefined;
    readonly requests: {
        readonly stable: number;
        readonly candidate: number;
    };
    readonly verdict: Verdict;
    readonly judgements: readonly RolloutJudgement[];
    readonly startedAt: string;
    readonly seconds: number;
}
export interface RolloutResult {
    readonly id: string;
    readonly outcome: 'promoted' | 'rolled-back' | 'already-serving' | 'held';
    readonly version: string;
    readonly from?: string | undefined;
    readonly target: string;
    readonly steps: readonly RolloutStep[];
    readonly why: string;
    readonly hooks: readonly {
        readonly name: string;
        readonly outcome: 'done' | 'failed';
        readonly detail: string;
    }[];
    /** After a rollback: the check that traffic is back where it was. */
    readonly verified?: {
        readonly stable: number;
        readonly candidate: number;
    } | undefined;
}
