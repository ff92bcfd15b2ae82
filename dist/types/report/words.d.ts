import type { ComparisonRow, StageStatus } from '../core/products/index.ts';
import type { RunReport } from '../core/report.ts';
/**
 * How numbers and verdicts are said, in one place for every format. Pure text, unescaped: nothing here is markup.
 * Spaces stand before units, minus signs are U+2212, ranges have an en dash; `asciiOnly` gives all of it a plain form.
 */
/** How a run, a stage or a step ended. */
export type Status = StageStatus | RunReport['outcome'];
export declare function glyph(status: Status): string;
export declare function word(status: Status): string;
/** The verdict of a row in words: a pass that is better beyond doubt says so. */
export declare function rowVerdict(row: ComparisonRow): string;
/** A value with its unit, at most three significant digits: `1.23 ms`, `26.4 kB`, `97.40 %`, `26,506`. */
export declare function quantity(value: number, unit: string): string;
/** A time given in milliseconds: `823 µs`, `1.23 ms`, `12.3 s`, `4 min 5 s`. */
export declare function milliseconds(value: number): string;
/** How long something took, given in seconds, for people: `<0.1 s`, `24.3 s`, `4 min 5 s`. */
export declare function seconds(value: number): string;
/** Bytes in decimal units: `512 B`, `26.4 kB`, `1.20 GB`. */
export declare function bytes(value: number): string;
/** A number of things, with a comma at the thousands. */
export declare function count(value: number): string;
/** `1 block`, `12 blocks`. */
export declare function counted(number: number, noun: string): string;
/** A share of traffic or of anything else, 0 to 1: `5 %`, `12.5 %`. */
export declare function share(value: number): string;
/** The change of a row with its sign: `−41 %`, `+0.30 pp`. */
export declare function change(row: ComparisonRow): string;
/** The interval of a row as a phrase: `39–43 % lower`, `0.2–0.9 pp higher`, `−0.5 to +1.2 %`, `no change`. */
export declare function interval(row: ComparisonRow): string;
/** The size of a change on the scale of a row, without a sign: `1.5 %`, `0.3 pp`. */
export declare function size(row: ComparisonRow, value: number): string;
/** The margin of a row: `3 %`, `0.5 pp`, `2 ms`; `±3 %` where it counts both ways, `better by 3 %` where that is claimed. */
export declare function margin(row: ComparisonRow): string;
/** What would settle an inconclusive row: `24 blocks`, `5,000 examples`; nothing when that is not known. */
export declare function needs(row: ComparisonRow): string | undefined;
/** An ISO 8601 time for people, to the second, in UTC; text that is no time is given back as it is. */
export declare function time(iso: string): string;
/** The same text in ASCII, character for character so that columns stay aligned; what has no plain form becomes `?`. */
export declare function asciiOnly(text: string): string;
