import { type Field, type Fields, none } from './fields.ts'
import {
  type Cursor,
  cursorOver,
  joined,
  readDelimited,
  readDouble,
  readFloat,
  readInt,
  readInt64,
  readTag,
  readUint64,
  type Sink,
  sink,
  skip,
  WireError,
  wireTypes,
  writeBytes,
  writeDelimited,
  writeDouble,
  writeFloat,
  writeInt,
  writeInt64,
  writeNested,
  writeTag,
} from './wire.ts'

/** Protobuf's own limit in C++ and so onnxruntime's: a model nested deeper cannot be run anyway. */
const maxDepth = 100
/** A message may take two bytes on disk and a hundred in memory; a real model of 50 000 nodes has half a million. */
const maxMessages = 5_000_000

type Value = Readonly<Record<string, unknown>>
type Draft = Record<string, unknown>

interface Progress {
  messages: number
}

/** The bytes a message was read from: unchanged messages are written back as they were, whatever wrote them. */
const sources = new WeakMap<object, { readonly bytes: Uint8Array; readonly start: number; readonly end: number }>()

/** Reads one message. Throws a WireError. Binary payloads share memory with `bytes`. */
export function decode(fields: Fields, bytes: Uint8Array): Value {
  return decodeMessage(fields, cursorOver(bytes), 0, { messages: 0 })
}

/** Writes one message: the bytes it was read from, or its fields in the order of their numbers, then the unknown ones. */
export function encode(fields: Fields, value: object): Uint8Array {
  const to = sink()
  encodeMessage(to, fields, value as Value)
  return joined(to)
}

function decodeMessage(fields: Fields, cursor: Cursor, depth: number, progress: Progress): Value {
  if (depth > maxDepth) throw new WireError('malformed', `it nests more than ${maxDepth} levels deep`)
  progress.messages += 1
  if (progress.messages > maxMessages) throw new WireError('malformed', `it has more than ${maxMessages} parts`)
  const source = { bytes: cursor.bytes, start: cursor.at, end: cursor.end }
  const draft: Draft = { ...fields.empty }
  while (cursor.at < cursor.end) decodeField(draft, fields, cursor, depth, progress)
  finishArrays(draft, fields)
  sources.set(draft, source)
  return draft
}

function decodeField(draft: Draft, fields: Fields, cursor: Cursor, depth: number, progress: Progress): void {
  const start = cursor.at
  const tag = readTag(cursor)
  const found = fields.byNumber.get(tag.number)
  const expected = found === undefined ? -1 : wireTypeOf(found[1])
  if (found === undefined || !(tag.wireType === expected || isPacked(found[1], tag.wireType))) {
    skip(cursor, tag.wireType, tag.number)
    append(draft, 'unknown', cursor.bytes.subarray(start, cursor.at))
    return
  }
  const [name, field] = found
  if (typeof field.kind === 'function') decodeNested(draft, name, field, cursor, depth, progress)
  else if (tag.wireType !== expected) decodePacked(draft, name, field.kind, readDelimited(cursor))
  else if (field.repeated) append(draft, name, readScalar(field.kind, cursor))
  else draft[name] = readScalar(field.kind, cursor)
}

function isPacked(field: Field, wireType: number): boolean {
  return wireType === wireTypes.bytes && field.repeated && typeof field.kind === 'string' && field.kind !== 'string'
}

function decodeNested(
  draft: Draft,
  name: string,
  field: Field,
  cursor: Cursor,
  depth: number,
  progress: Progress,
): void {
  const nested = (field.kind as () => Fields)()
  const payload = readDelimited(cursor)
  const before = field.repeated ? undefined : draft[name]
  const from = before === undefined ? payload : cursorOver(merged(before as object, payload))
  const value = decodeMessage(nested, from, depth + 1, progress)
  if (field.repeated) append(draft, name, value)
  else draft[name] = value
}

/** A single message that comes twice is merged, which protobuf defines as reading the two payloads one after the other. */
function merged(before: object, payload: Cursor): Uint8Array {
  const source = sources.get(before)
  const to = sink()
  if (source !== undefined) writeBytes(to, source.bytes.subarray(source.start, source.end))
  writeBytes(to, payload.bytes.subarray(payload.at, payload.end))
  return joined(to)
}

