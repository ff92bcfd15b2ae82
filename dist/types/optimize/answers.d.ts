import type { Artifact } from '../core/products/index.ts';
import type { StageTools } from '../core/stage.ts';
/**
 * How far the answers of one model are from another's on seeded inputs, both run as they stand, without further
 * optimisation. See `largestDifference` for the scale.
 */
export declare function compareAnswers(wanted: Artifact, given: Artifact, tools: StageTools): Promise<{
    readonly difference: number;
} | {
    readonly impossible: string;
}>;
