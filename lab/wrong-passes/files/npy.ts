import type { Tensor } from '../../../src/core/tensor.ts'
import { writeNpy } from '../../../src/data/npy.ts'

/** One array in NumPy's format, byte by byte, for what the project's own writer does not write. */
export interface RawArray {
  /** NumPy's type, such as `>i8`; anything that stands between the quotes. */
  readonly descr: string
  readonly shape: readonly number[]
  readonly data: Uint8Array
  readonly fortran?: boolean
  /** The whole header, instead of the one that follows from the other members. */
  readonly header?: string
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]

export function npy(array: RawArray | Tensor): Uint8Array {
  if ('dims' in array) return writeNpy(array)
  const header = array.header ?? headerOf(array)
  const start = Math.ceil((10 + header.length + 1) / 64) * 64
  const bytes = new Uint8Array(start + array.data.length)
  bytes.set([...magic, (start - 10) & 0xff, (start - 10) >> 8])
  bytes.set(new TextEncoder().encode(`${header.padEnd(start - 11)}\n`), 10)
  bytes.set(array.data, start)
  return bytes
}

function headerOf({ descr, shape, fortran = false }: RawArray): string {
  const type = descr.startsWith('[') ? descr : `'${descr}'`
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  return `{'descr': ${type}, 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${sizes}), }`
}

/** Whole numbers of 8 bytes, the most significant byte first. */
export function bigEndian(values: readonly number[]): RawArray {
  const view = new DataView(new ArrayBuffer(values.length * 8))
  for (const [at, value] of values.entries()) view.setBigInt64(at * 8, BigInt(value))
  return { descr: '>i8', shape: [values.length], data: new Uint8Array(view.buffer) }
}

/** The same matrix, column by column. */
export function fortran({ dims, data }: Tensor): RawArray {
  const [rows, columns] = dims as [number, number]
  const values = data as Float32Array
  const turned = Float32Array.from(values, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)] as number)
  return { descr: '<f4', shape: dims, fortran: true, data: new Uint8Array(turned.buffer) }
}

/** Texts in so many bytes each, as they are encoded by `encode`. */
export function bytesOfText(texts: readonly string[], encode: (text: string) => Uint8Array, width: number): RawArray {
  const data = new Uint8Array(texts.length * width)
  for (const [at, text] of texts.entries()) data.set(encode(text).subarray(0, width), at * width)
  return { descr: `|S${width}`, shape: [texts.length], data }
}
