import type { Attribute, Graph, Node, OnnxTensor } from '../format/messages.ts';
import type { Dims } from './dims.ts';
import type { TensorValue, TypeProblem, ValueType } from './types.ts';
/** Whole numbers that a value is known to hold: those of a shape, say. Symbols stand for sizes. */
export interface Known {
    readonly values: Dims;
    /** A single number without a dimension. */
    readonly scalar: boolean;
}
/** Values of more elements are weights and no shapes: they are not looked at. */
export declare const mostKnown = 1024;
/** A node that breaks the rules of its operator. Caught where nodes are inferred. */
export declare class Misfit extends Error {
    readonly name = "Misfit";
    readonly kind: TypeProblem['kind'];
    constructor(kind: TypeProblem['kind'], message: string);
}
/** What a node is inferred from. */
export interface Surroundings {
    type(name: string): ValueType | undefined;
    known(name: string): Known | undefined;
    constant(name: string): OnnxTensor | undefined;
    /** The attributes of the call of the function that the node is in. */
    readonly bound: ReadonlyMap<string, Attribute>;
    /** How many loops the node is in. */
    readonly loops: number;
    /** Types of the outputs of a nested graph for types of its inputs. */
    run(graph: Graph, attribute: string, inputs: readonly (ValueType | undefined)[]): (ValueType | undefined)[];
}
/** A node with everything that its rule may ask. */
export declare class NodeView {
    #private;
    readonly node: Node;
    /** Version of the node's domain that the model imports; 0 when it imports none. */
    readonly opset: number;
    constructor(node: Node, opset: number, around: Surroundings);
    get loops(): number;
    get inputs(): number;
    get outputs(): number;
    has(index: number): boolean;
    type(index: number): ValueType | undefined;
    tensor(index: number): TensorValue | undefined;
    /** Undefined where not even the rank is known. */
    dims(index: number): Dims | undefined;
    element(index: number): number | undefined;
    rank(index: number): number | undefined;
    /** Whole numbers that an input is known to hold. */
    known(index: number): Known | undefined;
    /** Whole numbers that an input holds, every one of them a number. */
    integers(index: number): number[] | undefined;
    /** The numbers of an input that is a constant, of any type; undefined for other inputs and for large ones. */
    numbers(index: number): number[] | undefined;
    attribute(name: string): Attribute | undefined;
    int(name: string): number | undefined;
    /** True for an attribute that is an integer other than 0. */
    flag(name: string): boolean;
    float(name: string): number | undefined;
    ints(name: string): number[] | undefined;
    text(name: string): string | undefined;
    /** Types of the outputs of a nested graph of the node, for types of its inputs. */
    run(name: string, inputs: readonly (ValueType | undefined)[]): (ValueType | undefined)[] | undefined;
    /** An axis that may count from the end, as one that counts from the start. Throws a Misfit when there is no such axis. */
    axis(axis: number, rank: number): number;
    /** Throws a Misfit unless the rank of an input is known to be right, or is unknown. */
    wantRank(index: number, wanted: number | readonly [least: number, most: number]): void;
}
export declare function smallNumbers(tensor: OnnxTensor): number[] | undefined;
/** Types of a node's outputs, in their order; what is missing at the end is unknown. Throws a Misfit. */
export type Rule = (node: NodeView) => readonly (ValueType | undefined)[];
/** Whole numbers that the first output of a node is known to hold. */
export type ValueRule = (node: NodeView) => Known | undefined;
export type Rules = Readonly<Record<string, Rule>>;
