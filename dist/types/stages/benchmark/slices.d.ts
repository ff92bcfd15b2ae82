import type { Quality } from '../../core/products/index.ts';
import type { Data } from '../../data/load.ts';
/** The examples of every slice that metrics are asked on. Throws `data-slice-unknown` when a slice holds none. */
export declare function slicesOf(metrics: readonly string[], data: Data): Pick<Quality, 'slices'>;
