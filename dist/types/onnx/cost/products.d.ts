import { type Call } from './call.ts';
/**
 * FLOPs of operators that multiply and add, a multiply–add as two, from the sums in the operators' specifications. A bias is one
 * addition for each element of the output. Undefined where a size is not known.
 */
/** Each output element sums over the channels of a group and the kernel: 2 · |Y| · C/group · k. */
export declare function conv({ inputs, outputs }: Call): number | undefined;
/** Each input element goes to the output channels of its group through the kernel: 2 · |X| · M/group · k. */
export declare function convTranspose({ inputs, outputs }: Call): number | undefined;
/** Each output element sums over the inner dimension: 2 · |Y| · K. */
export declare function matMul(call: Call): number | undefined;
/** alpha · A′ · B′ + beta · C. Factors of 1 are not counted, nor are others: one pass that runtimes fold into the weights. */
export declare function gemm(call: Call): number | undefined;
/** For each combination of all subscripts, one product of the operands and one addition: n operands, n operations. */
export declare function einsum(call: Call): number | undefined;
/**
 * softmax(Q · Kᵀ · scale) · V of the standard's Attention, 4-dimensional: (batch, heads, length, size). Two products, and 15
 * operations of the softmax and 1 of the scale for each score.
 */
export declare function attention({ inputs }: Call): number | undefined;
/**
 * For each step, direction and example, `gates` products of the input and of the state with their weights, and about 5
 * element operations a gate: X (length, batch, I), R (directions, gates · H, H).
 */
export declare function recurrent(gates: number): (call: Call) => number | undefined;
