import { type ErrorTable } from '../core/errors/index.ts';
export interface VerdictErrors {
    'evidence-wrong': {
        path: string;
        reason: string;
    };
    'metric-not-measured': {
        metric: string;
        why: string;
    };
}
export declare const verdictErrors: ErrorTable<VerdictErrors>;
export declare const verdictError: <Code extends keyof VerdictErrors & string>(code: Code, details: VerdictErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
