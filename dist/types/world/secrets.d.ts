/** Replaces every secret in a text by `***`. */
export type Mask = (text: string) => string;
/**
 * A mask for the values of the environment's secrets: every variable whose name says so, and those named in `also`.
 * Values are masked as they are and as they stand inside JSON strings.
 */
export declare function createMask(env: Readonly<Record<string, string | undefined>>, also?: readonly string[]): Mask;
