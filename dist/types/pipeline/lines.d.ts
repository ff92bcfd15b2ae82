import type { Files } from '../core/world.ts';
/** A log of JSON values, one a line, each on disk when `append` returns. A line that a killed process left half-written is passed over. */
export interface JsonLines {
    read(): Promise<readonly unknown[]>;
    append(value: unknown): Promise<void>;
}
export declare function openJsonLines(files: Files, path: string): JsonLines;
