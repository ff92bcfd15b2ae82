import type { Model } from '../format/messages.ts';
import { type ChangedNode } from './changed.ts';
import { type Match } from './match.ts';
import { type Region } from './regions.ts';
export interface GraphDiff {
    readonly nodes: {
        readonly before: number;
        readonly after: number;
    };
    /** How many nodes of each operator, those of nested graphs and functions included; most frequent first. */
    readonly operators: readonly OperatorCount[];
    /** Nodes that are the same in both but for names. */
    readonly unchanged: number;
    readonly changed: readonly ChangedNode[];
    readonly added: readonly Region[];
    readonly removed: readonly Region[];
}
export interface OperatorCount {
    readonly operator: string;
    readonly before: number;
    readonly after: number;
}
export interface Compared {
    readonly graph: GraphDiff;
    /** All nodes that go together, for whoever wants to compare what they take. */
    readonly matches: readonly Match[];
}
/**
 * How the graphs of two models differ, names of nodes and values aside: the main graph, functions of the same name, and the
 * graphs nested in nodes that go together. Constant nodes count as weights.
 */
export declare function diffGraphs(a: Model, b: Model): Compared;
