/**
 * Which of several alarms hold when all comparisons are taken together: Holm's step-down procedure (1979), by which the chance
 * of any false alarm among `comparisons` stays at most alpha. `alarms` are the comparisons that raise one at alpha alone;
 * `raises` says whether one still does at a smaller error rate.
 */
export declare function holm<Alarm>(alarms: readonly Alarm[], { comparisons, alpha }: {
    readonly comparisons: number;
    readonly alpha: number;
}, raises: (alarm: Alarm, alpha: number) => boolean): ReadonlySet<Alarm>;
