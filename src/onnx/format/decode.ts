import { type ByteSource, bytesOf, concatenated, type Range } from '../../core/bytes.ts'
import type { Fields, Member, ScalarKind } from './fields.ts'
import { Extent } from './limits.ts'
import { defer, type Payload, ReadMessage } from './read-message.ts'
import { Texts } from './texts.ts'
import {
  type Cursor,
  copyOf,
  cursorOver,
  cursorOverBytes,
  enter,
  leave,
  numberOf,
  readDouble,
  readFloat,
  readHalves,
  readInt,
  readInt64,
  readRange,
  readTag,
  readText,
  readUint64,
  skip,
  type Tag,
  WireError,
  wireTypeOf,
  wireTypes,
} from './wire.ts'

type Value = Readonly<Record<string, unknown>>
type Draft = Record<string, unknown>

/** What all messages of a file share while they are read. */
interface Reading {
  readonly texts: Texts
  readonly extent: Extent
}

/** Payloads longer than this stay where they are until they are asked for. */
const shortPayload = 256

/** Reads the structure of one message. Throws a WireError or a LimitError. Long payloads are read when they are asked for. */
export function decode(fields: Fields, source: ByteSource): Value {
  const extent = new Extent()
  return decodeMessage(fields, cursorOver(source), 0, { texts: new Texts(source.length, extent), extent })
}

/** Reads up to the end of the cursor. */
function decodeMessage(fields: Fields, cursor: Cursor, depth: number, reading: Reading): Value {
  reading.extent.level(depth)
  const draft = new ReadMessage(fields.empty, cursor.window.source, cursor.at, cursor.end) as unknown as Draft
  let isFinished = true
  while (cursor.at < cursor.end) isFinished = decodeField(draft, fields, cursor, depth, reading) && isFinished
  // Most messages are names and short numbers, and are what they are once their last field is read.
  if (!isFinished) finish(draft, fields, depth, reading)
  return draft
}

/** False when the field has to be finished when all of its message has been seen. */
function decodeField(draft: Draft, fields: Fields, cursor: Cursor, depth: number, reading: Reading): boolean {
  const start = cursor.at
  const tag = readTag(cursor)
  const wireType = wireTypeOf(tag)
  const member = fields.byNumber[numberOf(tag)]
  if (member === undefined || !(wireType === member.wireType || isPacked(member, wireType))) {
    skip(cursor, tag)
    reading.extent.part()
    append(draft, 'unknown', payloadAt(cursor, { source: cursor.window.source, start, end: cursor.at }, reading.texts))
    return false
  }
  const { name, kind, repeated } = member
  if (typeof kind === 'function') return decodeNested(draft, member, cursor, depth, reading)
  if (!repeated) return setScalar(draft, name, readScalar(kind, cursor, reading))
  if (kind === 'string') return appendText(draft, name, cursor, reading)
  if (kind === 'bytes') return appendBytes(draft, name, cursor, reading)
  if (kind === 'int') return appendInts(draft, name, wireType, cursor, reading)
  const part =
    wireType === member.wireType ? readRun(kind, tag, cursor, reading) : packedAt(cursor, kind, reading.texts)
  return appendNumbers(draft, name, part)
}

function setScalar(draft: Draft, name: string, value: unknown): boolean {
  draft[name] = value
  return !isRange(value)
}

function appendText(draft: Draft, name: string, cursor: Cursor, reading: Reading): boolean {
  reading.extent.listed()
  append(draft, name, readText(cursor, reading.texts, reading.extent))
  return true
}

function appendBytes(draft: Draft, name: string, cursor: Cursor, reading: Reading): boolean {
  reading.extent.listed()
  const range = readRange(cursor)
  const isShort = range.end - range.start <= shortPayload
  if (!isShort) reading.extent.part()
  append(draft, name, isShort ? copyOf(cursor, range, reading.texts, true) : range)
  return isShort
}

/** Sizes, of which a list has a few. */
function appendInts(draft: Draft, name: string, wireType: number, cursor: Cursor, reading: Reading): boolean {
  const isPacked = wireType === wireTypes.bytes
  const outer = isPacked ? enter(cursor) : cursor.end
  do {
    if (isPacked && cursor.at === cursor.end) break
    reading.extent.part()
    append(draft, name, readInt(cursor))
  } while (isPacked)
  if (isPacked) leave(cursor, outer)
  return true
}

/** The only part of a list is the list. Several are joined when all have been seen. */
function appendNumbers(draft: Draft, name: string, part: Part): boolean {
  const before = draft[name] as Part | Part[] | undefined
  if (before === undefined) draft[name] = part
  else if (Array.isArray(before)) before.push(part)
  else draft[name] = [before, part]
  return before === undefined && !isRange(part)
}

/** Numbers that stand one after the other, each after its tag: counted first, as objects they would take several times their size. */
function readRun(kind: NumberKind, tag: Tag, cursor: Cursor, reading: Reading): NumberList {
  const start = cursor.at
  let count = 0
  let end = start
  do {
    skip(cursor, tag)
    end = cursor.at
    count += 1
  } while (cursor.at < cursor.end && readTag(cursor) === tag)
  reading.extent.numbers(count)
  cursor.at = start
  const list = numberLists[kind](count)
  const read = readerInto(list)
  for (let index = 0; index < count; index++) {
    if (index > 0) readTag(cursor)
    read(cursor, index)
  }
  cursor.at = end
  return list
}

function isPacked({ repeated, kind }: Member, wireType: number): boolean {
  return wireType === wireTypes.bytes && repeated && typeof kind === 'string' && (kind === 'int' || kind in numberLists)
}

