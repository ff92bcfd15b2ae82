import type { Entry } from '../context.ts';
interface Options {
    readonly input?: readonly string[];
    readonly json?: boolean;
}
/** `airworthy check PIPELINE…`: 0 when all are sound; otherwise every problem of every file is thrown, together. */
export declare function checkCommand(entry: Entry, files: readonly string[], options: Options): Promise<number>;
export {};
