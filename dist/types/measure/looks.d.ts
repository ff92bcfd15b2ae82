import type { BlockLook } from '../core/products/index.ts';
/** Share of the error rate that is spent when tranche `index` (from 0) has ended: 0.8, 0.9, 0.95, … */
export declare function shareAfter(tranche: number): number;
export interface Tranche {
    /** From 0. */
    readonly index: number;
    /** Blocks before it. */
    readonly from: number;
    /** Blocks at its planned end: more than `from`. */
    readonly to: number;
}
/** The tranche that comes next after these looks: how many are over, and at how many blocks the last one ended. */
export declare function trancheAfter(looks: readonly BlockLook[]): {
    readonly index: number;
    readonly from: number;
};
/**
 * The look to take after `blocks` blocks, if one is due. Spending follows the square of the share of the tranche (Kim & DeMets'
 * power family), all of it at the end: little early, when the exact interval of few blocks is widest anyway. Looks come at even numbers (orders come in pairs), and ever more rarely, since each costs a little power.
 */
export declare function lookDue(blocks: number, looks: readonly BlockLook[], { index, from, to }: Tranche, { least, ended }: {
    readonly least: number;
    readonly ended: boolean;
}): BlockLook | undefined;
