import type { RunReport } from '../../core/report.ts';
/** The distribution of latencies of the first scenario as a Mermaid chart: numbers and our own words only. Undefined without samples. */
export declare function latencyChart(report: RunReport): {
    readonly scenario: string;
    readonly mermaid: string;
} | undefined;
