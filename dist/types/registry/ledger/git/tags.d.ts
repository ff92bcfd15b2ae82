import type { LedgerEntry } from '../../../core/ledger.ts';
import type { Chain } from './chain.ts';
import type { Git } from './command.ts';
/** An annotated tag of the repository; `key` is the ledger entry it shows, where it is one of ours. */
export interface ExistingTag {
    readonly name: string;
    readonly key: string | undefined;
}
interface WantedTag {
    readonly name: string;
    readonly commit: string;
    readonly entry: LedgerEntry;
}
/** The tags of the repository that are of GTO's grammar. */
export declare function listTags(git: Git): Promise<ExistingTag[]>;
/** Makes the tags that the ledger calls for and the repository lacks, oldest first. Gives the names of all that show the ledger. */
export declare function ensureTags(git: Git, chain: Chain): Promise<string[]>;
/**
 * A release shows as `digits@v1.1.0` on its own commit, an assignment as `digits#production#N` on the commit of the release
 * that it assigns. An assignment that a later, visible one has replaced is left out: as the newest tag it would undo that one.
 */
export declare function missingTags({ entries, commits }: Pick<Chain, 'entries' | 'commits'>, existing: readonly ExistingTag[]): WantedTag[];
export {};
