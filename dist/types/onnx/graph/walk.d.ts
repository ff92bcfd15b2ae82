import type { Graph, Model, Node, OnnxTensor } from '../format/messages.ts';
/** All graphs of a model: the main one first, then those nested in nodes and functions. */
export declare function graphsOf(model: Model): Graph[];
/** All nodes of a model, those of nested graphs and of functions included. */
export declare function nodesOf(model: Model): Node[];
/** The graphs that a node runs: branches of an If, the body of a Loop. */
export declare function subgraphsOf(node: Node): Graph[];
/** A model with every initialiser replaced, those of nested graphs included. What is not changed stays the very same value. */
export declare function mapInitializers(model: Model, change: (tensor: OnnxTensor) => OnnxTensor): Model;
