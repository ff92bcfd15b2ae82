import type { Attribute, Graph, ModelFunction } from '../format/messages.ts';
import { type Scope } from '../graph/scopes.ts';
import type { InferredScope, TypeProblem, ValueType } from './types.ts';
import { type Values } from './values-in.ts';
/** What is gathered while a model is inferred. */
export interface State {
    readonly functions: ReadonlyMap<string, ModelFunction>;
    readonly symbols: ReadonlyMap<string, number>;
    /** By the path and the graph or call that they are of: a loop's body is gone through again, and counts once. */
    readonly scopes: Map<string, InferredScope>;
    readonly ids: Map<Graph, number>;
    /** What functions give, by what they are called with: calls of calls would else be exponentially many. */
    readonly calls: Map<string, readonly (ValueType | undefined)[]>;
    readonly called: Set<ModelFunction>;
    /** By place and message: each is told once. */
    readonly problems: Map<string, TypeProblem>;
    nodes: number;
}
/** Where a scope is inferred: how deep in other graphs and functions, in how many loops, with which attributes of the call. */
export interface Place {
    readonly depth: number;
    readonly loops: number;
    readonly bound: ReadonlyMap<string, Attribute>;
}
export declare const outermost: Place;
export declare function calleeOf(domain: string, name: string, overload: string): string;
export declare function inferGraph(scope: Scope, graph: Graph, given: readonly (ValueType | undefined)[], outer: Values | undefined, state: State, place: Place): Values;
export declare function inferBody(body: ModelFunction, values: Values, given: ReadonlyMap<string, Attribute>, state: State, place: Place): readonly (ValueType | undefined)[];
