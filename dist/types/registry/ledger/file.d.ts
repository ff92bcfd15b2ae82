import type { Ledger } from '../../core/ledger.ts';
import type { World } from '../../core/world.ts';
/**
 * A ledger in one file: JSON lines, each flushed to disk before `append` returns, writers kept apart by `PATH.lock`.
 * The file is made with the first entry. A last line without its newline was cut off by a kill or a full disk: it was never
 * acknowledged, so it is dropped. Damage anywhere else is `ledger-broken`.
 */
export declare function openFileLedger(path: string, world: World): Promise<Ledger>;
