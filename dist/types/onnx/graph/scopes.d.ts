import type { Graph, Model, ModelFunction, Node, OperatorSet } from '../format/messages.ts';
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
    /** The function it is in, as its body or nested there. */
    readonly body?: ModelFunction | undefined;
    /** The scope that holds it. */
    readonly outer?: Scope | undefined;
}
export declare function mainScope(model: Model, graph: Graph): Scope;
export declare function functionScope(body: ModelFunction): Scope;
/** The graphs nested in a node: branches of an If, the body of a Loop. */
export declare function nestedScopes(scope: Scope, node: Node, index: number): Scope[];
/** Every scope of a model, nested ones after the scope that holds them. Found once: every check walks them. */
export declare function scopesOf(model: Model): readonly Scope[];
/** `graph/node Relu_3`; a node without a name is told by its operator and place: `graph/node Relu (#3)`. */
export declare function nodePath(scope: Scope, node: Node, index: number): string;
export declare function initializerNames(graph: Graph): string[];
/** What a domain is called where '' and `ai.onnx` are to be one. */
export declare function standardDomain(domain: string): string;
/** The version of a domain that holds in a scope. */
export declare function opsetOf(opsets: readonly OperatorSet[], domain: string): number | undefined;
/** A graph at a path, with the operators that the model imports. */
export declare function graphScope(graph: Graph, path: string, opsets: readonly OperatorSet[]): Scope;
