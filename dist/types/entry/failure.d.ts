import { type Problem } from '../core/errors/index.ts';
/** What to tell and how to exit when something was thrown, whatever it was. */
export interface Failure {
    readonly exitCode: number;
    readonly problems: readonly Problem[];
}
export declare function failureOf(thrown: unknown): Failure;
/** Problems as lines for a terminal: place, code and sentence, then the hint. */
export declare function problemLines(problems: readonly Problem[]): string;
