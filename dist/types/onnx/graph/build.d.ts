import type { TensorType } from '../../core/tensor.ts';
import type { Attribute, Graph, Model, Node, OnnxTensor, ValueInfo } from '../format/messages.ts';
/** AttributeProto.AttributeType. */
export declare const attributeTypes: {
    readonly float: 1;
    readonly int: 2;
    readonly string: 3;
    readonly tensor: 4;
    readonly graph: 5;
    readonly floats: 6;
    readonly ints: 7;
    readonly strings: 8;
};
/** What an attribute may be given as. A JavaScript number cannot say whether it is a float: `{ float: 1 }` does. */
export type AttributeValue = bigint | number | string | {
    readonly float: number;
} | {
    readonly floats: readonly number[];
} | {
    readonly tensor: OnnxTensor;
} | {
    readonly graph: Graph;
} | readonly number[] | readonly string[];
export interface ModelParts {
    readonly graph: Graph;
    /** Version of the standard operators. */
    readonly opset: number;
    /** Versions of other domains of operators. */
    readonly domains?: Readonly<Record<string, number>>;
    readonly irVersion?: number;
    readonly producer?: string;
    readonly producerVersion?: string;
    readonly metadata?: Readonly<Record<string, string>>;
}
/** A model around a graph. IR version 8 by default: what runtimes of the last five years read. */
export declare function buildModel(parts: ModelParts): Model;
export interface GraphParts {
    readonly name?: string;
    readonly inputs: readonly ValueInfo[];
    readonly outputs: readonly ValueInfo[];
    readonly nodes: readonly Node[];
    readonly weights?: readonly OnnxTensor[];
}
/** A graph; its nodes in an order in which they can run. */
export declare function buildGraph(parts: GraphParts): Graph;
export interface NodeParts {
    readonly name?: string;
    readonly domain?: string;
    readonly attributes?: Readonly<Record<string, AttributeValue>>;
}
/** An operator call: `node('Gemm', ['x', 'w', 'b'], ['y'], { attributes: { transB: 1 } })`. */
export declare function node(opType: string, input: readonly string[], output: readonly string[], parts?: NodeParts): Node;
/** An attribute of a node. Integers become INT, other numbers must be given as `{ float }`. */
export declare function attribute(name: string, value: AttributeValue): Attribute;
/**
 * A named constant: weights, or the value of a Constant node. `data` holds its elements row by row, in the array type of
 * the element type (float16 as its 16 raw bits); texts are not supported.
 */
export declare function tensor(name: string, type: TensorType, dims: readonly number[], data: ArrayBufferView): OnnxTensor;
/** A declared input, output or intermediate value. A text among the dims is a symbol. Without dims not even their number is said. */
export declare function value(name: string, type: TensorType, dims?: readonly (number | string)[]): ValueInfo;
