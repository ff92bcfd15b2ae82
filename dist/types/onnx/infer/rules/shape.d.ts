import { type NodeView, type Rules } from '../node.ts';
/** Integers of an attribute, or from some opset on of an input. Null when they are an input that is not known. */
export declare function listOf(node: NodeView, name: string, input: number, since: number): number[] | undefined | null;
/** Which axes Shape gives. */
export declare function shapeRange(node: NodeView, rank: number): [start: number, end: number];
export declare const shapes: Rules;
