import { type Tensor } from '../core/tensor.ts';
import type { Trust } from '../core/world.ts';
import { type UserModule } from './user-module.ts';
/** What a user's own reader is given. */
export interface ReaderContext {
    /** Absolute path of the file under `from:`. */
    readonly path: string;
    /** The pipeline's `inputs:` as they stand there. */
    readonly inputs: Readonly<Record<string, string>>;
    /** The pipeline's `label:`. */
    readonly label: string | undefined;
    /** The pipeline's `group:`. */
    readonly group: string | undefined;
}
/**
 * What it gives: tensors by input name, examples along the first dimension; the label of each; and columns by name, texts or
 * numbers that say what else is known of each example.
 */
export interface ReaderResult {
    readonly inputs: Readonly<Record<string, Tensor>>;
    readonly labels?: readonly number[] | undefined;
    readonly columns: Readonly<Record<string, readonly string[]>>;
}
/**
 * Reads data with a module of the user: `export default function (context) → { inputs, labels?, columns? }`, also async.
 * Throws `user-module` when what it gives is not of that form.
 */
export declare function readWith(module: UserModule, context: ReaderContext, trust: Trust): Promise<ReaderResult>;
