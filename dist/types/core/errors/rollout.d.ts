import { type Rows } from './words.ts';
export interface RolloutErrors {
    'port-taken': {
        port: number;
        reason: string;
    };
    'replay-empty': {
        data: string;
    };
    'replica-failed': {
        version: string;
        reason: string;
    };
    'replay-unknown': {
        data: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'rollback-unverified': {
        rollout: string;
        candidate: number;
        stable: number;
    };
    'rollout-open': {
        model: string;
        open: string;
        version: string;
        target: string;
    };
    'target-unknown': {
        kind: string;
        valid: readonly string[];
        nearest: string | undefined;
    };
    'weight-not-in-force': {
        target: string;
        wanted: number;
        found: number;
    };
}
export declare const rollout: Rows<RolloutErrors>;
