import type { Subject } from '../core/products/index.ts';
import type { ReportFormat, RunReport } from '../core/report.ts';
import { type RunContext, type StageResult } from './run-stage.ts';
interface Ended {
    readonly context: RunContext;
    readonly subject: Subject;
    readonly results: ReadonlyMap<string, StageResult>;
    readonly command: string;
    readonly finishedAt: string;
}
/** The report of a run, as one value. */
export declare function reportOf(ended: Ended): RunReport;
/** Writes the report in the given formats into the run's folder, and the evidence beside it; gives the report that names the files. */
export declare function withFiles(report: RunReport, context: RunContext, formats: readonly ReportFormat[]): Promise<RunReport>;
export {};
