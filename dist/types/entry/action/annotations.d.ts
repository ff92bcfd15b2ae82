import type { RunReport } from '../../core/report.ts';
import type { Annotation } from '../../github/check-run.ts';
import type { Pipeline } from '../../pipeline/load.ts';
/**
 * What a report has to say about lines of the pipeline file, worst first: what went wrong, metrics that failed or could not be told (at
 * their own lines), warnings (at the stage that measured).
 */
export declare function annotationsOf(report: RunReport, pipeline: Pipeline, workspace: string): readonly Annotation[];
