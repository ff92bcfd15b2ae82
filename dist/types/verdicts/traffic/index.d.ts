import type { RolloutJudgement } from '../../core/products/index.ts';
import type { TrafficWindow } from '../../core/target.ts';
import { type Verdict } from '../../core/verdict.ts';
/** What is judged at each step. The margin of `error-rate` is absolute (0.01 is 1 pp), that of `latency.p50` relative. */
export interface AnalysisRule {
    readonly metric: 'error-rate' | 'latency.p50';
    readonly margin: number;
    /** Fewer requests to the candidate than this are too few to say anything. */
    readonly minRequests: number;
}
/** Requests to the stable version that a step with none of its own is measured against. */
export interface Reference {
    readonly requests: number;
    readonly errors: number;
}
/** One-sided error rates of a single look. */
export interface Alphas {
    /** Of calling a candidate good that is worse than the margin. */
    readonly pass: number;
    /** Of calling a candidate bad that is within the margin. */
    readonly fail: number;
}
export interface Analysis {
    readonly verdict: Verdict;
    readonly judgements: readonly RolloutJudgement[];
}
/**
 * Shares an error rate among all planned looks (Bonferroni). A wrong promotion needs a wrong pass at every step and on every
 * metric, so the looks of one step share alpha; a false alarm at any look of any step on any metric takes the whole rollout back.
 */
export declare function sharedAlpha(alpha: number, { steps, hold, metrics }: {
    readonly steps: number;
    readonly hold: number;
    readonly metrics: number;
}): Alphas;
/** Into how many windows a look must be cut so that its verdicts can reach their error rates, with two to spare. */
export declare function windowsPerLook(rules: readonly AnalysisRule[], alphas: Alphas): number;
/**
 * Judges a step from all of its traffic so far. While both versions serve, they are compared at the same time; at full weight
 * the stable version has no traffic, so errors alone are judged, against `before`: the stable version's requests earlier in
 * this rollout, or no errors at all where there were none.
 */
export declare function analyse(rules: readonly AnalysisRule[], windows: readonly TrafficWindow[], weight: number, before: Reference, alphas: Alphas): Analysis;
/** Requests and errors of each version over several windows. */
export declare function totals(windows: readonly TrafficWindow[]): {
    readonly stable: Reference;
    readonly candidate: Reference;
};
