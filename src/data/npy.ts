import { clip } from '../core/clip.ts'
import { sizeOf, type Tensor, type TensorData, type TensorType } from '../core/tensor.ts'
import { dataError } from './errors.ts'

/**
 * One array in NumPy's `.npy` format, versions 1 to 3: magic, version, a header that is a Python dict literal, raw data.
 * Format: numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Data are little-endian, as every supported host is.
 */

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

type Numeric = Exclude<TensorType, 'string'>

/** NumPy's type codes without byte order, and how many bytes an element takes. */
const codes: Readonly<Record<string, { type: Numeric; bytes: number }>> = {
  f2: { type: 'float16', bytes: 2 },
  f4: { type: 'float32', bytes: 4 },
  f8: { type: 'float64', bytes: 8 },
  i1: { type: 'int8', bytes: 1 },
  u1: { type: 'uint8', bytes: 1 },
  i2: { type: 'int16', bytes: 2 },
  u2: { type: 'uint16', bytes: 2 },
  i4: { type: 'int32', bytes: 4 },
  u4: { type: 'uint32', bytes: 4 },
  i8: { type: 'int64', bytes: 8 },
  u8: { type: 'uint64', bytes: 8 },
  b1: { type: 'bool', bytes: 1 },
}

const views: Readonly<Record<Numeric, (buffer: ArrayBuffer) => TensorData>> = {
  float16: (buffer) => new Uint16Array(buffer),
  float32: (buffer) => new Float32Array(buffer),
  float64: (buffer) => new Float64Array(buffer),
  int8: (buffer) => new Int8Array(buffer),
  uint8: (buffer) => new Uint8Array(buffer),
  int16: (buffer) => new Int16Array(buffer),
  uint16: (buffer) => new Uint16Array(buffer),
  int32: (buffer) => new Int32Array(buffer),
  uint32: (buffer) => new Uint32Array(buffer),
  int64: (buffer) => new BigInt64Array(buffer),
  uint64: (buffer) => new BigUint64Array(buffer),
  bool: (buffer) => new Uint8Array(buffer),
}

/** What the header of an array says. */
export interface NpyHeader {
  readonly dims: readonly number[]
  /** NumPy's type: `<f4`. */
  readonly descr: string
  /** What the array is to a model; undefined where no model takes it, such as objects, dates and big-endian numbers. */
  readonly type: TensorType | undefined
}

/** The most bytes that a header of version 1 takes: the start of an array that `npyHeader` needs. */
export const npyHeaderBytes: number = 12 + 0xffff

/** What version 1 can say. Longer ones describe records of many fields, which no model takes. */
const longestHeader = 0xffff

/** NumPy itself has no more. */
const mostDims = 64

/** Values that are made into JavaScript's own: each text and each label takes tens of bytes. */
export const mostSingle: number = 10_000_000

/** The header of an array, from its first bytes. Throws `data-not-npz`. */
export function npyHeader(start: Uint8Array, name: string): NpyHeader {
  const { descr, dims } = parsedHeader(start, name)
  return { dims, descr, type: elementOf(descr)?.type }
}

/**
 * Reads one array. `name` is for messages. Throws `data-not-npz` on broken bytes, `data-type` on types no model takes and
 * `data-not-text` on text that is not Unicode.
 */
export function readNpy(bytes: Uint8Array, name: string): Tensor {
  const { descr, fortran, dims, start } = parsedHeader(bytes, name)
  const element = elementOf(descr)
  if (element === undefined) throw dataError('data-type', { array: name, type: descr })
  const tensor = elements(bytes.subarray(start), element, dims, name)
  return fortran ? rowMajor(tensor) : tensor
}

/** The `.npy` bytes of a tensor; equal tensors give equal bytes. Strings become fixed-width Unicode, as NumPy stores them. */
export function writeNpy(tensor: Tensor): Uint8Array {
  const { descr, data } = Array.isArray(tensor.data) ? unicodeBytes(tensor.data) : numericBytes(tensor)
  const shape = tensor.dims.length === 1 ? `${tensor.dims[0]},` : tensor.dims.join(', ')
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`
  // The format wants the data to start at a multiple of 64 bytes: spaces fill up, a newline ends the header.
  const start = Math.ceil((10 + text.length + 1) / 64) * 64
  const bytes = new Uint8Array(start + data.length)
  bytes.set([...magic, 1, 0, (start - 10) & 0xff, (start - 10) >> 8])
  bytes.set(new TextEncoder().encode(`${text.padEnd(start - 11)}\n`), 10)
  bytes.set(data, start)
  return bytes
}

interface ParsedHeader {
  readonly descr: string
  readonly fortran: boolean
  readonly dims: number[]
  /** Where the data begin. */
  readonly start: number
}

function parsedHeader(bytes: Uint8Array, name: string): ParsedHeader {
  const { header, start } = headerOf(bytes, name)
  // Python goes by the last of them, and a header that says two things is not one that NumPy wrote.
  const twice = ['descr', 'fortran_order', 'shape'].find((key) => header.split(new RegExp(`'${key}'\\s*:`)).length > 2)
  if (twice !== undefined) throw broken(name, `its header says \`${twice}\` twice`)
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1] ?? 'records'
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1]
  const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1]
  if (shape === undefined || fortran === undefined) throw broken(name, 'its header does not name a shape and an order')
  return { descr, fortran: fortran === 'True', dims: dimsOf(shape, name), start }
}

