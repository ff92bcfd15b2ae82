import { type ByteSource, bytesOf, concatenated, type Range } from '../../core/bytes.ts'
import { type Fields, type Member, none, type ScalarKind } from './fields.ts'
import { defer, type Payload, ReadMessage } from './read-message.ts'
import {
  type Cursor,
  copyOf,
  cursorOver,
  cursorOverBytes,
  numberOf,
  readDelimited,
  readDouble,
  readFloat,
  readInt,
  readInt64,
  readRange,
  readTag,
  readText,
  readUint64,
  skip,
  WireError,
  wireTypeOf,
  wireTypes,
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

/** Payloads longer than this stay where they are until they are asked for. */
const shortPayload = 256

/** Reads the structure of one message. Throws a WireError. Long payloads are read when they are asked for. */
export function decode(fields: Fields, source: ByteSource): Value {
  return decodeMessage(fields, cursorOver(source), 0, { messages: 0, values: 0 })
}

function decodeMessage(fields: Fields, cursor: Cursor, depth: number, progress: Progress): Value {
  if (depth > maxDepth) throw new WireError('malformed', `it nests more than ${maxDepth} levels deep`)
  const source = { source: cursor.window.source, start: cursor.at, end: cursor.end }
  const draft = new ReadMessage(fields.empty, source) as unknown as Draft
  while (cursor.at < cursor.end) decodeField(draft, fields, cursor, depth, progress)
  finishSingles(draft, fields, depth, progress)
  finishNumbers(draft, fields)
  finishPayloads(draft, fields)
  return draft
}

function decodeField(draft: Draft, fields: Fields, cursor: Cursor, depth: number, progress: Progress): void {
  const start = cursor.at
  const tag = readTag(cursor)
  const wireType = wireTypeOf(tag)
  const member = fields.byNumber[numberOf(tag)]
  if (member === undefined || !(wireType === member.wireType || isPacked(member, wireType))) {
    skip(cursor, tag)
    countMessage(progress)
    append(draft, 'unknown', payloadAt(cursor, { source: cursor.window.source, start, end: cursor.at }))
    return
  }
  const { name, kind, repeated } = member
  if (typeof kind === 'function') decodeNested(draft, member, cursor, depth, progress)
  else if (wireType !== member.wireType) append(draft, name, packedAt(cursor, kind, readRange(cursor)))
  else if (repeated) {
    countValue(kind, progress)
    append(draft, name, readScalar(kind, cursor))
  } else draft[name] = readScalar(kind, cursor)
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

function isPacked({ repeated, kind }: Member, wireType: number): boolean {
  return wireType === wireTypes.bytes && repeated && typeof kind === 'string' && kind in numberLists
}

/** A single message is read once all of it has been seen: until then the draft holds its payloads. */
function decodeNested(draft: Draft, member: Member, cursor: Cursor, depth: number, progress: Progress): void {
  countMessage(progress)
  const payload = readDelimited(cursor)
  const nested = (member.kind as () => Fields)()
  append(draft, member.name, member.repeated ? decodeMessage(nested, payload, depth + 1, progress) : payload)
}

function finishSingles(draft: Draft, fields: Fields, depth: number, progress: Progress): void {
  for (const { name, kind } of fields.singles) {
    const payloads = draft[name] as Cursor[] | undefined
    if (payloads === undefined) continue
    draft[name] = decodeMessage((kind as () => Fields)(), merged(payloads), depth + 1, progress)
  }
}

/** A single message that comes several times is merged, which protobuf defines as reading the payloads one after the other. */
function merged(payloads: readonly Cursor[]): Cursor {
  const only = payloads[0]
  if (payloads.length === 1 && only !== undefined) return only
  const ranges = payloads.map(({ window, at, end }) => ({ source: window.source, start: at, end }))
  return cursorOver(concatenated(ranges))
}

function append(draft: Draft, name: string, value: unknown): void {
  const list = draft[name]
  if (list === undefined || list === none) draft[name] = [value]
  else (list as unknown[]).push(value)
}

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
      return readText(cursor)
    default:
      return payloadAt(cursor, readRange(cursor))
  }
}

