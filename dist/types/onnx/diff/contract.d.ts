import type { Model } from '../format/messages.ts';
import { type ChangeClass, type PortDifference } from './interface.ts';
/** One difference between what two models say of themselves. */
export interface ContractChange {
    readonly class: ChangeClass;
    readonly subject: 'input' | 'output' | 'symbol' | 'opset' | 'ir' | 'metadata' | 'producer';
    readonly kind: PortDifference['kind'] | 'renamed' | 'changed';
    readonly name: string;
    /** A sentence without its full stop. */
    readonly reason: string;
}
export interface ContractDiff {
    /** The worst class among the changes; `compatible` where there are none. */
    readonly class: ChangeClass;
    /** The breaking ones first, then the additive ones. */
    readonly changes: readonly ContractChange[];
}
/**
 * What of the interface changed and what it means to callers, by the rules of `diffInterface`; with renames told as such, and
 * with what no caller meets: symbols, operator sets, IR version, metadata and producer, all compatible.
 */
export declare function diffContract(a: Model, b: Model): ContractDiff;
