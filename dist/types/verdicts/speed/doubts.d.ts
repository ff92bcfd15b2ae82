import type { ComparisonRow, Speed } from '../../core/products/index.ts';
import { type Judgement } from '../../stats/claims.ts';
import type { Comparing } from '../comparing.ts';
import { type Pair } from './blocks.ts';
/** Where a GPU's clock was not the same for both, the verdict has to be the same in clock cycles. What is no time stays as it is. */
export declare function clockDoubt(comparing: Comparing, speed: Speed, pairs: readonly Pair[], { verdict }: Judgement): string | undefined;
export interface Noise {
    readonly floor: NonNullable<ComparisonRow['noise']>;
    /** Set when the two copies differ certainly, and by more than half the margin: no verdict can be trusted then. */
    readonly doubt?: string | undefined;
}
/** How far a second copy of production came out from production itself, in the blocks where one ran along. */
export declare function noiseOf(comparing: Comparing, speed: Speed): Noise | undefined;
