import type { Rows } from './words.ts';
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
export declare const onnx: Rows<OnnxErrors>;
