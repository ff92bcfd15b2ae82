import { z } from 'zod';
import type { Question } from '../../core/products/index.ts';
import { type Margin } from '../../core/quantity.ts';
import type { Claim } from '../../stats/claims.ts';
interface MetricSettings {
    readonly margin?: Margin | undefined;
    readonly claim: Claim;
    readonly uses?: string | undefined;
    readonly better?: 'lower' | 'higher' | undefined;
}
export interface CompareSettings {
    readonly against: 'production';
    readonly metrics: Readonly<Record<string, MetricSettings>>;
    readonly alpha: number;
}
export declare const compareSettings: z.ZodType<CompareSettings>;
/** The questions these settings ask of the benchmark. `folder` is where relative paths start. */
export declare function questionsOf(settings: CompareSettings, folder: string): Question[];
/** The files of a user's own metrics, absolute. */
export declare function metricFiles(settings: CompareSettings, folder: string): string[];
export {};
