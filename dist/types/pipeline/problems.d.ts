import { z } from 'zod';
import type { Problem } from '../core/errors/index.ts';
import type { Path, Source } from './source.ts';
type Issue = z.core.$ZodIssue;
/** zod's issues as problems: each with its position, and for names the valid ones and the nearest. `base` is the path of the checked part. */
export declare function problemsOf(issues: readonly Issue[], schema: z.ZodType, source: Source, base: Path, also?: readonly string[]): Problem[];
export declare function nearest(name: string, valid: readonly string[]): string | undefined;
export declare function nameOf(path: Path): string;
export {};
