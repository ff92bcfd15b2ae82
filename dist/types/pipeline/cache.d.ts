import { z } from 'zod';
import type { Sha256 } from '../core/json.ts';
import type { Warning } from '../core/products/index.ts';
import type { Outcome } from '../core/verdict.ts';
import type { Files } from '../core/world.ts';
import type { Store } from './store.ts';
/** How a stage ended, without its product's bytes: what the journal and the cache keep. */
export interface StageRecord {
    readonly product: Sha256;
    readonly verdict?: Outcome | undefined;
    readonly summary: string;
    readonly warnings: readonly Warning[];
}
export declare const stageRecord: z.ZodType<StageRecord>;
export interface Cache {
    /** A result with this key whose product and files are all in the store; undefined otherwise. */
    find(key: Sha256): Promise<StageRecord | undefined>;
    keep(key: Sha256, record: StageRecord): Promise<void>;
}
export declare function openCache(folder: string, files: Files, store: Store): Cache;
