import type { Node } from '../format/messages.ts';
export type Sizes = readonly number[];
/** A node with the sizes of what it takes and gives; undefined where a size is not known, or an input is left out. */
export interface Call {
    readonly node: Node;
    readonly inputs: readonly (Sizes | undefined)[];
    readonly outputs: readonly (Sizes | undefined)[];
}
/** Number of elements. */
export declare function count(sizes: Sizes): number;
export declare function integer({ node }: Call, name: string, otherwise: number): number;
export declare function integers({ node }: Call, name: string): number[] | undefined;
export declare function text({ node }: Call, name: string): string | undefined;
