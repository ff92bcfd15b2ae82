import { type ErrorTable } from '../core/errors/index.ts';
export interface EntryErrors {
    'argument-missing': {
        argument: string;
        command: string;
    };
    'argument-wrong': {
        argument: string;
        expected: string;
    };
    'comment-event': {
        event: string;
    };
    'github-token-missing': Record<string, never>;
    'init-exists': {
        path: string;
    };
    'pipeline-of-base': {
        event: string;
    };
    'report-format-unknown': {
        name: string;
        valid: readonly string[];
    };
}
export declare const entryErrors: ErrorTable<EntryErrors>;
export declare const entryError: <Code extends keyof EntryErrors & string>(code: Code, details: EntryErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
