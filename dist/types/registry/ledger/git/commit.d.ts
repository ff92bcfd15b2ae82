import type { LedgerEntry } from '../../../core/ledger.ts';
import { type Chain } from './chain.ts';
import type { Git } from './command.ts';
import type { Remote } from './remote.ts';
/**
 * Commits an entry on top of a chain and moves the branch there, if it still is where the chain ends: on the remote first,
 * where there is one. Objects and the branch alone are written: no index, no work tree. Gives the commit, or undefined when
 * another writer moved the branch first.
 */
export declare function commitEntry(git: Git, chain: Chain, entry: LedgerEntry, remote: Remote | undefined): Promise<string | undefined>;
