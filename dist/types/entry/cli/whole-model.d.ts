import type { Files } from '../../core/world.ts';
import type { Model } from '../../onnx/format/messages.ts';
/**
 * A model with the weights that are in files beside it as if they were its own, where those files may be read; and what all of
 * them take, in bytes.
 */
export declare function wholeModel(file: string, files: Files): Promise<{
    readonly model: Model;
    readonly bytes: number;
}>;
