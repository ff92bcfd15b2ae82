import type { Model } from '../format/messages.ts';
import type { Match } from './match.ts';
import { type WeightChange } from './weight-change.ts';
/** A tensor that only one of the models has. */
export interface LoneWeight {
    readonly name: string;
    readonly type: string;
    readonly dims: readonly number[];
}
/** A pair of which at least one tensor cannot be read, so that nothing is known but that type and dims are the same. */
export interface UnreadWeight extends LoneWeight {
    readonly why: string;
}
export interface WeightsDiff {
    readonly parameters: {
        readonly before: number;
        readonly after: number;
    };
    readonly equal: number;
    /** The largest relative change first; those of another type or dims before all. */
    readonly changed: readonly WeightChange[];
    readonly added: readonly LoneWeight[];
    readonly removed: readonly LoneWeight[];
    readonly unread: readonly UnreadWeight[];
}
/**
 * How the weights of two models differ: initialisers and the values of Constant nodes. They go together by name, else by
 * content, else by the place in which nodes that go together (`matches`) take them. Tensors are read one pair at a time.
 */
export declare function diffWeights(a: Model, b: Model, matches: readonly Match[]): WeightsDiff;
