import type { RunReport } from '../../core/report.ts';
/**
 * The report in these bytes. Only what a comment shows is kept, and nothing that a pull request of a stranger cannot have (a release, a
 * roll-out). Throws `download-refused` when it is no report.
 */
export declare function readReport(name: string, bytes: Uint8Array): RunReport;
