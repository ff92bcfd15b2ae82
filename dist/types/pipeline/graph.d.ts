import type { ProductName } from '../core/products/index.ts';
/** The little that ordering needs to know of a stage. */
export interface Node {
    readonly name: string;
    readonly needs: readonly string[];
    readonly gives: ProductName;
}
/** The names in an order in which every stage comes after what it needs, file order otherwise; or the cycle that forbids one. */
export declare function topological(nodes: readonly Node[]): {
    order: readonly string[];
} | {
    cycle: readonly string[];
};
/** All stages that come before this one, directly or not, nearest last in run order. */
export declare function ancestors(nodes: readonly Node[], name: string): readonly Node[];
/** Which stage gives this stage a product: the last of its ancestors that gives it. */
export declare function giverOf(nodes: readonly Node[], name: string, product: ProductName): string | undefined;
/** All stages that come after this one, directly or not. */
export declare function descendants(nodes: readonly Node[], name: string): readonly string[];
