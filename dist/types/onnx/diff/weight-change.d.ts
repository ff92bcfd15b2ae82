import type { OnnxTensor } from '../format/messages.ts';
export interface TensorFacts {
    readonly type: string;
    readonly dims: readonly number[];
}
/** Two tensors that go together and are not equal. */
export interface WeightChange {
    readonly name: string;
    /** What it is called in the second model. */
    readonly newName: string;
    readonly pairedBy: 'name' | 'content' | 'place';
    readonly before: TensorFacts;
    readonly after: TensorFacts;
    /** Undefined where type or dims changed, so that elements have no partners. */
    readonly values?: ValueChange;
}
export interface ValueChange {
    /** Euclidean norm of all elements. */
    readonly norm: {
        readonly before: number;
        readonly after: number;
    };
    /** Norm of the difference divided by the norm before; undefined where that is 0. */
    readonly relativeChange: number | undefined;
    /** Largest absolute difference of an element. */
    readonly largestChange: number;
    /** Share of elements that are 0. */
    readonly sparsity: {
        readonly before: number;
        readonly after: number;
    };
    /** Share of elements that differ. */
    readonly changedShare: number;
    /** Elements that are NaN or infinite in one of the two, which norms and differences leave out. */
    readonly notFinite: number;
}
type Unread = TensorFacts & {
    readonly why: string;
};
type Change = Pick<WeightChange, 'before' | 'after' | 'values'>;
/** How one tensor became another. Both are read here, and let go on return. */
export declare function changeOf(a: OnnxTensor, b: OnnxTensor): 'equal' | Unread | Change;
export {};
