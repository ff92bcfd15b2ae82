/** Counts of one version since its router began, as Prometheus counters. */
export interface Counts {
    readonly requests: number;
    readonly errors: number;
}
export interface Counter {
    count(version: string, outcome: {
        readonly ok: boolean;
        readonly seconds: number;
    }): void;
    /** The counters in Prometheus text format 0.0.4. */
    text(weights: Readonly<Record<string, number>>): string;
}
export declare function createCounter(): Counter;
/** Reads `requests` and `errors` of each version back from the text. */
export declare function readCounts(text: string): ReadonlyMap<string, Counts>;
/** Reads the share of traffic of each version back from the text. */
export declare function readWeights(text: string): ReadonlyMap<string, number>;
