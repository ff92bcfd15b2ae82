import type { RunReport } from '../core/report.ts';
/**
 * The report itself as JSON: keys sorted, two spaces, arrays of numbers on one line, one newline at the end. Characters
 * that a terminal would obey (C1 controls, bidirectional and invisible ones) are written as escapes, so that printing the
 * file is harmless; parsing gives the same values.
 */
export declare function renderJson(report: RunReport): string;
