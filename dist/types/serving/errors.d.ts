import { type ErrorTable } from '../core/errors/index.ts';
export interface ServingErrors {
    'port-taken': {
        port: number;
        reason: string;
    };
    'replica-failed': {
        version: string;
        reason: string;
    };
}
export declare const servingErrors: ErrorTable<ServingErrors>;
export declare const servingError: <Code extends keyof ServingErrors & string>(code: Code, details: ServingErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
