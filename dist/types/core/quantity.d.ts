import { z } from 'zod';
/** How much worse is still acceptable: `relative` to production's value (3 % = 0.03), or `absolute` in the metric's own unit. */
export type Margin = {
    readonly relative: number;
} | {
    readonly absolute: number;
};
/** Milliseconds of `250ms`, `1.5s`, `10m`, `2h`, `1d`. */
export declare function parseDuration(text: string): number | undefined;
/** Bytes of `512B`, `64kB`, `2GiB`. */
export declare function parseBytes(text: string): number | undefined;
/** The share of `5%`: 0.05. Between 0 and 1. */
export declare function parseShare(text: string): number | undefined;
/** `3%` is relative, `0.5pp` (percentage points) is absolute on a share, `2ms`, `1MiB` and `0.01` are absolute. */
export declare function parseMargin(text: string): Margin | undefined;
/** Settings fields: text in the file, a number in one fixed unit (or a Margin) after checking. */
export declare function duration(): z.ZodType<number, string>;
export declare function byteSize(): z.ZodType<number, string>;
export declare function share(): z.ZodType<number, string>;
/** A bare number is a margin in the metric's own unit: `0.005`. */
export declare function margin(): z.ZodType<Margin, string | number>;
/** `5 %`, `0.5 %`. */
export declare function percent(share: number): string;