function payloadAt(cursor: Cursor, range: Range): Payload {
  return range.end - range.start > shortPayload ? range : copyOf(cursor, range)
}

/** Where a message has a payload that was left in its file, it gets a member that reads it. */
function finishPayloads(draft: Draft, fields: Fields): void {
  for (const { name, repeated } of fields.payloads) {
    const value = draft[name]
    if (!repeated && isRange(value)) defer(draft, name, { payloads: [value], make: ([bytes]) => bytes })
    if (repeated) finishList(draft, name)
  }
  finishList(draft, 'unknown')
}

function finishList(draft: Draft, name: string): void {
  const list = draft[name] as readonly Payload[] | undefined
  if (list?.some(isRange)) defer(draft, name, { payloads: list, make: (all) => all })
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && 'source' in value
}

type NumberKind = Exclude<ScalarKind, 'string' | 'bytes'>
type NumberList = Record<number, number | bigint> & Iterable<number | bigint> & { readonly length: number }

/** What holds the numbers of a repeated field once they are read. */
const numberLists: Readonly<Record<NumberKind, (length: number) => NumberList>> = {
  int: (length) => new Array<number>(length).fill(0),
  int32: (length) => new Int32Array(length),
  int64: (length) => new BigInt64Array(length),
  uint64: (length) => new BigUint64Array(length),
  float: (length) => new Float32Array(length),
  double: (length) => new Float64Array(length),
}

/** A packed field; the numbers themselves when they are few. What can be seen from outside to be damaged is refused. */
function packedAt(cursor: Cursor, kind: ScalarKind, range: Range): NumberList | Range {
  const { source, start, end } = range
  const width = kind === 'float' ? 4 : kind === 'double' ? 8 : 1
  if ((end - start) % width !== 0)
    throw new WireError('malformed', `byte ${start}: ${end - start} bytes are no whole list of ${width} each`)
  const bytes = end - start > shortPayload && kind !== 'int' ? undefined : copyOf(cursor, range)
  if (width === 1 && end > start && ((bytes ?? source.read(end - 1, end)).at(-1) as number) > 127)
    throw new WireError('malformed', `byte ${end}: a list ends within a number`)
  return bytes === undefined ? range : readPacked(kind, bytes)
}

/** The numbers of a packed field, counted first: weights may be millions, and a list that grows costs several times their size. */
function readPacked(kind: ScalarKind, bytes: Uint8Array): NumberList {
  if (kind === 'float') return new Float32Array(Uint8Array.from(bytes).buffer)
  if (kind === 'double') return new Float64Array(Uint8Array.from(bytes).buffer)
  // Every varint ends with the one byte of it that is below 128.
  let count = 0
  for (const byte of bytes) if (byte < 128) count += 1
  const list = numberLists[kind as NumberKind](count)
  const cursor = cursorOverBytes(bytes)
  for (let index = 0; cursor.at < cursor.end; index++) list[index] = readScalar(kind, cursor) as number
  return list
}

type Part = number | bigint | NumberList | Range

/** Turns what was gathered, single numbers and packed lists, into one list. */
function finishNumbers(draft: Draft, fields: Fields): void {
  for (const { name, kind } of fields.numbers) {
    const parts = draft[name] as readonly Part[] | undefined
    if (parts === undefined || parts === none) continue
    const only = parts[0]
    if (parts.length === 1 && isRange(only))
      defer(draft, name, { payloads: [only], make: ([bytes]) => readPacked(kind as NumberKind, bytes as Uint8Array) })
    else draft[name] = joinNumbers(kind as NumberKind, parts)
  }
}

function joinNumbers(kind: NumberKind, parts: readonly Part[]): NumberList {
  const lists = parts.map((part) => (isRange(part) ? readPacked(kind, bytesOf(part)) : part))
  const only = lists[0]
  if (lists.length === 1 && typeof only === 'object') return only
  const length = lists.reduce<number>((sum, part) => sum + (typeof part === 'object' ? part.length : 1), 0)
  const list = numberLists[kind](length)
  let at = 0
  for (const part of lists) {
    if (typeof part === 'object') for (const member of part) list[at++] = member
    else list[at++] = part
  }
  return list
}
