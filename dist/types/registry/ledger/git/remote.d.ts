import type { Git } from './command.ts';
/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
    /** Brings the ledger and the tags of the remote here. Ours is never ahead: entries are pushed before they are ours. */
    fetch(): Promise<void>;
    /** Moves the branch of the remote from `old` (undefined: it must not exist) to `commit`. False when another writer was first. */
    push(commit: string, old: string | undefined): Promise<boolean>;
    /** Shows tags there too; those it has already are left as they are. */
    pushTags(names: readonly string[]): Promise<void>;
}
/** @throws (from its functions) `registry-unreachable`. */
export declare function openRemote(git: Git, name: string): Remote;
