import { type Entry } from '../context.ts';
interface Shared {
    readonly input?: readonly string[];
    readonly fresh?: boolean;
    readonly dryRun?: boolean;
    readonly json?: boolean;
}
interface Overriding {
    readonly override?: string;
    readonly by?: string;
}
/** `airworthy run [PIPELINE]`: exit code by the outcome. */
export declare function runCommand(entry: Entry, file: string | undefined, options: Shared & Overriding & {
    readonly resume?: boolean;
    readonly run?: string;
}): Promise<number>;
export {};
