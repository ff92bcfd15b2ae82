import { type Fields } from './fields.ts';
import { type Sink } from './sink.ts';
/**
 * Writes one message: the bytes it was read from, or its fields in the order of their numbers, then the unknown ones.
 * What is still in a file stays there until the sink is read.
 */
export declare function encode(fields: Fields, value: object): Sink;
