/** What is measured once on each user: yes or no, which gives a rate, or a number, which gives a mean. */
export type Response = {
    readonly kind: 'rate';
    readonly baseline: number;
} | {
    readonly kind: 'mean';
    readonly baseline: number;
    readonly deviation: number;
};
/** What an A/B test shall settle. */
export interface AbAim {
    /** `not-worse` than the margin allows, or `better` than production: then the margin is the improvement that is planned for. */
    readonly claim: 'not-worse' | 'better';
    /** Above 0, in the unit of the response: a rate's is a share. */
    readonly margin: number;
    /** How much better a candidate that shall be `not-worse` is hoped to be, which is what is planned for: 0 when absent. */
    readonly hoped?: number;
    readonly better: 'lower' | 'higher';
    /** How often `pass`, and how often `fail`, may be wrong: one-sided, 0 to 1/2. */
    readonly alpha: number;
    /** The chance of `pass` that is planned for, above alpha. */
    readonly power: number;
    /** The part of all users that meets the candidate, 0 to 1. */
    readonly share: number;
}
/** Whole users. */
export interface AbSize {
    readonly candidate: number;
    readonly production: number;
}
export interface Chances {
    readonly pass: number;
    readonly fail: number;
    readonly inconclusive: number;
}
interface SequentialDesign {
    /** When every look is taken. */
    readonly largest: AbSize;
    /** How many times as many users as a test that is looked at once. */
    readonly inflation: number;
    /** The critical value of each look, in standard errors. */
    readonly bounds: readonly number[];
}
export interface AbQuestion {
    readonly response: Response;
    readonly aim: AbAim;
    /** How often the sequential design is looked at: a whole number, at least 1. */
    readonly looks: number;
}
export interface AbPlan extends AbQuestion {
    readonly fixed: AbSize;
    readonly sequential: SequentialDesign;
    /** What the fixed design is likely to say of true changes. */
    readonly changes: readonly {
        readonly change: string;
        /** The candidate's rate or mean. */
        readonly candidate: number;
        /** Absent where no rate can be so. */
        readonly chances?: Chances;
    }[];
}
export declare function planAb({ response, aim, looks }: AbQuestion): AbPlan;
/**
 * The users that a test looked at once needs, with the variance of each arm under the change that is planned for (unpooled).
 * A rate: by the normal approximation, (z_{1−α} + z_{power})² (σ²_candidate + σ²_production)/distance² in each arm when arms
 * are equal (Chow, Shao & Wang, Sample Size Calculations in Clinical Research, sections 3.2 and 4.2). A mean: by Student's t,
 * which takes about z²_{1−α}/2 users more. The distance is from the margin to what is planned for.
 */
export declare function fixedSize(response: Response, aim: AbAim): AbSize;
/**
 * The chance of each verdict when the candidate is truly worse by `worse` (below 0: better), in the unit of the response.
 * `not-worse` passes when the whole interval of level 1 − 2 alpha lies on the good side of the margin, and fails when it lies
 * beyond; `better` has no change in place of the margin. Undefined where no rate can be so.
 */
export declare function chancesWhen(worse: number, response: Response, aim: AbAim, size: AbSize): Chances | undefined;
/** The candidate's rate or mean when it is worse by `worse`. */
export declare function valueWhen(worse: number, response: Response, better: AbAim['better']): number;
/**
 * The same test looked at `looks` times, equally many users apart, with O'Brien–Fleming spending each way. Sized so that the
 * last look alone has the power: what earlier looks add is not counted, so the power is a little above what was asked for.
 */
export declare function sequentialDesign(response: Response, aim: AbAim, looks: number): SequentialDesign;
export {};
