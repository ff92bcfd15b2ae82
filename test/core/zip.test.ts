import { crc32 } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { DamagedZip, zipMembers } from '../../src/core/zip.ts'
import { openNpz, readNpz, writeNpz } from '../../src/data/npz.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const y: Tensor = { type: 'int64', dims: [200], data: BigInt64Array.from({ length: 200 }, (_, at) => BigInt(at % 3)) }
const x: Tensor = { type: 'float32', dims: [200], data: Float32Array.from({ length: 200 }, (_, at) => at) }

/** Where an entry of the directory begins: the first, or the one behind. */
function directoryAt(archive: Uint8Array, entry = 0): number {
  const found = [...archive.keys()].filter(
    (at) => archive[at] === 0x50 && archive[at + 1] === 0x4b && archive[at + 2] === 1 && archive[at + 3] === 2,
  )
  return found[entry] as number
}

/** A stored archive in which one byte of the data of a member is another. */
function damaged(members: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const archive = zipSync(members, { level: 0 })
  const data = members[name] as Uint8Array
  const at = archive.findIndex((_, start) => data.every((byte, offset) => archive[start + offset] === byte))
  archive[at + data.length - 1] = (archive[at + data.length - 1] as number) ^ 1
  return archive
}

describe('members', () => {
  const members = { a: text('some words'), 'b/c': new Uint8Array(0), d: new Uint8Array(10_000).fill(7) }

  test.each([0, 6] as const)('at level %i come back, in order', (level) => {
    const found = zipMembers(zipSync(members, { level }))
    expect([...found.keys()]).toEqual(Object.keys(members))
    for (const [name, bytes] of Object.entries(members)) expect(found.get(name)?.read()).toEqual(bytes)
  })

  test('give their first bytes without the rest', () => {
    const long = { d: Uint8Array.from({ length: 300_000 }, (_, at) => (at * at) % 251) }
    for (const level of [0, 9] as const) {
      const member = zipMembers(zipSync(long, { level })).get('d')
      expect(member?.start(5000)).toEqual(long.d.subarray(0, 5000))
      expect(Buffer.compare(member?.start(1e9) as Uint8Array, long.d)).toBe(0)
    }
  })

  test('before a comment, and with sizes of 64 bits', () => {
    const plain = zipSync({ a: text('some words') }, { level: 0 })
    const commented = Uint8Array.from([...plain, ...text('PK\u0005\u0006')])
    commented[plain.length - 2] = 4
    // The last four bytes look like an end, but no end has room there.
    expect(zipMembers(commented).get('a')?.read()).toEqual(text('some words'))
    expect(
      zipMembers(withWideSizes(text('some words')))
        .get('a')
        ?.read(),
    ).toEqual(text('some words'))
  })
})

/** As zipfile writes a member of more than 4 GiB: every size, and the directory's own, stand in fields of 64 bits. */
function withWideSizes(data: Uint8Array): Uint8Array {
  const local = fields([0x04034b50, 4], [45, 2], [0, 2], [0, 2], [0, 4], [crc32(data), 4])
  const header = [...local, ...fields([0xffffffff, 4], [0xffffffff, 4], [1, 2], [0, 2]), ...text('a')]
  const entry = [
    ...fields([0x02014b50, 4], [45, 2], [45, 2], [0, 2], [0, 2], [0, 4], [crc32(data), 4]),
    ...fields([0xffffffff, 4], [0xffffffff, 4], [1, 2], [32, 2], [0, 2], [0, 2], [0, 2], [0, 4], [0xffffffff, 4]),
    ...text('a'),
    // An extra that is none of ours comes first.
    ...fields([0x7777, 2], [0, 2], [1, 2], [24, 2], [data.length, 8], [data.length, 8], [0, 8]),
  ]
  const start = header.length + data.length
  const end64 = fields([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [1, 8], [1, 8], [entry.length, 8])
  const locator = fields([0x07064b50, 4], [0, 4], [start + entry.length, 8], [1, 4])
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [0xffff, 2],
    [0xffff, 2],
    [0xffffffff, 4],
    [0xffffffff, 4],
    [0, 2],
  )
  return Uint8Array.from([...header, ...data, ...entry, ...end64, ...fields([start, 8]), ...locator, ...end])
}

