import type { Entry } from '../context.ts';
export declare function diffCommand(entry: Entry, before: string, after: string, options: {
    readonly json?: boolean;
    readonly failOn?: string;
}): Promise<number>;
