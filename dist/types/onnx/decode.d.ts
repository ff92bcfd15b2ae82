import { type Fields } from './fields.ts';
type Value = Readonly<Record<string, unknown>>;
/** Reads one message. Throws a WireError. Binary payloads share memory with `bytes`. */
export declare function decode(fields: Fields, bytes: Uint8Array): Value;
export {};
