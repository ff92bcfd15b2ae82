import type { RunReport } from '../../core/report.ts';
export interface TerminalOptions {
    readonly colour: boolean;
    /** Columns of the terminal; lines are broken to fit where a word allows it. */
    readonly width: number;
    /** True for a terminal that shows only ASCII. */
    readonly ascii?: boolean;
}
/** A report for a terminal or a plain log. The last lines say what was decided, where the report is and what to type next. */
export declare function renderTerminal(report: RunReport, options: TerminalOptions): string;
