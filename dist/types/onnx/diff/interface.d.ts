import type { Model } from '../format/messages.ts';
import { type Interface } from '../graph/interface.ts';
export type ChangeClass = 'compatible' | 'additive' | 'breaking';
export interface InterfaceChange {
    readonly change: ChangeClass;
    /** One sentence for each difference, the breaking ones first. */
    readonly reasons: readonly string[];
}
/** One way in which an input or output is not what it was. */
export interface PortDifference {
    readonly class: 'additive' | 'breaking';
    readonly subject: 'input' | 'output';
    readonly kind: 'added' | 'removed' | 'retyped' | 'reshaped' | 'default' | 'moved';
    readonly name: string;
    /** A sentence without its full stop. */
    readonly reason: string;
}
/**
 * What a caller of model `a` meets when `b` answers instead.
 * `breaking`: an input or output is gone, moved, of another type, or of dimensions that today's callers do not have; or a
 * new input is required. `additive`: everything that worked still does, and something more does. Else `compatible`: names
 * of symbolic dimensions are free to change.
 */
export declare function diffInterface(a: Model, b: Model): InterfaceChange;
/** Every difference that a caller can meet, inputs first. */
export declare function portDifferences(before: Interface, after: Interface): PortDifference[];
