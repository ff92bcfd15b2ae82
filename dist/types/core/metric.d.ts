/**
 * The metrics Airworthy knows: one table, from which the schema, the documentation and the hints derive.
 * `how` names the kind of test that compares two contenders:
 * `ratio`: paired log-ratios of blocks; `paired`: per-example values on the same inputs; `exact`: a count, no test needed.
 */
export interface Metric {
    readonly name: string;
    readonly unit: 'ms' | 'B' | '1/s' | 'J' | '1' | 'share';
    readonly better: 'lower' | 'higher';
    readonly how: 'ratio' | 'paired' | 'exact';
    readonly summary: string;
    /** A margin used where the pipeline states none. Text in the grammar of quantities. */
    readonly margin: string;
}
export declare const metrics: readonly Metric[];
/** What a name such as `throughput[p99<20ms]` stands for. */
export declare const limited: Metric;
/** Part of a data set: the examples for which an array holds a value, as text. */
export interface Slice {
    readonly array: string;
    readonly value: string;
}
/** What a rate has to keep to: the share `p` of all requests is answered within `ms` milliseconds. */
export interface Limit {
    readonly p: number;
    readonly ms: number;
}
/** A metric of the table on all data, on a slice of them, or within a limit. */
export interface NamedMetric {
    readonly metric: Metric;
    readonly slice?: Slice | undefined;
    readonly limit?: Limit | undefined;
}
/**
 * What a name means: `accuracy`, `accuracy[lang=de]` for a metric of quality on a slice, or `throughput[p99<20ms]` for the rate
 * that keeps a limit. Undefined for names not of the table.
 */
export declare function metricNamed(name: string): NamedMetric | undefined;
/** `lang=de`. */
export declare function sliceName({ array, value }: Slice): string;
