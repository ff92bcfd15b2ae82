import type { Match } from './match.ts';
import type { Wiring } from './wiring.ts';
/** A node that both models have, with other attributes, constants of another shape, or other neighbours. */
export interface ChangedNode {
    readonly operator: string;
    /** Paths of the node. */
    readonly before: string;
    readonly after: string;
    /** One short text for each thing that changed. */
    readonly what: readonly string[];
}
/** Which of the nodes that go together are not the same, in the order of the first graph. */
export declare function changesOf(matches: readonly Match[], before: Wiring, after: Wiring): ChangedNode[];
