import type { LedgerEntry } from '../../../core/ledger.ts';
import type { Git } from './command.ts';
export declare const branch = "refs/heads/airworthy/ledger";
/** The ledger branch: entry `n` came with commit `n`, so git's hashes chain the entries. */
export interface Chain {
    readonly head: string | undefined;
    /** Oldest first. */
    readonly commits: readonly string[];
    readonly entries: readonly LedgerEntry[];
}
/** Gives a reader that keeps what it has read: entries never change, so only new ones are fetched. */
export declare function createReader(git: Git): () => Promise<Chain>;
