import { type Range } from '../../core/bytes.ts';
export interface NonFinite {
    readonly nan: number;
    readonly infinite: number;
}
/**
 * How many elements of a floating-point type are NaN and infinite; `raw` holds them as `rawData` would. Types without such
 * values have none. Looks through the raw data piece by piece: weights of gigabytes are never in memory.
 */
export declare function countNonFinite(raw: Range, type: string): NonFinite;