/** A single message is read where it stands. Where it comes again, the draft holds where its payloads are until all have been seen. */
function decodeNested(draft: Draft, member: Member, cursor: Cursor, depth: number, reading: Reading): boolean {
  const nested = (member.kind as () => Fields)()
  reading.extent.message(nested)
  const before = member.repeated ? undefined : draft[member.name]
  if (before !== undefined) {
    if (Array.isArray(before)) before.push(readRange(cursor))
    else draft[member.name] = [ReadMessage.sourceOf(before as object), readRange(cursor)]
    return false
  }
  const outer = enter(cursor)
  const message = decodeMessage(nested, cursor, depth + 1, reading)
  leave(cursor, outer)
  if (member.repeated) append(draft, member.name, message)
  else draft[member.name] = message
  return true
}

function finish(draft: Draft, fields: Fields, depth: number, reading: Reading): void {
  finishSingles(draft, fields, depth, reading)
  finishNumbers(draft, fields)
  finishPayloads(draft, fields)
}
/** A single message that comes several times is merged, which protobuf defines as reading the payloads one after the other. */
function finishSingles(draft: Draft, fields: Fields, depth: number, reading: Reading): void {
  for (const { name, kind } of fields.singles) {
    const payloads = draft[name]
    if (Array.isArray(payloads))
      draft[name] = decodeMessage((kind as () => Fields)(), cursorOver(concatenated(payloads)), depth + 1, reading)
  }
}

/** Most lists have one, two or three members, and an array that grows keeps room for sixteen more: these are made to measure. */
function append(draft: Draft, name: string, value: unknown): void {
  const list = draft[name] as unknown[] | undefined
  if (list === undefined || list.length === 0) draft[name] = [value]
  else if (list.length === 1) draft[name] = [list[0], value]
  else if (list.length === 2) draft[name] = [list[0], list[1], value]
  else list.push(value)
}

function readScalar(kind: ScalarKind, cursor: Cursor, { texts, extent }: Reading): unknown {
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
      return readText(cursor, texts, extent)
    default:
      return payloadAt(cursor, readRange(cursor), texts)
  }
}

function payloadAt(cursor: Cursor, range: Range, texts: Texts): Payload {
  return range.end - range.start > shortPayload ? range : copyOf(cursor, range, texts)
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

type NumberKind = Exclude<ScalarKind, 'string' | 'bytes' | 'int'>
type NumberList = Int32Array | BigInt64Array | BigUint64Array | Float32Array | Float64Array
type Part = NumberList | Range

/** What holds the numbers of a repeated field once they are read. */
const numberLists: Readonly<Record<NumberKind, (length: number) => NumberList>> = {
  int32: (length) => new Int32Array(length),
  int64: (length) => new BigInt64Array(length),
  uint64: (length) => new BigUint64Array(length),
  float: (length) => new Float32Array(length),
  double: (length) => new Float64Array(length),
}

/** What reads one number after the other into a list. Integers of 64 bits go there in halves: as a BigInt each takes ten times as long. */
function readerInto(list: NumberList): (cursor: Cursor, index: number) => void {
  if (list instanceof Int32Array) return (cursor, index) => (list[index] = readInt(cursor))
  if (list instanceof Float32Array) return (cursor, index) => (list[index] = readFloat(cursor))
  if (list instanceof Float64Array) return (cursor, index) => (list[index] = readDouble(cursor))
  const halves = new Int32Array(list.buffer)
  return (cursor, index) => readHalves(cursor, halves, 2 * index)
}

/** A packed field; the numbers themselves when they are few. What can be seen from outside to be damaged is refused. */
function packedAt(cursor: Cursor, kind: NumberKind, texts: Texts): NumberList | Range {
  const range = readRange(cursor)
  const { source, start, end } = range
  const width = kind === 'float' ? 4 : kind === 'double' ? 8 : 1
  if ((end - start) % width !== 0)
    throw new WireError('malformed', `byte ${start}: ${end - start} bytes are no whole list of ${width} each`)
  const bytes = end - start > shortPayload ? undefined : copyOf(cursor, range, texts)
  if (width === 1 && end > start && ((bytes ?? source.read(end - 1, end)).at(-1) as number) > 127)
    throw new WireError('malformed', `byte ${end}: a list ends within a number`)
  return bytes === undefined ? range : readPacked(kind, bytes)
}

/** The numbers of a packed field, counted first: weights may be millions, and a list that grows costs several times their size. */
function readPacked(kind: NumberKind, bytes: Uint8Array): NumberList {
  if (kind === 'float') return new Float32Array(Uint8Array.from(bytes).buffer)
  if (kind === 'double') return new Float64Array(Uint8Array.from(bytes).buffer)
  // Every varint ends with the one byte of it that is below 128.
  let count = 0
  for (const byte of bytes) if (byte < 128) count += 1
  const list = numberLists[kind](count)
  const read = readerInto(list)
  const cursor = cursorOverBytes(bytes)
  for (let index = 0; cursor.at < cursor.end; index++) read(cursor, index)
  return list
}

/** Lists that are in the file still get a member that reads them; those of several parts become one. */
function finishNumbers(draft: Draft, fields: Fields): void {
  for (const { name, kind } of fields.numbers) {
    const value = draft[name] as Part | readonly Part[] | undefined
    if (Array.isArray(value)) draft[name] = joinNumbers(kind as NumberKind, value)
    else if (isRange(value))
      defer(draft, name, { payloads: [value], make: ([bytes]) => readPacked(kind as NumberKind, bytes as Uint8Array) })
  }
}

function joinNumbers(kind: NumberKind, parts: readonly Part[]): NumberList {
  const lists = parts.map((part) => (isRange(part) ? readPacked(kind, bytesOf(part)) : part))
  const all = numberLists[kind](lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list as never, at)
    at += list.length
  }
  return all
}
