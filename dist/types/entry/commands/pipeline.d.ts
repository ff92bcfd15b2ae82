import { type Entry } from '../context.ts';
interface Shared {
    readonly input?: readonly string[];
    readonly fresh?: boolean;
    readonly dryRun?: boolean;
    readonly json?: boolean;
}
/** `airworthy run [PIPELINE]`: exit code by the outcome. */
export declare function runCommand(entry: Entry, file: string | undefined, options: Shared & {
    readonly resume?: boolean;
    readonly run?: string;
}): Promise<number>;
/** `airworthy check PIPELINE…`: 0 when all are sound; every problem of every file otherwise, thrown together. */
export declare function checkCommand(entry: Entry, files: readonly string[], options: Shared): Promise<number>;
/** `airworthy plan PIPELINE`: what a run would do. */
export declare function planCommand(entry: Entry, file: string, options: Shared & {
    readonly graph?: boolean;
}): Promise<number>;
export {};
