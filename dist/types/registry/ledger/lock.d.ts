import type { World } from '../../core/world.ts';
/**
 * Does some work while holding a lock file. A lock whose process is gone (killed) is removed; one that a living process
 * keeps for 30 s is `ledger-busy`.
 */
export declare function withLock<Result>(path: string, world: World, work: () => Promise<Result>): Promise<Result>;
