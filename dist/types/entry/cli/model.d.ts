import { type Entry } from '../context.ts';
/** The commands that take models and no pipeline: each makes the pipeline that says what it does, and runs that. */
interface Json {
    readonly json?: boolean;
}
export declare function validateCommand(entry: Entry, model: string, options: Json & {
    readonly production?: string;
}): Promise<number>;
export declare function optimizeCommand(entry: Entry, model: string, options: Json & {
    readonly out: string;
    readonly level: string;
}): Promise<number>;
interface Measuring extends Json {
    readonly provider: string;
    readonly batch: string;
    readonly threads: string;
    readonly rate?: string;
    readonly budget: string;
    readonly shape: readonly string[];
    readonly data?: string;
}
export declare function benchCommand(entry: Entry, model: string, options: Measuring): Promise<number>;
interface Comparing extends Measuring {
    readonly label?: string;
    readonly metric: readonly string[];
    readonly html?: string;
}
export declare function compareCommand(entry: Entry, production: string, candidate: string, options: Comparing): Promise<number>;
export {};
