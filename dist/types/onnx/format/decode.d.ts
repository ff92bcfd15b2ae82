import { type ByteSource } from '../../core/bytes.ts';
import { type Fields } from './fields.ts';
type Value = Readonly<Record<string, unknown>>;
/** Reads the structure of one message. Throws a WireError. Long payloads are read when they are asked for. */
export declare function decode(fields: Fields, source: ByteSource): Value;
export {};
