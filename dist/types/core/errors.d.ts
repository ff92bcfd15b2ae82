import { type ErrorDetails } from './errors/catalogue.ts';
export type ErrorCode = keyof ErrorDetails;
/** Where in a user's file a mistake stands. Lines and columns count from 1. */
export interface Where {
    readonly file: string;
    readonly line: number;
    readonly column: number;
}
/** One mistake, as plain data: what reports and `--json` show and what crosses process borders. */
export interface Problem {
    readonly code: string;
    /** One sentence: what is wrong. */
    readonly message: string;
    /** What to do next. */
    readonly hint: string;
    readonly where?: Where | undefined;
}
/** The user's mistake, or the world's: expected, explained, exit code 2. Several problems found together travel in one error. */
export declare class UserError extends Error {
    readonly name = "UserError";
    readonly problems: readonly [Problem, ...Problem[]];
    constructor(problems: readonly [Problem, ...Problem[]], options?: {
        cause?: unknown;
    });
    get code(): string;
    get hint(): string;
}
/** Our mistake: a broken promise of the code. Exit code 70, and a request to report it. */
export declare class Bug extends Error {
    readonly name = "Bug";
}
/** The run was cancelled (Ctrl-C, a timeout of the caller): nobody's mistake. Exit code 130. */
export declare class Cancelled extends Error {
    readonly name = "Cancelled";
}
/** A problem from the catalogue. */
export declare function problem<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code], where?: Where | undefined): Problem;
/** An error from the catalogue: `throw userError('model-missing', { path })`. */
export declare function userError<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code], options?: {
    where?: Where | undefined;
    cause?: unknown;
}): UserError;
/** What to say of anything that was thrown, also of what is not an Error. */
export declare function messageOf(thrown: unknown): string;
