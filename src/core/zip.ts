import { constants, crc32, inflateRawSync } from 'node:zlib'

/**
 * The members of a ZIP archive, each read when it is asked for and checked against its CRC-32, as Python's zipfile does.
 * Format: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3 and 4.5.3 (ZIP64).
 */

/** What is wrong with an archive, as the end of a sentence. */
export class DamagedZip extends Error {
  override readonly name = 'DamagedZip'
}

export interface ZipMember {
  readonly name: string
  /** Bytes when unpacked, as the archive declares them. */
  readonly bytes: number
  /** Bytes that it takes in the archive, by the same declaration. */
  readonly packed: number
  /** All of its bytes. Throws `DamagedZip` when they are not those that were written. */
  read(): Uint8Array
  /** Its first bytes, unchecked; fewer than `count` only where it ends before. */
  start(count: number): Uint8Array
}

/** The members by name, in the order of the archive. Throws `DamagedZip` where it has no directory, or two members of a name. */
export function zipMembers(archive: Uint8Array): ReadonlyMap<string, ZipMember> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const members = new Map<string, ZipMember>()
  for (const entry of entriesOf(archive, view)) {
    if (members.has(entry.name)) throw new DamagedZip(`it holds ${entry.name} twice`)
    members.set(entry.name, memberOf(entry, archive, view))
  }
  return members
}

/** What the directory says of a member. */
interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly offset: number
}

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 }
const sizes = { local: 30, entry: 46, end: 22, end64: 56, locator64: 20 }
const encrypted = 1
const methods: Readonly<Record<number, string>> = { 9: 'Deflate64', 12: 'bzip2', 14: 'LZMA', 93: 'Zstandard' }

function* entriesOf(archive: Uint8Array, view: DataView): Generator<Entry> {
  let { count, at } = directoryOf(archive, view)
  for (; count > 0; count--) {
    if (!holds(view, at, sizes.entry, signatures.entry)) throw new DamagedZip('its directory is cut off')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ]
    const end = at + sizes.entry + nameLength
    const next = end + extraLength + commentLength
    if (next > archive.length) throw new DamagedZip('its directory is cut off')
    yield {
      name: new TextDecoder().decode(archive.subarray(at + sizes.entry, end)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizesIn(view, at, end, end + extraLength),
    }
    at = next
  }
}

/** How many entries the directory has, and where it begins. The record of its end stands last, before a comment. */
function directoryOf(archive: Uint8Array, view: DataView): { readonly count: number; readonly at: number } {
  const first = Math.max(0, archive.length - sizes.end - 0xffff)
  let end = archive.length - sizes.end
  while (end >= first && view.getUint32(end, true) !== signatures.end) end--
  if (end < first) throw new DamagedZip('it is not a ZIP archive, or its end is missing')
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (count === 0xffff || at === 0xffffffff) return largeDirectoryOf(view, end)
  return adjoining({ count, at }, at + view.getUint32(end + 12, true), end)
}

/**
 * Behind other bytes, such as another archive, all places are counted from a later byte than the first. zipfile moves them all; taken as
 * they stand they may be those of members of the other archive, which are sound and not the ones that are meant.
 */
function adjoining<Directory>(directory: Directory, directoryEnd: number, end: number): Directory {
  if (directoryEnd === end) return directory
  throw new DamagedZip('its directory does not end where it says, as when the archive stands behind other bytes')
}

function largeDirectoryOf(view: DataView, end: number): { readonly count: number; readonly at: number } {
  const locator = end - sizes.locator64
  if (!holds(view, locator, sizes.locator64, signatures.locator64)) throw new DamagedZip('its ZIP64 end is missing')
  const at = wideAt(view, locator + 8)
  if (!holds(view, at, sizes.end64, signatures.end64)) throw new DamagedZip('its ZIP64 end is damaged')
  const directory = { count: wideAt(view, at + 32), at: wideAt(view, at + 48) }
  const end64 = adjoining(at, at + 12 + wideAt(view, at + 4), locator)
  return adjoining(directory, directory.at + wideAt(view, at + 40), end64)
}

