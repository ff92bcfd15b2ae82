/** Lines of text in a fixed-width grid. Everything here takes text that is safe for a terminal already. */
export type Paint = (text: string) => string;
export interface Cell {
    readonly text: string;
    readonly paint?: Paint | undefined;
}
export interface Column {
    readonly title: string;
    readonly align: 'left' | 'right';
    /** Columns with a number are left out when the table is too wide, the highest number first. */
    readonly spare?: number | undefined;
}
/** How many cells of the grid a text takes: wide characters take two, combining marks and our own colours none. */
export declare function displayWidth(text: string): number;
/**
 * An aligned table, its header first. Columns that do not fit into `width` are left out while there are spare ones. Cells
 * beyond the columns are ignored, missing ones are empty.
 */
export declare function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], options: {
    readonly width: number;
    readonly heading: Paint;
}): readonly string[];
/** Text broken at spaces so that every line, with `first` before the first and as many spaces before the others, fits into `width`. */
export declare function wrapped(text: string, width: number, first?: string): readonly string[];
