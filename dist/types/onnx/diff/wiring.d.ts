import type { Node, OnnxTensor } from '../format/messages.ts';
import { type Scope } from '../graph/scopes.ts';
/** Where an input of a node comes from. `label` is the signature of a constant, `none` for an input left out, else `value`. */
export interface Source {
    readonly label: string;
    /** Which input of the scope it is; `outer` for a value from outside. */
    readonly from?: string;
    readonly name: string;
    /** Position of the node that makes it, and which of its outputs it is. */
    readonly producer?: number;
    readonly place?: number;
    readonly constant?: OnnxTensor | undefined;
}
export interface Wired {
    readonly node: Node;
    /** Position in its scope. */
    readonly at: number;
    /** Path of the node, as findings have it. */
    readonly where: string;
    readonly operator: string;
    /** Operator, attributes and constants, without what stands around the node. */
    readonly signature: string;
    readonly sources: readonly Source[];
    /** Nodes of the same scope that take one of its outputs. */
    readonly consumers: Consumer[];
    /** Positions among the outputs of the scope. */
    readonly results: readonly number[];
}
export interface Consumer {
    readonly node: number;
    readonly input: number;
    readonly place: number;
}
export interface Wiring {
    readonly scope: Scope;
    /** By position in the scope; holes where Constant nodes stand, which are weights. */
    readonly nodes: readonly (Wired | undefined)[];
}
/**
 * How the nodes of a scope are wired. `labels` tells inputs of the scope apart without their names. Time and memory grow with
 * the number of edges.
 */
export declare function wire(scope: Scope, labels: ReadonlyMap<string, string>): Wiring;
