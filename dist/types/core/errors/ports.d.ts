import { type ErrorTable } from './index.ts';
export interface PortErrors {
    bug: {
        detail: string;
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
    'run-cancelled': Record<never, never>;
    'untrusted-code': {
        stage: string;
        why: string;
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
export declare const portErrors: ErrorTable<PortErrors>;
export declare const portError: <Code extends keyof PortErrors & string>(code: Code, details: PortErrors[Code], { where, cause }?: import("./index.ts").ErrorContext) => import("./index.ts").UserError;
export declare const portProblem: <Code extends keyof PortErrors & string>(code: Code, details: PortErrors[Code], where?: import("./index.ts").Where) => import("./index.ts").Problem;
