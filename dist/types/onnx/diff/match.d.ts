import type { Wired, Wiring } from './wiring.ts';
export interface Match {
    readonly a: Wired;
    readonly b: Wired;
}
/**
 * Which nodes of two scopes are the same one. First those whose whole history is the same: operator, attributes, constants
 * and all that leads to their inputs. Then those from which the same leads to the outputs. Then neighbours of what is matched that
 * have the same signature; then whatever is left of the same signature, in order; last neighbours of the same operator in the
 * same place: those were changed. Names of nodes and values play no part. Time grows with the number of edges, and the result of exchanged arguments is the exchanged result.
 */
export declare function matchNodes(a: Wiring, b: Wiring): readonly Match[];
