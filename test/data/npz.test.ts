import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors/index.ts'
import type { Tensor, TensorType } from '../../src/core/tensor.ts'
import { readNpy, writeNpy } from '../../src/data/npy.ts'
import { readNpz, writeNpz } from '../../src/data/npz.ts'

const examples: readonly Tensor[] = [
  { type: 'float32', dims: [2, 2], data: Float32Array.of(1.5, -2, 0, 3) },
  { type: 'float64', dims: [1], data: Float64Array.of(Math.PI) },
  { type: 'float16', dims: [3], data: Uint16Array.of(0x3c00, 0xc000, 0x7bff) },
  { type: 'int8', dims: [2], data: Int8Array.of(-128, 127) },
  { type: 'uint8', dims: [2], data: Uint8Array.of(0, 255) },
  { type: 'int16', dims: [2], data: Int16Array.of(-32768, 32767) },
  { type: 'uint16', dims: [1], data: Uint16Array.of(65535) },
  { type: 'int32', dims: [1, 2], data: Int32Array.of(-1, 2 ** 31 - 1) },
  { type: 'uint32', dims: [1], data: Uint32Array.of(2 ** 32 - 1) },
  { type: 'int64', dims: [2], data: BigInt64Array.of(-(2n ** 63n), 7n) },
  { type: 'uint64', dims: [1], data: BigUint64Array.of(2n ** 64n - 1n) },
  { type: 'bool', dims: [2], data: Uint8Array.of(1, 0) },
  { type: 'string', dims: [2], data: ['', 'naïve 🙂'] },
  { type: 'float32', dims: [], data: Float32Array.of(16000) },
  { type: 'float32', dims: [0, 4], data: new Float32Array() },
]

test.each(examples.map((tensor) => [tensor.type, tensor.dims.join('×'), tensor] as const))(
  '%s [%s] comes back',
  (_, __, tensor) => {
    expect(readNpz(writeNpz({ a: tensor }))).toEqual({ a: tensor })
  },
)

test('equal arrays give equal bytes, and the order of the archive is kept', () => {
  const arrays = { z: examples[0] as Tensor, a: examples[9] as Tensor }
  expect(writeNpz(arrays)).toEqual(writeNpz({ ...arrays }))
  expect(Object.keys(readNpz(writeNpz(arrays)))).toEqual(['z', 'a'])
})

/** The bytes of an array as NumPy writes them, from its header and data. */
function npy(header: string, data: Uint8Array): Uint8Array {
  const text = `${header}\n`
  return Uint8Array.from([
    0x93,
    ...new TextEncoder().encode('NUMPY'),
    1,
    0,
    text.length,
    0,
    ...new TextEncoder().encode(text),
    ...data,
  ])
}

