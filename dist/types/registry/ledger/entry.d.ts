import type { LedgerEntry } from '../../core/ledger.ts';
/** The text of an entry: canonical JSON on one line, without a newline. */
export declare function formatEntry(entry: LedgerEntry): string;
/** Reads an entry back. `where` says which one for `ledger-broken`, thrown when it is not an entry. */
export declare function parseEntry(text: string, where: {
    readonly ledger: string;
    readonly entry: string;
}): LedgerEntry;
/** Of entries with one key the first counts: what a writer that lost its lock may add is then without effect. */
export declare function onePerKey(entries: readonly LedgerEntry[]): LedgerEntry[];
