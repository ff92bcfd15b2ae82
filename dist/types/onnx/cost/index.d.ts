import type { Inference } from '../infer/types.ts';
/** What one execution of a node takes. */
export interface NodeCost {
    /** Path of the node. */
    readonly where: string;
    readonly operator: string;
    /** Floating-point operations, or integer ones of a quantised operator; a multiply–add is two. Undefined: not known. */
    readonly flops: number | undefined;
    /** Bytes of all that it reads and writes, each once. Undefined where a size is not known. */
    readonly bytes: number | undefined;
    /** True inside of a branch, a loop or a function: counted for one execution, and not in the totals. */
    readonly nested: boolean;
}
export interface ModelCost {
    readonly nodes: readonly NodeCost[];
    /** Of the nodes of the main graph: sums over those of which it is known, and how many those are. */
    readonly total: {
        readonly nodes: number;
        readonly flops: number;
        readonly flopsKnown: number;
        readonly bytes: number;
        readonly bytesKnown: number;
    };
    /** Operators of the main graph whose FLOPs are not known, with their number. */
    readonly unknown: Readonly<Record<string, number>>;
}
/** What the nodes of a model cost for the sizes that an inference knows. */
export declare function costOf(inference: Inference): ModelCost;