function decodePacked(draft: Draft, name: string, kind: Field['kind'], payload: Cursor): void {
  while (payload.at < payload.end) append(draft, name, readScalar(kind, payload))
}

function append(draft: Draft, name: string, value: unknown): void {
  const list = draft[name]
  if (list === undefined || list === none) draft[name] = [value]
  else (list as unknown[]).push(value)
}

const utf8 = new TextDecoder()

function readScalar(kind: Field['kind'], cursor: Cursor): unknown {
  switch (kind) {
    case 'int':
    case 'int32':
      return readInt(cursor)
    case 'int64':
      return readInt64(cursor)
    case 'uint64':
      return readUint64(cursor)
    case 'float':
      return readFloat(cursor)
    case 'double':
      return readDouble(cursor)
    case 'string':
      return utf8.decode(payloadOf(cursor))
    default:
      return payloadOf(cursor)
  }
}

function payloadOf(cursor: Cursor): Uint8Array {
  const payload = readDelimited(cursor)
  return payload.bytes.subarray(payload.at, payload.end)
}

const typedArrays = {
  int32: (list: number[]) => Int32Array.from(list),
  int64: (list: bigint[]) => BigInt64Array.from(list),
  uint64: (list: bigint[]) => BigUint64Array.from(list),
  float: (list: number[]) => Float32Array.from(list),
  double: (list: number[]) => Float64Array.from(list),
}

function finishArrays(draft: Draft, fields: Fields): void {
  for (const [name, field] of fields.arrays) {
    const toArray = typedArrays[field.kind as keyof typeof typedArrays] as (list: unknown) => unknown
    if (draft[name] !== undefined) draft[name] = toArray(draft[name])
  }
}

function wireTypeOf(field: Field): number {
  if (field.kind === 'float') return wireTypes.fixed32
  if (field.kind === 'double') return wireTypes.fixed64
  return typeof field.kind === 'function' || field.kind === 'string' || field.kind === 'bytes'
    ? wireTypes.bytes
    : wireTypes.varint
}

function encodeMessage(to: Sink, fields: Fields, value: Value): void {
  const source = sources.get(value)
  if (source !== undefined) {
    writeBytes(to, source.bytes.subarray(source.start, source.end))
    return
  }
  for (const [name, field] of fields.all) encodeField(to, field, value[name])
  for (const raw of (value['unknown'] ?? none) as readonly Uint8Array[]) writeBytes(to, raw)
}

function encodeField(to: Sink, field: Field, value: unknown): void {
  if (value === undefined) return
  const list = (field.repeated ? value : value === '' ? none : [value]) as readonly unknown[]
  if (field.packed && list.length > 0) encodePacked(to, field, list)
  else for (const member of list) encodeOne(to, field, member)
}

function encodePacked(to: Sink, field: Field, list: readonly unknown[]): void {
  const payload = sink()
  for (const member of list) writeScalar(payload, field.kind, member)
  writeTag(to, field.number, wireTypes.bytes)
  writeNested(to, payload)
}

function encodeOne(to: Sink, field: Field, value: unknown): void {
  writeTag(to, field.number, wireTypeOf(field))
  if (typeof field.kind === 'function') {
    const payload = sink()
    encodeMessage(payload, field.kind(), value as Value)
    writeNested(to, payload)
  } else writeScalar(to, field.kind, value)
}

const textEncoder = new TextEncoder()

function writeScalar(to: Sink, kind: Field['kind'], value: unknown): void {
  if (kind === 'int' || kind === 'int32') writeInt(to, value as number)
  else if (kind === 'int64' || kind === 'uint64') writeInt64(to, value as bigint)
  else if (kind === 'float') writeFloat(to, value as number)
  else if (kind === 'double') writeDouble(to, value as number)
  else writeDelimited(to, kind === 'string' ? textEncoder.encode(value as string) : (value as Uint8Array))
}
