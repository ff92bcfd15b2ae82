import { type Range } from '../../core/bytes.ts';
/**
 * A message as it was read remembers its bytes, so that whoever does not change it writes it back as it was, whatever wrote
 * it. A private field, because a changed copy (`{ ...message, name }`) must not inherit it.
 */
export declare class ReadMessage {
    #private;
    constructor(empty: Readonly<Record<string, unknown>>, source: Range);
    static sourceOf(value: object): Range | undefined;
}
/** A payload of a binary field, or its place in a file when it is long. */
export type Payload = Uint8Array | Range;
/** What a field holds that is not read before it is asked for, and how it is made of its payloads. */
export interface Deferred {
    readonly payloads: readonly Payload[];
    make(payloads: readonly Uint8Array[]): unknown;
}
/** Gives a message a member that is read each time it is asked for, and not kept: weights may be larger than memory. */
export declare function defer(message: object, name: string, field: Deferred): void;
export declare function deferredOf(message: object, name: string): Deferred | undefined;
/** New values for members; undefined takes a member away. */
export type Changes<Value> = {
    readonly [Name in keyof Value]?: Value[Name] | undefined;
};
/** A changed copy. Unlike `{ ...message, …changes }` it leaves weights where they are: in the file. */
export declare function edited<Value extends object>(message: Value, changes: Changes<Value>): Value;
/** Where the bytes of a binary field (`rawData`, packed numbers) are, without reading them; undefined where the field is absent. */
export declare function rangeOf(message: object, name: string): Range | undefined;
