import type { Block, BlockLook } from '../core/products/index.ts';
/** A finished block as it is kept. */
export interface SavedBlock {
    readonly block: Block;
    readonly pinned: boolean;
    readonly spentMs: number;
}
/** What is known of an experiment: every block that any run measured of it, and every look that was taken at them. */
export interface Progress {
    readonly blocks: SavedBlock[];
    readonly looks: BlockLook[];
}
/** What is kept, in order. Values of another form (of another version, or half-written) are passed over. */
export declare function progressOf(values: readonly unknown[]): Progress;
