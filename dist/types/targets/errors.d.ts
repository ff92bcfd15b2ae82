import { type ErrorTable } from '../core/errors/index.ts';
export interface TargetErrors {
    'replay-empty': {
        data: string;
    };
}
export declare const targetErrors: ErrorTable<TargetErrors>;
export declare const targetError: <Code extends "replay-empty" & string>(code: Code, details: TargetErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
