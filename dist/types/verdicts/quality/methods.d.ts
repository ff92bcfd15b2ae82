import { type Evidence, type Outcome } from './evidence.ts';
/** How each metric of the table that is paired by examples is computed and compared. */
export declare const methods: Readonly<Record<string, (evidence: Evidence) => Outcome>>;
/** A user's own metric: of the whole data set, or the mean of values; values of 1 and 0 alone are a share of examples. */
export declare function ownMetric(evidence: Evidence): Outcome;
