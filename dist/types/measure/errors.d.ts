import { type ErrorTable } from '../core/errors/index.ts';
export interface MeasureErrors {
    'batch-fixed': {
        batch: number;
        own: number;
    };
    'input-unsupported': {
        input: string;
        type: string;
    };
    'shape-unknown-input': {
        input: string;
        inputs: readonly string[];
    };
}
export declare const measureErrors: ErrorTable<MeasureErrors>;
export declare const measureError: <Code extends keyof MeasureErrors & string>(code: Code, details: MeasureErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
