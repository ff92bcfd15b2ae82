import { z } from 'zod';
import type { Measurements } from './index.ts';
/** What recomputing and reporting rely on. Members beyond these are allowed: the digest of the measurements covers them. */
export declare const measurementsSchema: z.ZodType<Measurements>;
