import type { ByteSource, Range } from '../../core/bytes.ts';
import type { Refusal } from '../../core/world.ts';
import type { OnnxTensor } from '../format/messages.ts';
/** The files beside a model that hold weights of it, by the name the model has for them; or why one was not opened. */
export type ExternalData = ReadonlyMap<string, ByteSource | Refusal>;
export declare function isExternal(tensor: OnnxTensor): boolean;
/** What a tensor says of the place of its elements: one of `location`, `offset`, `length`, `checksum`. */
export declare function externalEntry(tensor: OnnxTensor, key: string): string | undefined;
/** Where in which file the elements of a tensor are. Undefined when the file is not open, or does not reach that far. */
export declare function externalRange(tensor: OnnxTensor, external: ExternalData): Range | undefined;
/** A decimal number of bytes, below 10^15. */
export declare function byteCount(text: string): number | undefined;
