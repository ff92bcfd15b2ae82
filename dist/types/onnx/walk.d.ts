import type { Graph, Model, Node } from './messages.ts';
/** All graphs of a model: the main one first, then those nested in nodes and functions. */
export declare function graphsOf(model: Model): Graph[];
/** All nodes of a model, those of nested graphs and of functions included. */
export declare function nodesOf(model: Model): Node[];
/** The graphs that a node runs: branches of an If, the body of a Loop. */
export declare function subgraphsOf(node: Node): Graph[];
