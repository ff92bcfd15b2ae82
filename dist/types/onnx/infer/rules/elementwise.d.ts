import { type Dims } from '../dims.ts';
import { type NodeView, type Rule, type Rules } from '../node.ts';
export declare const bool = 9;
export declare const int64 = 7;
/** The first input, type and shape. */
export declare const same: Rule;
/** A tensor like the first input. */
export declare const alike: Rule;
export declare function likeWith(element: number): Rule;
/** The shape that inputs broadcast to. */
export declare function broadcastOf(node: NodeView, indexes: readonly number[]): Dims | undefined;
/** Inputs of one element type each: all the same. */
export declare function commonElement(node: NodeView, indexes: readonly number[]): number | undefined;
export declare const elementwise: Rules;
