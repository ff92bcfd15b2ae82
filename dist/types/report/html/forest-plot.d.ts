import type { ComparisonRow } from '../../core/products/index.ts';
import { type Plot } from './vega.ts';
/**
 * Interval against margin of every metric, in multiples of its margin, so that metrics of different units share one axis:
 * 0 is no change, −1 is as much worse as is acceptable, right is better. Far changes are drawn nearer (a symlog scale).
 */
export declare function forestPlot(rows: readonly ComparisonRow[]): Plot;
