import type { Rows } from './words.ts';
export interface WorldErrors {
    'cuda-libraries': {
        path: string;
        reason: string;
    };
    'disk-full': {
        path: string;
    };
    'file-changed': {
        path: string;
    };
    'file-denied': {
        path: string;
        reason: string;
    };
    'file-missing': {
        path: string;
    };
    'program-missing': {
        program: string;
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
    'worker-died': {
        role: string;
        how: string;
        words: string;
    };
    'worker-slow': {
        role: string;
        seconds: number;
    };
}
export declare const world: Rows<WorldErrors>;
