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
/** One error a user can meet. `Details` are the facts that its sentence needs. */
export interface ErrorRow<Details> {
    /** One sentence that says what is wrong, and a hint that says what to do next. */
    say(details: Details): {
        readonly message: string;
        readonly hint: string;
    };
    /** Facts of an ordinary case: the reference of errors shows the sentence with them. */
    readonly example: Details;
}
/**
 * The errors of one layer: a stable code each, with its row. Every layer keeps its own table in `errors.ts`;
 * `entry/errors.ts` composes the catalogue of all.
 */
export type ErrorTable<Details> = {
    readonly [Code in keyof Details]: ErrorRow<Details[Code]>;
};
export interface ErrorContext {
    readonly where?: Where | undefined;
    readonly cause?: unknown;
}
/** Makes the errors of a table: `throw dataError('data-empty', { data })`. */
export declare function errorFrom<Details>(table: ErrorTable<Details>): <Code extends keyof Details & string>(code: Code, details: Details[Code], { where, cause }?: ErrorContext) => UserError;
/** Makes the problems of a table, for callers that collect several before they throw. */
export declare function problemFrom<Details>(table: ErrorTable<Details>): <Code extends keyof Details & string>(code: Code, details: Details[Code], where?: Where) => Problem;
/** What to say of anything that was thrown, also of what is not an Error. */
export declare function messageOf(thrown: unknown): string;
/** The first few of a list that may be long. */
export declare function fewOf(names: readonly string[]): string;
/** ` Did you mean accuracy?`, or nothing where no name is near. */
export declare function didYouMean(name: string | undefined): string;
