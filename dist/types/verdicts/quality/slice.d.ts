import type { Quality } from '../../core/products/index.ts';
/**
 * Quality on the examples of a slice alone, by its name. A user's own metrics are of all data, and left out.
 * Throws `metric-not-measured` when the slice was not measured or holds no example.
 */
export declare function onSlice(quality: Quality, slice: string, metric: string): Quality;
