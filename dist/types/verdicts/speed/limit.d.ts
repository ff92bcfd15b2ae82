import type { Limit } from '../../core/metric.ts';
import type { Random } from '../../stats/random.ts';
/**
 * The highest rate, in runs a second, at which requests that come at random moments (Poisson) are answered within a limit: of
 * all, the share `p` within `ms`, counted from the moment they came, so that waiting counts. One instance answers them in the
 * order in which they came, each in a measured time (Lindley's recursion over `runsMs`, in order). Between a thousandth of
 * what the instance can do and all of it; the thousandth where even a request alone takes too long.
 */
export declare function rateWithin(runsMs: readonly number[], limit: Limit, random: Random): number;
