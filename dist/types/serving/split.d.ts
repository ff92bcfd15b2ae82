/**
 * Says for one request after the other whether it goes to the candidate. The sequence n·φ mod 1 has low discrepancy: over any
 * window of n requests the candidate's share is within about log(n)/n of its weight, so that 5 % means 5 % after a few dozen
 * requests already; and as it never repeats, it cannot fall into step with the data.
 */
export declare function createSplit(): (weight: number) => boolean;
