import { type Evidence, type Outcome } from './evidence.ts';
/** Share of examples whose top class is the label. */
export declare function accuracy(evidence: Evidence): Outcome;
/** Share of examples whose label is among the five top classes. */
export declare function topFive(evidence: Evidence): Outcome;
/** Share of examples whose top class is production's. Production agrees with itself; what has no class agrees with nothing. */
export declare function agreement(evidence: Evidence): Outcome;
/** A share of examples, from 1 and 0 for each: McNemar's table says all there is to say, unless examples come in groups. */
export declare function shares(evidence: Evidence, values: readonly [readonly number[], readonly number[]]): Outcome;
