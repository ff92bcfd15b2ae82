import { type Field, type Fields, none, type ScalarKind, wireTypeOf } from './fields.ts'
import { ReadMessage } from './read-message.ts'
import {
  joined,
  type Sink,
  sink,
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

type Value = Readonly<Record<string, unknown>>

/** Writes one message: the bytes it was read from, or its fields in the order of their numbers, then the unknown ones. */
export function encode(fields: Fields, value: object): Uint8Array {
  const to = sink()
  encodeMessage(to, fields, value as Value)
  return joined(to)
}

function encodeMessage(to: Sink, fields: Fields, value: Value): void {
  const source = ReadMessage.sourceOf(value)
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
  for (const member of list) writeScalar(payload, field.kind as ScalarKind, member)
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

function writeScalar(to: Sink, kind: ScalarKind, value: unknown): void {
  if (kind === 'int' || kind === 'int32') writeInt(to, value as number)
  else if (kind === 'int64' || kind === 'uint64') writeInt64(to, value as bigint)
  else if (kind === 'float') writeFloat(to, value as number)
  else if (kind === 'double') writeDouble(to, value as number)
  else writeDelimited(to, kind === 'string' ? textEncoder.encode(value as string) : (value as Uint8Array))
}
