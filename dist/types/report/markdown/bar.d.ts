import type { ComparisonRow } from '../../core/products/index.ts';
/**
 * The interval of a row against its margin, in characters that line up in any fixed-width font: `····┊━━●━·│·····`.
 * `┊` is the margin, `│` no change, `━●━` the interval; right is better. Arrows stand for what lies outside.
 */
export declare function bar(row: ComparisonRow): string;
