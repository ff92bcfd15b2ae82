import { type ErrorTable } from '../core/errors/index.ts';
export interface RolloutErrors {
    'rollback-unverified': {
        rollout: string;
        candidate: number;
        stable: number;
    };
    'weight-not-in-force': {
        target: string;
        wanted: number;
        found: number;
    };
}
export declare const rolloutErrors: ErrorTable<RolloutErrors>;
export declare const rolloutError: <Code extends keyof RolloutErrors & string>(code: Code, details: RolloutErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
