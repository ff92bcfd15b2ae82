import type { Model } from './messages.ts';
export interface InterfaceChange {
    readonly change: 'compatible' | 'additive' | 'breaking';
    /** One sentence for each difference, the breaking ones first. */
    readonly reasons: readonly string[];
}
/**
 * What a caller of model `a` meets when `b` answers instead.
 * `breaking`: an input or output is gone, moved, of another type, or of dimensions that today's callers do not have; or a
 * new input is required. `additive`: everything that worked still does, and something more does. Else `compatible`: names
 * of symbolic dimensions are free to change.
 */
export declare function diffInterface(a: Model, b: Model): InterfaceChange;
