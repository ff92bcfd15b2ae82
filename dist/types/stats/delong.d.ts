/** The areas under the ROC curves of two scores of the same examples. */
export interface AreaComparison {
    /** Of the first score and of the second. */
    readonly areas: readonly [number, number];
    /** The second area less the first. */
    readonly difference: number;
    /** DeLong's standard error of the difference. */
    readonly error: number;
    /** By how much each example moves each area. They add up to nothing. */
    readonly influences: readonly [Float64Array, Float64Array];
    /** Examples that the scores rank differently. */
    readonly differing: number;
}
/**
 * DeLong, DeLong & Clarke-Pearson (Biometrics 44, 1988): the areas and the error of their difference, by placements, in
 * n log n steps. Ties count one half. Throws a RangeError when there is no positive or no negative example.
 */
export declare function compareAreas(before: ArrayLike<number>, after: ArrayLike<number>, positive: readonly boolean[]): AreaComparison;
/** DeLong's test of equal areas: two-sided. Undefined where the two rank every pair alike, which no test can judge. */
export declare function delong({ difference, error }: AreaComparison): {
    readonly z: number;
    readonly p: number;
} | undefined;
/**
 * The standard error of what each example moves so far, where the examples of each class were drawn on their own. Infinite where a class
 * has one example, which tells nothing of the others.
 */
export declare function areaError(influences: Float64Array, positive: readonly boolean[]): number;
