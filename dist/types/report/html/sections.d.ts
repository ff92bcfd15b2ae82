import type { RolloutResult } from '../../core/products/index.ts';
import type { RunReport } from '../../core/report.ts';
import { type Html, type Section } from './parts.ts';
/** The parts of the page that need no plot. Each gives nothing where the run has no data for it. */
export declare function stages(report: RunReport): Section | undefined;
export declare function release(report: RunReport): Section | undefined;
export declare function validation(report: RunReport): Section | undefined;
export declare function optimisation(report: RunReport): Section | undefined;
export declare function environment(report: RunReport): Section | undefined;
export declare function evidence(report: RunReport): Section;
export declare function warnings(report: RunReport): Section | undefined;
/** The table of steps, what was judged, and what followed. */
export declare function rolloutTables(result: RolloutResult): Html;
