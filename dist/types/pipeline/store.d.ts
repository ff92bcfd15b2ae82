import { type Sha256 } from '../core/json.ts';
import type { Artifact } from '../core/products/index.ts';
import type { ArtifactStore } from '../core/stage.ts';
import type { Files } from '../core/world.ts';
/** The content-addressed store, with what the engine needs besides: products, which are JSON values in it. */
export interface Store extends ArtifactStore {
    /** Stores a value and gives its digest, and the value as it can be read back (secrets masked). */
    putValue(value: unknown): Promise<{
        readonly sha256: Sha256;
        readonly value: unknown;
    }>;
    /** The value of this digest; undefined when it is not there or not whole. */
    value(sha256: Sha256): Promise<unknown>;
    /** Whether every artifact that a value names is in the store. */
    holds(value: unknown): Promise<boolean>;
    /** The text with paths into the store replaced by the names that the files had. */
    readable(text: string): string;
}
/**
 * A store in a folder: `ab/ab12…`, files named by their SHA-256, or folders of a model with the files of its weights. What is
 * read from it is checked against its name.
 */
export declare function openStore(folder: string, files: Files): Store;
/**
 * The artifact a file would be, without storing it: with the files beside it that hold its weights, if it is a model that has
 * such. Throws `file-missing`, and `external-refused` for weights in a file that is not there or is reached through a link.
 */
export declare function artifactOf(files: Files, file: string): Promise<Artifact>;
