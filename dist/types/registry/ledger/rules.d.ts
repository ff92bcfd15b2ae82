import type { LedgerEntry, LedgerEvent } from '../../core/ledger.ts';
/**
 * Refuses an event that the ledger must not hold: a name or version outside the grammar, a version that is released already,
 * a stage given to a version that was never released. Both drivers ask under their lock, so writers cannot race past it.
 */
export declare function admit(entries: readonly LedgerEntry[], event: LedgerEvent): void;
