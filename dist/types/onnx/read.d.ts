import type { Model } from './messages.ts';
/**
 * An ONNX model from the bytes of its file. Weights share memory with `bytes`. What protobuf allows is read, whether or
 * not it makes sense as a model: `checkModel` judges that.
 *
 * Throws `model-not-onnx` for files of another kind, `model-truncated` when the file ends too early, and `model-corrupt`.
 * @param name what messages call the file
 */
export declare function readModel(bytes: Uint8Array, name?: string): Model;
/** The bytes of a model file. A model that was read and not changed gives the same bytes again. */
export declare function writeModel(model: Model): Uint8Array;
