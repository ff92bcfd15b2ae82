import type { ByteSource } from '../core/bytes.ts';
import type { Files } from '../core/world.ts';
import type { Model } from '../onnx/messages.ts';
/** A model with the weights that are in files beside it as if they were its own, where those files may be read. */
export declare function wholeModel(source: ByteSource, file: string, files: Files): Promise<Model>;
