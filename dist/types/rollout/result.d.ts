import type { RolloutResult } from '../core/products/index.ts';
import type { RolloutState } from '../registry/index.ts';
/** A finished rollout as the product of its stage: a function of the ledger alone. */
export declare function resultOf(state: RolloutState): RolloutResult;
