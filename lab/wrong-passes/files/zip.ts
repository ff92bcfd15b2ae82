import { crc32, deflateRawSync } from 'node:zlib'

/** One member of an archive, and what its headers say of it where they lie. */
export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
  readonly deflated?: boolean
  /** What the headers declare instead of the truth. */
  readonly declared?: { readonly crc?: number; readonly bytes?: number }
  /** Bytes that stand in the archive instead of its own, once its CRC was taken. */
  readonly written?: (bytes: Uint8Array) => Uint8Array
}

/**
 * A ZIP archive, byte by byte, for what the project's own writer does not write: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3 and
 * 4.5.3. `wide`: all sizes and places in ZIP64 fields.
 */
export function zip(members: readonly Member[], { wide = false } = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const member of members) {
    const { local, entry } = headersOf(member, at, wide)
    parts.push(local)
    entries.push(entry)
    at += local.length
  }
  const directory = joined(entries)
  return joined([...parts, directory, ...endOf(members.length, directory.length, at, wide)])
}

function headersOf(
  member: Member,
  at: number,
  wide: boolean,
): { readonly local: Uint8Array; readonly entry: Uint8Array } {
  const { name, bytes, deflated = false, declared = {}, written } = member
  const own = written === undefined ? bytes : written(bytes)
  const packed = deflated ? deflateRawSync(own) : own
  const label = new TextEncoder().encode(name)
  const common = {
    method: deflated ? 8 : 0,
    crc: declared.crc ?? crc32(bytes),
    packed: packed.length,
    bytes: declared.bytes ?? bytes.length,
  }
  const extra = wide ? fields([2, 1], [2, 24], [8, common.bytes], [8, packed.length], [8, at]) : new Uint8Array(0)
  const size = (value: number): number => (wide ? 0xffffffff : value)
  const middle = (value: typeof common): readonly Field[] => [
    [2, value.method],
    [4, 0x00210000],
    [4, value.crc],
    [4, size(value.packed)],
    [4, size(value.bytes)],
    [2, label.length],
    [2, extra.length],
  ]
  const local = fields([4, 0x04034b50], [2, wide ? 45 : 20], [2, 0], ...middle(common))
  const entry = fields(
    [4, 0x02014b50],
    [2, 45],
    [2, wide ? 45 : 20],
    [2, 0],
    ...middle(common),
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, size(at)],
  )
  return { local: joined([local, label, extra, packed]), entry: joined([entry, label, extra]) }
}

function endOf(count: number, bytes: number, at: number, wide: boolean): Uint8Array[] {
  if (!wide) return [fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, bytes], [4, at], [2, 0])]
  return [
    fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, bytes], [8, at]),
    fields([4, 0x07064b50], [4, 0], [8, at + bytes], [4, 1]),
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff], [2, 0]),
  ]
}

/** Width in bytes, and value. */
type Field = readonly [width: 2 | 4 | 8, value: number]

function fields(...all: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true)
    else if (width === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += width
  }
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
