import type { Rows } from './words.ts';
export interface BenchErrors {
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
export declare const bench: Rows<BenchErrors>;
