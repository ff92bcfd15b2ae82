import type { Problem } from '../core/errors/index.ts';
import type { ComparisonRow, Scenario, Warning } from '../core/products/index.ts';
import type { RunReport } from '../core/report.ts';
/** What the formats read out of a report beyond its fields: pure, and the same for all of them. */
/** `pass`, `fail`, … with its glyph, as the headline of a report. */
export declare function headline(report: RunReport): {
    readonly glyph: string;
    readonly word: string;
};
/**
 * The metric that says most about the outcome: the first that failed, else the first that was inconclusive, else the
 * first that the gate required, else the first. Undefined when nothing was compared.
 */
export declare function keyRow(report: RunReport): ComparisonRow | undefined;
/** The key number of a comparison that decided the run, in words: `latency.p50 39–43 % lower, margin 3 %`. */
export declare function keyNumber(report: RunReport): string | undefined;
/** One compared metric in words, for screen readers and alternative texts. */
export declare function rowSentence(row: ComparisonRow): string;
export declare function metricName(row: ComparisonRow): string;
/**
 * The change of a row, or an end of its interval, as a multiple of the margin, positive when better. A margin of nothing
 * makes any change infinite.
 */
export declare function inMargins(row: ComparisonRow, value: number): number;
/** Every warning of the run, once each, in the order in which they came up. */
export declare function allWarnings(report: RunReport): readonly Warning[];
export declare function allProblems(report: RunReport): readonly {
    readonly stage: string;
    readonly problem: Problem;
}[];
/** A name and its value. */
type Fact = readonly [name: string, value: string];
/** An environment and what is known of it. */
export interface MeasuredIn {
    readonly fingerprint: string;
    readonly facts: readonly Fact[];
}
/** What the figures were measured on; where that is several machines, each says its scenarios first. What is not known is left out. */
export declare function environments(report: RunReport): readonly MeasuredIn[];
/** The conditions that were the same wherever it was measured. */
export declare function conditions(report: RunReport): readonly Fact[];
/** What one scenario measured of one side of the comparison. */
export interface Side {
    readonly role: 'production' | 'candidate';
    readonly id: string;
    /** All samples of all blocks, milliseconds, rising. */
    readonly samples: readonly number[];
    /** The median of each block in which it had a turn; `block` counts from 1. */
    readonly medians: readonly {
        readonly block: number;
        readonly ms: number;
    }[];
}
export interface ScenarioSides {
    readonly scenario: Scenario;
    readonly blocks: number;
    readonly sides: readonly Side[];
}
/** The latencies of production (where there is one) and of the chosen contender, scenario by scenario. */
export declare function latencies(report: RunReport): readonly ScenarioSides[];
/** The value below which a share of sorted values lies, by linear interpolation between neighbours (R's type 7). */
export declare function quantile(sorted: readonly number[], probability: number): number;
/** The latest part of a path, whichever way its slashes lean. */
export declare function baseName(path: string): string;
/** What recomputes the verdicts, offline. */
export declare function verifyCommand(report: RunReport): string;
/** A word of a POSIX command line, quoted where it needs to be. */
export declare function shellWord(text: string): string;
export {};
