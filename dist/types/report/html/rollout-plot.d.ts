import type { RolloutResult } from '../../core/products/index.ts';
import { type Plot } from './vega.ts';
/** The share of traffic asked for and seen, over time, with the verdict of each step. */
export declare function rolloutPlot(result: RolloutResult): Plot;
