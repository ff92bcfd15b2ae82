import type { Pin } from './pin.ts';
import { type Target } from './target.ts';
/** What decides where onnxruntime is looked for. */
export interface Surroundings extends Target {
    readonly pin: Pin;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Where the user works. */
    readonly cwd: string;
    /** The folder of the bundled scripts. */
    readonly bundle: string;
    /** The user's home folder. */
    readonly home: string;
    /** False when a stranger may have written what is in the working folder. */
    readonly trusted: boolean;
}
/** A place where the package `onnxruntime-node` may be, with at least its package.json and the native files of this machine. */
export interface Place {
    /** What a person calls it. */
    readonly where: string;
    /** The folders that may be the package: the first that is there counts. */
    readonly folders: readonly string[];
    /** Named by the user: one that does not fit is a mistake rather than a reason to look elsewhere. */
    readonly named?: boolean;
    /** A file without which the folder is not whole yet. */
    readonly marker?: string;
    /** Why it is not even looked at. */
    readonly closed?: string | undefined;
}
export declare function placesIn(around: Surroundings): readonly Place[];
/** A folder of the tool cache, laid out as the runner's own tools lay it out: whole once the file `marker` is there. */
export interface CacheEntry {
    readonly folder: string;
    readonly marker: string;
}
export declare function cacheEntry(around: Surroundings, tool: string, version: string): CacheEntry;