/** Sizes and place of a member: a field that is full stands in the ZIP64 extra, in this order. */
function sizesIn(view: DataView, at: number, extra: number, end: number): Pick<Entry, 'packed' | 'bytes' | 'offset'> {
  let wide = wideFields(view, extra, end)
  const field = (place: number): number => {
    const narrow = view.getUint32(at + place, true)
    if (narrow !== 0xffffffff) return narrow
    if (wide === undefined || wide.from + 8 > wide.to) throw new DamagedZip('a size of it is missing')
    const value = wideAt(view, wide.from)
    wide = { from: wide.from + 8, to: wide.to }
    return value
  }
  const bytes = field(24)
  const packed = field(20)
  return { bytes, packed, offset: field(42) }
}

function wideFields(view: DataView, from: number, end: number): { from: number; to: number } | undefined {
  for (let at = from; at + 4 <= end; ) {
    const to = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) return { from: at + 4, to: Math.min(to, end) }
    at = to
  }
  return undefined
}

function memberOf(entry: Entry, archive: Uint8Array, view: DataView): ZipMember {
  const { name, bytes, packed } = entry
  return {
    name,
    bytes,
    packed,
    read: () => {
      const found = unpacked(packedBytes(entry, archive, view), entry)
      if (found.length !== bytes) throw new DamagedZip(`${name} has ${found.length} bytes and not ${bytes}`)
      if (crc32(found) !== entry.crc) throw new DamagedZip(`${name} was changed after it was written (bad CRC-32)`)
      return found
    },
    start: (count) => startOf(packedBytes(entry, archive, view), entry, Math.min(count, bytes)),
  }
}

/** The bytes behind the local header, whose extra fields may be of another length than those in the directory. */
function packedBytes({ name, flags, offset, packed }: Entry, archive: Uint8Array, view: DataView): Uint8Array {
  if ((flags & encrypted) !== 0) throw new DamagedZip(`${name} is encrypted`)
  if (!holds(view, offset, sizes.local, signatures.local)) throw new DamagedZip(`${name} is not where it should be`)
  const nameEnd = offset + sizes.local + view.getUint16(offset + 26, true)
  const own = new TextDecoder().decode(archive.subarray(offset + sizes.local, nameEnd))
  if (own !== name) throw new DamagedZip(`${name} is called ${own} in its own header`)
  const start = nameEnd + view.getUint16(offset + 28, true)
  if (start + packed > archive.length) throw new DamagedZip(`${name} is cut off`)
  return archive.subarray(start, start + packed)
}

/** Unpacked into so many bytes as it declares and no more, so that a size that lies takes no memory. */
function unpacked(packed: Uint8Array, { name, method, bytes }: Entry): Uint8Array {
  if (method === 0) return packed
  return inflated(name, method, () => inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) }))
}

function startOf(packed: Uint8Array, { name, method }: Entry, count: number): Uint8Array {
  if (method === 0) return packed.subarray(0, count)
  for (let taken = 1024; ; taken *= 4) {
    const options = { finishFlush: constants.Z_SYNC_FLUSH }
    const found = inflated(name, method, () => inflateRawSync(packed.subarray(0, taken), options))
    if (found.length >= count || taken >= packed.length) return found.subarray(0, count)
  }
}

function inflated(name: string, method: number, inflate: () => Uint8Array): Uint8Array {
  if (method !== 8)
    throw new DamagedZip(`${name} is compressed in a way that is not read here (${methods[method] ?? method})`)
  try {
    const { buffer, byteOffset, length } = inflate()
    return new Uint8Array(buffer, byteOffset, length)
  } catch (cause) {
    throw new DamagedZip(`${name} does not unpack to what it declares`, { cause })
  }
}

function holds(view: DataView, at: number, length: number, signature: number): boolean {
  return at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature
}

/** 64 bits; what is beyond 2^53 lies beyond any archive. */
function wideAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}
