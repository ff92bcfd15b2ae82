import { type Fields } from './fields.ts';
/** Writes one message: the bytes it was read from, or its fields in the order of their numbers, then the unknown ones. */
export declare function encode(fields: Fields, value: object): Uint8Array;
