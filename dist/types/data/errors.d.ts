import { type ErrorTable } from '../core/errors/index.ts';
export interface DataErrors {
    'data-array-missing': {
        file: string;
        array: string;
        arrays: readonly string[];
    };
    'data-empty': {
        data: string;
    };
    'data-input-missing': {
        data: string;
        input: string;
        inputs: readonly string[];
    };
    'data-input-unknown': {
        data: string;
        input: string;
        inputs: readonly string[];
    };
    'data-label': {
        data: string;
        reason: string;
    };
    'data-lengths-differ': {
        data: string;
        lengths: string;
    };
    'data-misfit': {
        data: string;
        input: string;
        given: string;
        wanted: string;
    };
    'data-not-finite': {
        data: string;
        input: string;
        example: number;
    };
    'data-not-npz': {
        file: string;
        reason: string;
    };
    'data-too-large': {
        file: string;
        bytes: number;
        limit: number;
    };
    'data-type': {
        array: string;
        type: string;
    };
    'metric-too-large': {
        metric: string;
        why: string;
    };
    'output-differs': {
        contender: string;
        reason: string;
    };
    'output-not-classes': {
        contender: string;
        reason: string;
    };
    'output-not-finite': {
        contender: string;
        value: string;
        example: number;
    };
    'output-not-number': {
        contender: string;
        numbers: number;
    };
    'output-not-rows': {
        contender: string;
        reason: string;
    };
    'user-module': {
        path: string;
        reason: string;
    };
}
export declare const dataErrors: ErrorTable<DataErrors>;
export declare const dataError: <Code extends keyof DataErrors & string>(code: Code, details: DataErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
