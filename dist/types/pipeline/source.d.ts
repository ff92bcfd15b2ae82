import { type Problem, type Where } from '../core/errors/index.ts';
/** A path into a document: keys and indices. */
export type Path = readonly (string | number)[];
/** A parsed YAML document: its plain value, and where each part of it stands in the file. */
export interface Source {
    readonly file: string;
    readonly value: unknown;
    /** The position of the value at a path, or of its nearest ancestor that is written out. */
    where(path: Path): Where | undefined;
    /** The position of the key itself. */
    whereKey(path: Path): Where | undefined;
}
/** More text than any pipeline needs; a larger file is a mistake (a model, an archive). */
export declare const largestSource: number;
/** Parses YAML text. Throws a UserError with every syntax problem at once. */
export declare function parseSource(text: string, file: string): Source;
/** A value that was never text (made by a command or a caller of the library): nothing in it has a place. */
export declare function sourceOf(value: unknown, file: string): Source;
export declare function throwIfAny(problems: readonly Problem[]): void;
