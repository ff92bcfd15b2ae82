import type { Contender, Quality } from '../../core/products.ts';
import type { StageTools } from '../../core/stage.ts';
import type { Data } from '../../data/load.ts';
import type { Asked } from './asked.ts';
/** A contender with the path of its model file. */
export interface Located {
    readonly contender: Contender;
    readonly path: string;
}
/**
 * Runs every contender over the data, on the given provider, and keeps what the questions need of each example.
 * Undefined when there is nothing to measure. Throws `quality-without-data` and `data-without-labels`.
 */
export declare function measureQuality(contenders: readonly Located[], data: Data | undefined, asked: Asked, provider: string, tools: StageTools & {
    readonly dataNames: readonly string[];
}): Promise<Quality | undefined>;
