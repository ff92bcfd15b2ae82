import type { Pair } from './blocks.ts';
/**
 * The mean clocks of a GPU, in MHz, while each contender had it, where they differ so that times say more of clocks than of
 * models. Undefined where they do not, and where they are not known: turns that interleave meet the same clock.
 */
export declare function clocksOf(pairs: readonly Pair[]): readonly [number, number] | undefined;
/** The second contender's times as they would be at the first one's clock: the ratio is that of clock cycles. */
export declare function atOneClock(pairs: readonly Pair[]): readonly Pair[];
