import type { Inspected } from './inspect.ts';
interface View {
    /** Rows of each table. */
    readonly top: number;
    /** Cells of a line. */
    readonly width: number;
}
/** What a model is, at a glance. Everything that stands in a model is escaped. */
export declare function inspectionLines(inspected: Inspected, file: string, view: View): string;
export {};
