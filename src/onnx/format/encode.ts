import { type Fields, type Member, none, type ScalarKind } from './fields.ts'
import { deferredOf, type Payload, ReadMessage } from './read-message.ts'
import {
  type Sink,
  sink,
  writeBytes,
  writeDelimited,
  writeDouble,
  writeFloat,
  writeInt,
  writeInt64,
  writeNested,
  writeRange,
  writeTag,
} from './sink.ts'
import { wireTypes } from './wire.ts'

type Value = Readonly<Record<string, unknown>>

/**
 * Writes one message: the bytes it was read from, or its fields in the order of their numbers, then the unknown ones.
 * What is still in a file stays there until the sink is read.
 */
export function encode(fields: Fields, value: object): Sink {
  const to = sink()
  encodeMessage(to, fields, value as Value)
  return to
}

function encodeMessage(to: Sink, fields: Fields, value: Value): void {
  const source = ReadMessage.sourceOf(value)
  if (source !== undefined) {
    writeRange(to, source)
    return
  }
  for (const field of fields.all) {
    const deferred = deferredOf(value, field.name)
    if (deferred === undefined) encodeField(to, field, value[field.name])
    else for (const payload of deferred.payloads) encodePayload(to, field, payload)
  }
  const unknown = deferredOf(value, 'unknown')?.payloads ?? value['unknown'] ?? none
  for (const raw of unknown as readonly Payload[]) writePayload(to, raw)
}

/** A payload as it was read: bytes, or packed numbers. */
function encodePayload(to: Sink, field: Member, payload: Payload): void {
  writeTag(to, field.number, wireTypes.bytes)
  writeInt(to, payload instanceof Uint8Array ? payload.length : payload.end - payload.start)
  writePayload(to, payload)
}

function writePayload(to: Sink, payload: Payload): void {
  if (payload instanceof Uint8Array) writeBytes(to, payload)
  else writeRange(to, payload)
}

function encodeField(to: Sink, field: Member, value: unknown): void {
  if (value === undefined) return
  const list = (field.repeated ? value : value === '' ? none : [value]) as readonly unknown[]
  if (field.packed && list.length > 0) encodePacked(to, field, list)
  else for (const member of list) encodeOne(to, field, member)
}

function encodePacked(to: Sink, field: Member, list: readonly unknown[]): void {
  const payload = sink()
  for (const member of list) writeScalar(payload, field.kind as ScalarKind, member)
  writeTag(to, field.number, wireTypes.bytes)
  writeNested(to, payload)
}

function encodeOne(to: Sink, field: Member, value: unknown): void {
  writeTag(to, field.number, field.wireType)
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