function fields(...given: readonly (readonly [value: number, bytes: number])[]): number[] {
  return given.flatMap(([value, bytes]) =>
    Array.from({ length: bytes }, (_, at) => Number((BigInt(value) >> BigInt(8 * at)) & 0xffn)),
  )
}

describe('what is not as it was written is refused', () => {
  const archive = zipSync({ a: text('some words of some length') }, { level: 0 })
  const changed = (change: (view: DataView, entry: number) => void): Uint8Array => {
    const copy = archive.slice()
    change(new DataView(copy.buffer), directoryAt(copy))
    return copy
  }

  test.each([
    ['a byte of stored data', damaged({ a: text('some words') }, 'a'), /CRC-32/],
    ['its checksum', changed((view, at) => view.setUint32(at + 16, 1, true)), /CRC-32/],
    ['its size', changed((view, at) => view.setUint32(at + 24, 7, true)), /25 bytes and not 7/],
    ['its packed size', changed((view, at) => view.setUint32(at + 20, 9999, true)), /cut off/],
    ['its place', changed((view, at) => view.setUint32(at + 42, 5, true)), /not where it should be/],
    ['its name in one place', changed((view, at) => view.setUint8(at + 46, 0x62)), /called a in its own header/],
    ['its method', changed((view, at) => view.setUint16(at + 10, 12, true)), /bzip2/],
    ['its flags', changed((view, at) => view.setUint16(at + 8, 1, true)), /encrypted/],
  ])('%s', (_, bytes, reason) => {
    const [member] = zipMembers(bytes).values()
    expect(() => member?.read()).toThrow(DamagedZip)
    expect(() => member?.read()).toThrow(reason)
  })

  test('two members of one name, a directory that ends too soon, and what is no archive', () => {
    const two = zipSync({ a: text('one'), b: text('two') }, { level: 0 })
    two[directoryAt(two, 1) + 46] = 'a'.charCodeAt(0)
    expect(() => zipMembers(two)).toThrow(/a twice/)
    const short = archive.slice()
    new DataView(short.buffer).setUint16(short.length - 12, 2, true)
    expect(() => zipMembers(short)).toThrow(/directory is cut off/)
    expect(() => zipMembers(text('images,labels'))).toThrow(/not a ZIP archive/)
  })
})

describe('an archive behind other bytes', () => {
  const [meant, other] = [text('the words that are meant'), text('other words, as long')]
  const [one, two] = [zipSync({ a: meant }, { level: 0 }), zipSync({ a: other.slice(0, meant.length) }, { level: 0 })]

  // Python reads the last archive here. Its places, taken as they stand, are those of the members of the first.
  test('another archive, at its end or in its comment, gives no member of the first', () => {
    const behind = Uint8Array.from([...two, ...one])
    expect(() => zipMembers(behind)).toThrow(/behind other bytes/)
    const inComment = behind.slice()
    new DataView(inComment.buffer).setUint16(two.length - 2, one.length, true)
    expect(() => zipMembers(inComment)).toThrow(DamagedZip)
    expect(() => zipMembers(Uint8Array.from([...text('#!/bin/sh'), ...one]))).toThrow(DamagedZip)
  })

  test('with sizes of 64 bits too', () => {
    const wide = withWideSizes(meant)
    const moved = Uint8Array.from([...wide, ...wide])
    expect(() => zipMembers(moved).get('a')?.read()).toThrow(DamagedZip)
  })
})

describe('a data file damaged after it was written', () => {
  const inner = (array: string, tensor: Tensor): Uint8Array =>
    zipMembers(writeNpz({ [array]: tensor }))
      .get(`${array}.npy`)
      ?.read() as Uint8Array
  const files = { 'x.npy': inner('x', x), 'y.npy': inner('y', y) }

  test('gives none of its damaged arrays, stored or compressed', () => {
    const stored = openNpz(damaged(files, 'y.npy'), 'eval.npz')
    expect(() => stored.read('y')).toThrow(
      expect.objectContaining({ code: 'data-not-npz', message: expect.stringMatching(/eval\.npz.*CRC-32/) }),
    )
    const packed = zipSync(files)
    const at = directoryAt(packed, 1)
    new DataView(packed.buffer).setUint32(at + 16, 0xbad, true)
    expect(() => readNpz(packed)).toThrow(expect.objectContaining({ code: 'data-not-npz' }))
  })

  test('gives the others', () => {
    expect(openNpz(damaged(files, 'y.npy')).read('x')).toEqual(x)
  })
})
