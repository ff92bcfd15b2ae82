import { type ByteSource, bytesOf, memory, type Range, whole } from '../../core/bytes.ts'

/**
 * A message as it was read remembers its bytes, so that whoever does not change it writes it back as it was, whatever wrote
 * it. A private field, because a changed copy (`{ ...message, name }`) must not inherit it.
 */
export class ReadMessage {
  readonly #source: ByteSource
  readonly #start: number
  readonly #end: number
  #deferred: Map<string, Deferred> | undefined

  constructor(empty: Readonly<Record<string, unknown>>, source: ByteSource, start: number, end: number) {
    Object.assign(this, empty)
    this.#source = source
    this.#start = start
    this.#end = end
  }

  /** What the members of a message that are not read before they are asked for are made of. */
  static deferredOf(value: object): Map<string, Deferred> | undefined {
    return #deferred in value ? value.#deferred : copies.get(value)
  }

  static defer(value: object, fields: Map<string, Deferred>): void {
    if (#deferred in value) value.#deferred = fields
    else copies.set(value, fields)
  }

  static sourceOf(value: object): Range | undefined {
    return #source in value ? { source: value.#source, start: value.#start, end: value.#end } : undefined
  }
}

/** A payload of a binary field, or its place in a file when it is long. */
export type Payload = Uint8Array | Range

/** What a field holds that is not read before it is asked for, and how it is made of its payloads. */
export interface Deferred {
  readonly payloads: readonly Payload[]
  make(payloads: readonly Uint8Array[]): unknown
}

/** What changed copies of messages have in their files still. */
const copies = new WeakMap<object, Map<string, Deferred>>()

/** Gives a message a member that is read each time it is asked for, and not kept: weights may be larger than memory. */
export function defer(message: object, name: string, field: Deferred): void {
  const fields = ReadMessage.deferredOf(message) ?? new Map<string, Deferred>()
  ReadMessage.defer(message, fields.set(name, field))
  Object.defineProperty(message, name, {
    get: () => field.make(field.payloads.map(readPayload)),
    enumerable: true,
    configurable: true,
  })
}

export function deferredOf(message: object, name: string): Deferred | undefined {
  return ReadMessage.deferredOf(message)?.get(name)
}

function readPayload(payload: Payload): Uint8Array {
  return payload instanceof Uint8Array ? payload : bytesOf(payload)
}

/** New values for members; undefined takes a member away. */
export type Changes<Value> = { readonly [Name in keyof Value]?: Value[Name] | undefined }

/** A changed copy. Unlike `{ ...message, …changes }` it leaves weights where they are: in the file. */
export function edited<Value extends object>(message: Value, changes: Changes<Value>): Value {
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(message)) {
    if (name in changes) continue
    const field = deferredOf(message, name)
    if (field === undefined) copy[name] = message[name as keyof Value]
    else defer(copy, name, field)
  }
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) copy[name] = value
  return copy as Value
}

/** Where the bytes of a binary field (`rawData`, packed numbers) are, without reading them; undefined where the field is absent. */
export function rangeOf(message: object, name: string): Range | undefined {
  const field = deferredOf(message, name)
  if (field !== undefined) return field.payloads.length === 1 ? rangeOfPayload(field.payloads[0] as Payload) : undefined
  const value = (message as Readonly<Record<string, unknown>>)[name]
  return value instanceof Uint8Array ? rangeOfPayload(value) : undefined
}

function rangeOfPayload(payload: Payload): Range {
  return payload instanceof Uint8Array ? whole(memory(payload)) : payload
}
