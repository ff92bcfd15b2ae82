import type { Attribute, Graph, Node, OnnxTensor } from '../format/messages.ts';
/** A node by its operator: `Conv`, or with a domain that is not the standard's `com.microsoft.FusedConv`. */
export declare function operatorOf({ domain, opType, overload }: Node): string;
/** The constant that a Constant node holds, or undefined where it holds numbers or texts of its own. */
export declare function constantOf(node: Node): OnnxTensor | undefined;
export declare function isConstant(node: Node): boolean;
/**
 * What a constant is to the structure: element type and dims; of a few 64-bit or 32-bit integers, booleans or texts the
 * content too, since a Reshape to another shape is another node.
 */
export declare function constantSignature(tensor: OnnxTensor): string;
/** The attributes of a node in the order of their names, nested graphs by their own structure. Names of values play no part. */
export declare function attributesSignature(node: Node): string;
/** The value of an attribute as text: numbers and texts themselves, tensors by their signature, graphs by their structure. */
export declare function attributeText(attribute: Attribute): string;
/** The structure of a nested graph: what its nodes are and how they are wired; values from outside count as one. */
export declare function graphSignature(graph: Graph): string;
export declare function nestedNodes(node: Node): number;
