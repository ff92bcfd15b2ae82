import type { Block } from '../core/products.ts';
/** A finished block as the checkpoint holds it. `key` names the experiment it belongs to. */
export interface SavedBlock {
    readonly key: string;
    readonly block: Block;
    readonly pinned: boolean;
    readonly spentMs: number;
}
/** The blocks of one experiment among everything that a checkpoint holds, in order. */
export declare function blocksSaved(values: readonly unknown[], key: string): SavedBlock[];
