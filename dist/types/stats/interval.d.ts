/** A two-sided interval. `level` is the confidence it really achieves, which may differ from the one that was asked for. */
export interface Interval {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly level: number;
}
