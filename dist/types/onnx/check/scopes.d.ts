import type { Graph, Model, ModelFunction, Node, OperatorSet } from '../messages.ts';
/** A list of nodes with the names that are known before its first one: a graph, a nested graph, or a function's body. */
export interface Scope {
    readonly path: string;
    readonly nodes: readonly Node[];
    /** Inputs and initialisers. */
    readonly given: readonly string[];
    readonly outputs: readonly string[];
    readonly opsets: readonly OperatorSet[];
    /** Absent for the body of a function. */
    readonly graph?: Graph | undefined;
}
export declare function mainScope(model: Model, graph: Graph): Scope;
export declare function functionScope(body: ModelFunction): Scope;
/** The graphs nested in a node: branches of an If, the body of a Loop. */
export declare function nestedScopes(scope: Scope, node: Node, index: number): Scope[];
/** Every scope of a model, nested ones after the scope that holds them. */
export declare function scopesOf(model: Model): Scope[];
/** `graph/node Relu_3`; a node without a name is told by its operator and place: `graph/node Relu (#3)`. */
export declare function nodePath(scope: Scope, node: Node, index: number): string;
export declare function initializerNames(graph: Graph): string[];
