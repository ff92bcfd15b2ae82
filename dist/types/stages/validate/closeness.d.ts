import type { Tensor } from '../../core/tensor.ts';
/** How far an element may be from what was expected: `absolute + relative × |expected|`, as NumPy's `isclose` has it. */
export interface Tolerance {
    readonly absolute: number;
    readonly relative: number;
}
export interface Distance {
    /** Elements beyond the tolerance. */
    readonly beyond: number;
    readonly elements: number;
    /** The element that is furthest beyond: its row-major index, and both values. */
    readonly worst: {
        readonly index: number;
        readonly expected: string;
        readonly found: string;
    };
}
/**
 * Elements of `found` that are not close enough to those of `expected`; undefined when all are. A NaN is close to a NaN alone,
 * an infinity to the same infinity; integers and texts must be equal unless the tolerance lets integers differ.
 * Both tensors have one type and one shape.
 */
export declare function distanceOf(expected: Tensor, found: Tensor, tolerance: Tolerance): Distance | undefined;
/** `[2, 3, 0]` of a row-major index. */
export declare function placeIn(dims: readonly number[], index: number): string;
