import { type Entry } from '../context.ts';
/** `airworthy verify EVIDENCE`: the verdicts, recomputed. */
export declare function verifyCommand(entry: Entry, file: string, options: {
    readonly json?: boolean;
}): Promise<number>;
/** `airworthy report [RUN]`: a recorded report in another format. */
export declare function reportCommand(entry: Entry, runId: string | undefined, options: {
    readonly format: string;
    readonly out?: string;
}): Promise<number>;
