import type { Entry } from '../context.ts';
/** `airworthy init MODEL`: a pipeline and a workflow that run as they are. */
export declare function initCommand(entry: Entry, model: string, options: {
    readonly force?: boolean;
    readonly json?: boolean;
}): Promise<number>;
