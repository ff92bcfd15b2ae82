import { z } from 'zod';
import type { Comparison, Measurements, Question } from '../../core/products/index.ts';
/** The form of an evidence file. */
export interface Evidence {
    readonly schema: 'airworthy.evidence/2';
    /** One-sided error rate of each row. */
    readonly alpha: number;
    readonly questions: readonly Question[];
    readonly measurements: Measurements;
    readonly comparison: Comparison;
}
/** What recomputing relies on. Members beyond these are allowed, and covered by the digest of the measurements. */
export declare const evidenceSchema: z.ZodType;
