import type { CacheEntry } from './places.ts';
/**
 * Puts a folder into the tool cache, whole or not at all: it is filled under another name beside its place, then renamed. Of two
 * processes that do so at once one is first, and the other one leaves that folder as it is.
 */
export declare function keep({ folder, marker }: CacheEntry, fill: (folder: string) => Promise<void>): Promise<void>;
