import { type ByteSource } from '../../core/bytes.ts';
import type { Model } from './messages.ts';
/**
 * An ONNX model from the bytes of its file. Its structure is read; weights are read when they are asked for, each time anew,
 * and share memory with `from` where that is in memory. What protobuf allows is read, whether or not it makes sense as a
 * model: `checkModel` judges that.
 *
 * Throws `model-not-onnx` for files of another kind, `model-truncated` when the file ends too early, and `model-corrupt`.
 * @param name what messages call the file
 */
export declare function readModel(from: Uint8Array | ByteSource, name?: string): Model;
/** The bytes of a model file. A model that was read and not changed gives the same bytes again. */
export declare function writeModel(model: Model): Uint8Array;
/** The bytes of a model file, piece by piece: weights pass through memory one megabyte at a time. */
export declare function writtenModel(model: Model): {
    readonly length: number;
    readonly pieces: Iterable<Uint8Array>;
};
