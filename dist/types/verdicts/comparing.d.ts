import type { Metric } from '../core/metric.ts';
import type { Measurements, Question } from '../core/products/index.ts';
/** What is asked of one metric, and of whom. */
export interface Comparing {
    readonly metric: Metric;
    readonly question: Question;
    readonly measurements: Measurements;
    /** Contender ids. */
    readonly production: string;
    readonly chosen: string;
    /** One-sided error rate. */
    readonly alpha: number;
}
export declare function notMeasured({ metric }: Comparing, why: string): Error;
