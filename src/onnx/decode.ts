import { type Field, type Fields, none, type ScalarKind, wireTypeOf } from './fields.ts'
import { ReadMessage } from './read-message.ts'
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
  sink,
  skip,
  WireError,
  wireTypes,
  writeBytes,
} from './wire.ts'

/** Protobuf's own limit in C++ and so onnxruntime's: a model nested deeper cannot be run anyway. */
const maxDepth = 100
/** Two bytes of a file can become an object of hundreds. A real model of 50 000 nodes has half a million messages. */
const maxMessages = 5_000_000
/** Texts and unpacked numbers, of which real models have thousands. */
const maxValues = 50_000_000

type Value = Readonly<Record<string, unknown>>
type Draft = Record<string, unknown>

interface Progress {
  messages: number
  values: number
}

/** Reads one message. Throws a WireError. Binary payloads share memory with `bytes`. */
export function decode(fields: Fields, bytes: Uint8Array): Value {
  return decodeMessage(fields, cursorOver(bytes), 0, { messages: 0, values: 0 })
}

function decodeMessage(fields: Fields, cursor: Cursor, depth: number, progress: Progress): Value {
  if (depth > maxDepth) throw new WireError('malformed', `it nests more than ${maxDepth} levels deep`)
  const draft = new ReadMessage(fields.empty, {
    bytes: cursor.bytes,
    start: cursor.at,
    end: cursor.end,
  }) as unknown as Draft
  while (cursor.at < cursor.end) decodeField(draft, fields, cursor, depth, progress)
  finishSingles(draft, fields, depth, progress)
  finishArrays(draft, fields)
  return draft
}

function decodeField(draft: Draft, fields: Fields, cursor: Cursor, depth: number, progress: Progress): void {
  const start = cursor.at
  const tag = readTag(cursor)
  const found = fields.byNumber.get(tag.number)
  const expected = found === undefined ? -1 : wireTypeOf(found[1])
  if (found === undefined || !(tag.wireType === expected || isPacked(found[1], tag.wireType))) {
    skip(cursor, tag.wireType, tag.number)
    countMessage(progress)
    append(draft, 'unknown', cursor.bytes.subarray(start, cursor.at))
    return
  }
  const [name, field] = found
  if (typeof field.kind === 'function') decodeNested(draft, name, field, cursor, depth, progress)
  else if (tag.wireType !== expected) append(draft, name, readPacked(field.kind, readDelimited(cursor)))
  else if (field.repeated) {
    countValue(field.kind, progress)
    append(draft, name, readScalar(field.kind, cursor))
  } else draft[name] = readScalar(field.kind, cursor)
}

function countMessage(progress: Progress): void {
  progress.messages += 1
  if (progress.messages > maxMessages) throw new WireError('malformed', `it has more than ${maxMessages} parts`)
}

function countValue(kind: ScalarKind, progress: Progress): void {
  if (kind === 'bytes') countMessage(progress)
  progress.values += 1
  if (progress.values > maxValues) throw new WireError('malformed', `it has more than ${maxValues} single values`)
}

function isPacked(field: Field, wireType: number): boolean {
  return wireType === wireTypes.bytes && field.repeated && typeof field.kind === 'string' && field.kind in numberLists
}

/** A single message is read once all of it has been seen: until then the draft holds its payloads. */
function decodeNested(
  draft: Draft,
  name: string,
  field: Field,
  cursor: Cursor,
  depth: number,
  progress: Progress,
): void {
  countMessage(progress)
  const payload = readDelimited(cursor)
  const nested = (field.kind as () => Fields)()
  append(draft, name, field.repeated ? decodeMessage(nested, payload, depth + 1, progress) : payload)
}

function finishSingles(draft: Draft, fields: Fields, depth: number, progress: Progress): void {
  for (const [name, field] of fields.singles) {
    const payloads = draft[name] as Cursor[] | undefined
    if (payloads === undefined) continue
    draft[name] = decodeMessage((field.kind as () => Fields)(), merged(payloads), depth + 1, progress)
  }
}

/** A single message that comes several times is merged, which protobuf defines as reading the payloads one after the other. */
function merged(payloads: readonly Cursor[]): Cursor {
  if (payloads.length === 1) return payloads[0] as Cursor
  const to = sink()
  for (const payload of payloads) writeBytes(to, payload.bytes.subarray(payload.at, payload.end))
  return cursorOver(joined(to))
}

function append(draft: Draft, name: string, value: unknown): void {
  const list = draft[name]
  if (list === undefined || list === none) draft[name] = [value]
  else (list as unknown[]).push(value)
}

const utf8 = new TextDecoder()

function readScalar(kind: ScalarKind, cursor: Cursor): unknown {
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

type NumberKind = Exclude<ScalarKind, 'string' | 'bytes'>
type NumberList = Record<number, number | bigint> & Iterable<number | bigint>

/** What holds the numbers of a repeated field once they are read. */
const numberLists: Readonly<Record<NumberKind, (length: number) => NumberList>> = {
  int: (length) => new Array<number>(length).fill(0),
  int32: (length) => new Int32Array(length),
  int64: (length) => new BigInt64Array(length),
  uint64: (length) => new BigUint64Array(length),
  float: (length) => new Float32Array(length),
  double: (length) => new Float64Array(length),
}

/** The numbers of a packed field, counted first: weights may be millions, and a list that grows costs several times their size. */
function readPacked(kind: ScalarKind, payload: Cursor): NumberList {
  const list = numberLists[kind as NumberKind](countPacked(kind, payload))
  for (let index = 0; payload.at < payload.end; index++) list[index] = readScalar(kind, payload) as number
  return list
}

/** Every varint ends with the one byte of it that is below 128. */
function countPacked(kind: ScalarKind, payload: Cursor): number {
  if (kind === 'float' || kind === 'double') return Math.ceil((payload.end - payload.at) / (kind === 'float' ? 4 : 8))
  let count = 0
  for (let at = payload.at; at < payload.end; at++) if ((payload.bytes[at] as number) < 128) count += 1
  return count
}

/** Turns what was gathered, single numbers and packed lists, into one list. */
function finishArrays(draft: Draft, fields: Fields): void {
  for (const [name, field] of fields.numbers) {
    const parts = draft[name] as readonly (number | bigint | NumberList)[] | undefined
    if (parts !== undefined && parts !== none) draft[name] = joinNumbers(field.kind as NumberKind, parts)
  }
}

function joinNumbers(kind: NumberKind, parts: readonly (number | bigint | NumberList)[]): NumberList {
  const [only] = parts
  if (parts.length === 1 && typeof only === 'object') return only
  const flat = parts.some((part) => typeof part === 'object')
    ? parts.flatMap((part) => (typeof part === 'object' ? [...part] : part))
    : (parts as readonly (number | bigint)[])
  const list = numberLists[kind](flat.length)
  for (let index = 0; index < flat.length; index++) list[index] = flat[index] as number
  return list
}
