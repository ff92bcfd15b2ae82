import type { Comparison, ComparisonRow, Measurements, Question } from '../../core/products/index.ts';
import { type Evidence } from './schema.ts';
/** Everything that a comparison was computed from, and what came out: a plain JSON value that `verifyEvidence` recomputes. */
export declare function evidenceOf(measurements: Measurements, comparison: Comparison, questions: readonly Question[], alpha: number): Evidence;
/** What `verifyEvidence` found. */
export interface Verification {
    /** True when every row came out to the same bytes and the samples are those that were compared. */
    readonly same: boolean;
    /** What differs, one sentence each. */
    readonly differences: readonly string[];
    /** The rows, recomputed. */
    readonly rows: readonly ComparisonRow[];
}
/**
 * Reaches every verdict again from the raw samples, offline. Evidence made by hand can agree with itself; to know that it is
 * the run's, compare its digest with the one in the ledger. Throws `evidence-wrong` on a value of another form.
 */
export declare function verifyEvidence(json: unknown): Verification;
