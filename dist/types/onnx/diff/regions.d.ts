import type { Wired, Wiring } from './wiring.ts';
/** Nodes that only one of the models has and that are connected, or several such groups of the same structure. */
export interface Region {
    /** Digest of operators, attributes, shapes of constants and wiring. */
    readonly hash: string;
    /** Operators in the order in which they run. */
    readonly operators: readonly string[];
    /** Nodes in each group, those of nested graphs included. */
    readonly size: number;
    /** For each group the paths of its nodes. */
    readonly places: readonly (readonly string[])[];
}
/** The nodes that are not kept, connected ones together, groups of one structure as one; in the order of the graph. */
export declare function regionsOf(wiring: Wiring, isKept: ReadonlySet<Wired>): Region[];
