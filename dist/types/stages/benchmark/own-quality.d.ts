import type { Quality, Question } from '../../core/products/index.ts';
import type { World } from '../../core/world.ts';
import type { Data } from '../../data/load.ts';
import { type OwnMetric } from '../../data/own-metric.ts';
import type { Batch } from '../../data/recorder.ts';
/** A user's own metric, by the name that was asked for. */
export interface Own {
    readonly metric: string;
    readonly module: OwnMetric;
    /** One-sided error rate of its verdict. */
    readonly alpha: number;
}
export declare function loadOwn(questions: readonly Question[], { files, trust }: World): Promise<Own[]>;
export interface OwnRecorder {
    take(batch: Batch): Promise<void>;
    /** What the module gave of each example. */
    readonly kept: readonly unknown[];
}
export declare function ownRecorder({ module }: Own, contender: string, { labels }: Data): OwnRecorder;
type Kept = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>;
/** The values of metrics that are means, and what becomes of the others on resampled examples. `kept`: contender → metric; production first. */
export declare function ownQuality(own: readonly Own[], kept: Kept, data: Data, seed: number): Pick<Quality, 'custom' | 'corpus'>;
export {};
