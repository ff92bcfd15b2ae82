import type { RunReport } from '../../core/report.ts';
/** A report as one self-contained page: no scripts, no network, light and dark, wide and narrow. */
export declare function renderHtml(report: RunReport): Promise<string>;
