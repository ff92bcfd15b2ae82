import type { Rows } from './words.ts';
export interface JudgingErrors {
    'release-refused': {
        verdict: string;
    };
    'data-set-unknown': {
        data: string;
        names: readonly string[];
    };
    'gate-metric-not-compared': {
        metric: string;
        compared: readonly string[];
    };
    'metric-not-measured': {
        metric: string;
        why: string;
    };
    'quality-without-data': {
        metric: string;
        names: readonly string[];
    };
}
export declare const judging: Rows<JudgingErrors>;
