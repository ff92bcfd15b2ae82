/** Replaces every secret in a text by `***`. */
export interface Mask {
    (text: string): string;
    /** From now on the values of these variables are secrets too, whatever their names. */
    hide(names: readonly string[]): void;
    /** The values that are masked, in all their forms. */
    values(): readonly string[];
}
/**
 * A mask for the values of the environment's secrets: every variable whose name says so. Values are masked as they are and
 * as they stand inside JSON strings.
 */
export declare function createMask(env: Readonly<Record<string, string | undefined>>): Mask;
