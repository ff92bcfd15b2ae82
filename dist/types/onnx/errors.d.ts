import { type ErrorTable } from '../core/errors/index.ts';
export interface OnnxErrors {
    'model-corrupt': {
        name: string;
        reason: string;
    };
    'model-not-onnx': {
        name: string;
        why: string;
        next: string;
    };
    'model-truncated': {
        name: string;
        bytes: number;
    };
}
export declare const onnxErrors: ErrorTable<OnnxErrors>;
export declare const onnxError: <Code extends keyof OnnxErrors & string>(code: Code, details: OnnxErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
