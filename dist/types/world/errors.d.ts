import { type ErrorTable } from '../core/errors/index.ts';
export interface WorldErrors {
    'cuda-libraries': {
        path: string;
        reason: string;
    };
    'runtime-download': {
        version: string;
        reason: string;
    };
    'runtime-missing': {
        version: string;
        platform: string;
        tried: readonly string[];
        offline: boolean;
    };
    'runtime-wrong': {
        folder: string;
        reason: string;
        version: string;
    };
}
export declare const worldErrors: ErrorTable<WorldErrors>;
export declare const worldError: <Code extends keyof WorldErrors & string>(code: Code, details: WorldErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
