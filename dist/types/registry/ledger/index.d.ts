import type { Ledger } from '../../core/ledger.ts';
import type { World } from '../../core/world.ts';
/** Where a pipeline keeps its ledger: absolute paths. */
export type LedgerPlace = {
    readonly file: string;
} | {
    readonly git: string;
    readonly create?: boolean | undefined;
    readonly remote?: string | undefined;
};
/** Opens the registry of a pipeline. @throws `registry-not-git`, `git-missing`. */
export declare function openLedger(place: LedgerPlace, world: World): Promise<Ledger>;
