import { type Call } from './call.ts';
/** FLOPs of one call; undefined where the sizes it needs are not known. */
export type Rule = (call: Call) => number | undefined;
/**
 * FLOPs by operator; quantised ones count the same operations on integers. Moving data is none. Operators that are not here are
 * not known, and said to be.
 */
export declare const rules: ReadonlyMap<string, Rule>;
/** Operators that give their input under another shape or name, or say its shape: no byte of it has to move. */
export declare const views: ReadonlySet<string>;
/** Operators that read no more of their first input than they give. */
export declare const pickers: ReadonlySet<string>;
