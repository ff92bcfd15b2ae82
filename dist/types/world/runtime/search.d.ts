import { type Surroundings } from './places.ts';
import { type Target } from './target.ts';
/** What was found in a folder that has a package.json. */
export interface Seen {
    readonly name: unknown;
    readonly version: unknown;
    /** The native files for this machine. */
    readonly files: readonly string[];
}
export type Search = {
    readonly found: true;
    /** The package, and the folder in it that has the native files. */
    readonly folder: string;
    readonly native: string;
    /** What was there before it and did not fit: place and reason. */
    readonly passedOver: readonly string[];
} | {
    readonly found: false;
    /** Every place with the reason why it did not fit. */
    readonly tried: readonly string[];
    /** The place that the user named, and why it does not fit: nothing was looked at after it. */
    readonly wrong?: {
        readonly folder: string;
        readonly reason: string;
    };
};
/** Looks for onnxruntime in all places, in order, and loads nothing. */
export declare function search(around: Surroundings): Search;
/** Why a package cannot be used here, as the end of a sentence; undefined when it can. */
export declare function misfit({ name, version, files }: Seen, around: Pick<Surroundings, 'pin' | keyof Target>): string | undefined;
