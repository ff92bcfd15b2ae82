import type { Entry } from '../context.ts';
interface Options {
    readonly input?: readonly string[];
    readonly fresh?: boolean;
    readonly dryRun?: boolean;
    readonly graph?: boolean;
    readonly matrix?: boolean;
    readonly defaultRunner: string;
    readonly json?: boolean;
}
/** `airworthy plan PIPELINE`: what a run would do. */
export declare function planCommand(entry: Entry, file: string, options: Options): Promise<number>;
export {};
