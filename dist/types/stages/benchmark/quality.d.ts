import type { Contender, Quality } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import type { Data } from '../../data/load.ts';
import type { Asked } from './asked.ts';
/** A contender with the path of its model file. */
export interface Located {
    readonly contender: Contender;
    readonly path: string;
}
interface QualityTools extends Pick<StageTools, 'world' | 'signal' | 'progress'> {
    /** Names of the data sets that the pipeline declares. */
    readonly dataNames: readonly string[];
    /** Resamples of a user's own metrics follow from it. */
    readonly seed: number;
}
/**
 * Runs every contender over the data, on the given provider, and keeps what the questions need of each example.
 * Undefined when there is nothing to measure. Throws `quality-without-data`, `data-without-labels`, `data-label`,
 * `data-slice-unknown`, and what recorders of outputs throw.
 */
export declare function measureQuality(contenders: readonly Located[], data: Data | undefined, asked: Asked, provider: string, tools: QualityTools): Promise<Quality | undefined>;
export {};