function headerOf(bytes: Uint8Array, name: string): { header: string; start: number } {
  if (bytes.length < 12 || magic.some((byte, at) => bytes[at] !== byte)) throw broken(name, 'it is not a NumPy array')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = (bytes[6] as number) >= 2
  const begin = wide ? 12 : 10
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true)
  if (length > longestHeader) throw broken(name, `its header has ${length} bytes; the limit is ${longestHeader}`)
  const start = begin + length
  if (start > bytes.length) throw broken(name, 'it ends inside its header')
  return { header: new TextDecoder().decode(bytes.subarray(begin, start)), start }
}

function dimsOf(shape: string, name: string): number[] {
  const words = shape.split(',').map((word) => word.trim().replace(/L$/, ''))
  const dims = words.filter((word) => word !== '').map(Number)
  if (dims.length > mostDims) throw broken(name, `its shape has ${dims.length} dimensions; the limit is ${mostDims}`)
  if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || !Number.isSafeInteger(sizeOf(dims))) {
    throw broken(name, `its shape (${clip(shape, 100)}) is not one`)
  }
  return dims
}

/** How an element of a type is stored. */
type Element =
  | { readonly type: Numeric; readonly bytes: number }
  | { readonly type: 'string'; readonly bytes: number; readonly decode: Decode }

/** Undefined for types that no model takes. */
function elementOf(descr: string): Element | undefined {
  const match = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr)
  const [order, kind, width] = [match?.[1], match?.[2], Number(match?.[3])]
  if (match === null || order === '>') return undefined
  if (kind === 'U') return { type: 'string', bytes: width * 4, decode: utf32 }
  if (kind === 'S') return { type: 'string', bytes: width, decode: utf8 }
  return codes[`${kind}${width}`]
}

function elements(data: Uint8Array, element: Element, dims: readonly number[], name: string): Tensor {
  const own = sized(data, dims, element.bytes, name)
  if (element.type === 'string') return { type: 'string', dims, data: texts(own, element, sizeOf(dims), name) }
  // Copied into a buffer of its own: an array inside an archive need not start where its element type wants it.
  return { type: element.type, dims, data: views[element.type](new Uint8Array(own).buffer) }
}

function sized(data: Uint8Array, dims: readonly number[], width: number, name: string): Uint8Array {
  const expected = sizeOf(dims) * width
  if (data.length !== expected) throw broken(name, `its shape needs ${expected} bytes of data, it holds ${data.length}`)
  return data
}

/** The text of an element, without the zeros that fill it up; undefined where it is not Unicode. */
type Decode = (element: Uint8Array) => string | undefined

function texts(
  data: Uint8Array,
  { bytes, decode }: { readonly bytes: number; readonly decode: Decode },
  count: number,
  name: string,
): string[] {
  // Texts of no bytes take none of the file, however many it says that there are.
  if (count > mostSingle) throw dataError('data-too-many', { array: name, count, limit: mostSingle })
  return Array.from({ length: count }, (_, at) => {
    const text = decode(data.subarray(at * bytes, (at + 1) * bytes))
    if (text === undefined) throw dataError('data-not-text', { array: name, at })
    return text
  })
}

function utf32(element: Uint8Array): string | undefined {
  const view = new DataView(element.buffer, element.byteOffset, element.length)
  const points: number[] = []
  const end = filled(element)
  for (let at = 0; at < end; at += 4) points.push(view.getUint32(at, true))
  if (points.some((point) => point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))) return undefined
  const pieces: string[] = []
  // As many arguments as a call takes everywhere.
  for (let at = 0; at < points.length; at += 4096) pieces.push(String.fromCodePoint(...points.slice(at, at + 4096)))
  return pieces.join('')
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** NumPy's `S` is bytes, and text in bytes is UTF-8. */
function utf8(element: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(element.subarray(0, filled(element)))
  } catch {
    return undefined
  }
}

/** Bytes before the zeros that fill an element up. As a pattern, `\0+$` would look anew from each zero inside of a text. */
function filled(element: Uint8Array): number {
  let end = element.length
  while (end > 0 && element[end - 1] === 0) end--
  return end
}

/** Reorders column-major data. `rows`, `views` and the runtime all want the last dimension to run fastest. */
function rowMajor(tensor: Tensor): Tensor {
  const { dims, data } = tensor
  const target = data.slice() as TensorData
  const index = dims.map(() => 0)
  for (let at = 0; at < target.length; at++) {
    let from = 0
    for (let axis = dims.length - 1; axis >= 0; axis--) from = from * (dims[axis] as number) + (index[axis] as number)
    target[at] = data[from] as never
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = (index[axis] as number) + 1
      if ((index[axis] as number) < (dims[axis] as number)) break
      index[axis] = 0
    }
  }
  return { type: tensor.type, dims, data: target }
}

function numericBytes(tensor: Tensor): { descr: string; data: Uint8Array } {
  const [code, { bytes }] = Object.entries(codes).find(([, row]) => row.type === tensor.type) as [
    string,
    { bytes: number },
  ]
  const array = tensor.data as Exclude<TensorData, string[]>
  return {
    descr: `${bytes === 1 ? '|' : '<'}${code}`,
    data: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  }
}

function unicodeBytes(words: readonly string[]): { descr: string; data: Uint8Array } {
  const points = words.map((text) => Array.from(text, (letter) => letter.codePointAt(0) as number))
  const width = Math.max(1, ...points.map((letters) => letters.length))
  const data = new Uint32Array(words.length * width)
  for (const [at, letters] of points.entries()) data.set(letters, at * width)
  return { descr: `<U${width}`, data: new Uint8Array(data.buffer) }
}

function broken(name: string, reason: string): Error {
  return dataError('data-not-npz', { file: name, reason })
}
