import { type Known, type ValueRule } from './node.ts';
/**
 * Shape arithmetic: what whole numbers the first output of a node holds, as far as they follow from those that its inputs hold.
 * Real exports compute the shapes that they reshape to.
 */
export declare const valueRules: Readonly<Record<string, ValueRule>>;
/** The whole numbers of a constant. */
export declare function knownOf(values: readonly number[] | undefined, rank: number): Known | undefined;
