import { type ErrorTable } from '../core/errors/index.ts';
export interface StageErrors {
    'data-set-unknown': {
        data: string;
        names: readonly string[];
    };
    'data-slice-unknown': {
        data: string;
        slice: string;
        what: 'arrays' | 'values';
        known: readonly string[];
    };
    'data-without-labels': {
        data: string;
        metric: string;
    };
    'gate-metric-not-compared': {
        metric: string;
        compared: readonly string[];
    };
    'quality-without-data': {
        metric: string;
        names: readonly string[];
    };
    'release-refused': {
        verdict: string;
    };
    'replay-unknown': {
        data: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'rollout-open': {
        model: string;
        open: string;
        version: string;
        target: string;
    };
    'shard-missing': {
        shards: readonly string[];
    };
    'shard-subject-differs': {
        shard: string;
        what: string;
    };
    'shard-wrong': {
        what: string;
        reason: string;
    };
    'target-unknown': {
        kind: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
}
export declare const stageErrors: ErrorTable<StageErrors>;
export declare const stageError: <Code extends keyof StageErrors & string>(code: Code, details: StageErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
