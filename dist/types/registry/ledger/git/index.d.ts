import type { Ledger } from '../../../core/ledger.ts';
import type { World } from '../../../core/world.ts';
/**
 * A ledger on the branch `airworthy/ledger` of a git repository, bare or not: one commit for each entry, the old value of the
 * branch as compare-and-swap, and annotated tags in GTO's grammar. The user's index, work tree, hooks and signing stay out of it.
 * With `create`, a bare repository is made in a folder that is missing or empty. With `remote`, the ledger of that remote is the
 * one that counts: it is fetched first, and an entry exists once it is pushed.
 * @throws `registry-not-git`, `git-missing`, `registry-unreachable`.
 */
export declare function openGitLedger({ repository, create, remote: remoteName, }: {
    readonly repository: string;
    readonly create?: boolean;
    readonly remote?: string | undefined;
}, world: World): Promise<Ledger>;
