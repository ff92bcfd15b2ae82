import type { Processes } from '../../core/world.ts';
import { type CacheEntry, type Surroundings } from './places.ts';
export interface DownloadTools {
    readonly run: Processes['run'];
    readonly signal?: AbortSignal | undefined;
}
/**
 * Fetches the pinned package with the user's own npm, so that the user's registry, mirror and proxy count, and puts the files of
 * this machine into the tool cache. Nothing is read from what came before its digest was found to be the pinned one, no script
 * of the package runs. Throws `runtime-download`, and then leaves nothing behind.
 */
export declare function download(around: Surroundings, tools: DownloadTools): Promise<CacheEntry>;
