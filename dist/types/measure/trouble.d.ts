import type { Warning } from '../core/products/index.ts';
import type { Counters } from './counters.ts';
/** What disturbed measuring between two readings of the counters, each with its figure and what to do about it. */
export declare function troubles(before: Counters | undefined, after: Counters | undefined): Warning[];