describe('what NumPy writes', () => {
  test('column-major arrays become row-major', () => {
    // np.asfortranarray([[1, 2, 3], [4, 5, 6]], dtype='u1')
    const bytes = npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", Uint8Array.of(1, 4, 2, 5, 3, 6))
    expect(readNpy(bytes, 'a')).toEqual({ type: 'uint8', dims: [2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 6) })
  })

  test('byte strings are text', () => {
    const bytes = npy("{'descr': '|S3', 'fortran_order': False, 'shape': (2,), }", new TextEncoder().encode('ab\0cde'))
    expect(readNpy(bytes, 'a')).toEqual({ type: 'string', dims: [2], data: ['ab', 'cde'] })
  })

  test('byte strings are UTF-8, with a mark of its order as any other character', () => {
    const bytes = npy(
      "{'descr': '|S6', 'fortran_order': False, 'shape': (2,), }",
      new TextEncoder().encode('größ\ufeffé\0'),
    )
    expect(readNpy(bytes, 'a').data).toEqual(['größ', '\ufeffé'])
  })

  test('texts of no width are empty', () => {
    const bytes = npy("{'descr': '<U0', 'fortran_order': False, 'shape': (2,), }", new Uint8Array())
    expect(readNpy(bytes, 'a')).toEqual({ type: 'string', dims: [2], data: ['', ''] })
  })

  test.each([
    ['Latin-1', "'|S2'", [0x61, 0xe9, 0x62, 0x00]],
    ['a character that is cut off', "'|S2'", [0x61, 0x00, 0x62, 0xc3]],
    ['half of a surrogate pair', "'<U1'", [0x61, 0, 0, 0, 0x00, 0xd8, 0, 0]],
    ['a point beyond Unicode', "'<U1'", [0x61, 0, 0, 0, 0, 0, 0x11, 0]],
  ])('%s is no text', (_, descr, data) => {
    const bytes = npy(`{'descr': ${descr}, 'fortran_order': False, 'shape': (2,), }`, Uint8Array.from(data))
    expect(() => readNpy(bytes, 'names in eval.npz')).toThrow(
      expect.objectContaining({ code: 'data-not-text', message: expect.stringMatching(/Text [01] .*names in eval/) }),
    )
  })

  test('the header is padded to a multiple of 64 bytes', () => {
    const bytes = writeNpy(examples[0] as Tensor)
    expect((10 + (bytes[8] as number) + 256 * (bytes[9] as number)) % 64).toBe(0)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['nothing', new Uint8Array(), 'data-not-npz'],
    ['text', new TextEncoder().encode('a,b\n1,2\n'), 'data-not-npz'],
    ['a truncated archive', writeNpz({ a: examples[0] as Tensor }).subarray(0, 60), 'data-not-npz'],
    ['an archive of other files', zipSync({ 'readme.txt': Uint8Array.of(1) }), 'data-not-npz'],
    ['an array that is none', zipSync({ 'a.npy': Uint8Array.of(1, 2, 3) }), 'data-not-npz'],
    [
      'complex numbers',
      zipSync({ 'a.npy': npy("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(8)) }),
      'data-type',
    ],
    [
      'big-endian numbers',
      zipSync({ 'a.npy': npy("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(4)) }),
      'data-type',
    ],
    [
      'pickled objects',
      zipSync({ 'a.npy': npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(4)) }),
      'data-type',
    ],
    [
      'a shape larger than its data',
      zipSync({ 'a.npy': npy("{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }", new Uint8Array(4)) }),
      'data-not-npz',
    ],
    [
      'a header that says the order twice, of which Python takes the last',
      zipSync({
        'a.npy': npy(
          "{'fortran_order': False, 'descr': '<f4', 'shape': (1, 1), 'fortran_order': True, }",
          new Uint8Array(4),
        ),
      }),
      'data-not-npz',
    ],
    [
      'a negative shape',
      zipSync({ 'a.npy': npy("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", new Uint8Array(4)) }),
      'data-not-npz',
    ],
  ])('%s', (_, bytes, code) => {
    expect(() => readNpz(bytes)).toThrow(expect.objectContaining({ code }))
  })

  test('more than the limit, before it is unpacked', () => {
    const bytes = writeNpz({ a: { type: 'uint8', dims: [1_000_000], data: new Uint8Array(1_000_000) } })
    expect(bytes.length).toBeLessThan(5000)
    expect(() => readNpz(bytes, 'bomb.npz', 100_000)).toThrow(expect.objectContaining({ code: 'data-too-large' }))
  })

  test('an archive that declares less than it holds takes no more than it declares', () => {
    const bytes = writeNpz({ a: { type: 'uint8', dims: [1_000_000], data: new Uint8Array(1_000_000) } })
    const lying = bytes.slice()
    // The unpacked size in the central directory: 24 bytes after its signature.
    const directory = lying.findLastIndex(
      (_, at) => lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1 && lying[at + 3] === 2,
    )
    new DataView(lying.buffer).setUint32(directory + 24, 1000, true)
    expect(() => readNpz(lying)).toThrow(expect.objectContaining({ code: 'data-not-npz' }))
  })

  test('random damage is a UserError or still an archive, never another exception', () => {
    const bytes = writeNpz({ a: examples[0] as Tensor, b: examples[12] as Tensor })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = bytes.slice()
        damaged[at] = value
        try {
          readNpz(damaged)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(UserError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('all numeric types are covered', () => {
  const types = new Set<TensorType>(examples.map((tensor) => tensor.type))
  expect(types.size).toBe(13)
})
