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

/** Reads one array. `name` is for messages. Throws `data-not-npz` on broken bytes and `data-type` on types no model takes. */
export function readNpy(bytes: Uint8Array, name: string): Tensor {
  const { header, start } = headerOf(bytes, name)
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1]
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1]
  const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1]
  if (shape === undefined || fortran === undefined) throw broken(name, 'its header does not name a shape and an order')
  if (descr === undefined) throw dataError('data-type', { array: name, type: 'of records or objects' })
  const dims = dimsOf(shape, name)
  const tensor = elements(bytes.subarray(start), descr, dims, name)
  return fortran === 'True' ? rowMajor(tensor) : tensor
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

function headerOf(bytes: Uint8Array, name: string): { header: string; start: number } {
  if (bytes.length < 12 || magic.some((byte, at) => bytes[at] !== byte)) throw broken(name, 'it is not a NumPy array')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = (bytes[6] as number) >= 2
  const begin = wide ? 12 : 10
  const start = begin + (wide ? view.getUint32(8, true) : view.getUint16(8, true))
  if (start > bytes.length) throw broken(name, 'it ends inside its header')
  return { header: new TextDecoder().decode(bytes.subarray(begin, start)), start }
}

function dimsOf(shape: string, name: string): number[] {
  const words = shape.split(',').map((word) => word.trim().replace(/L$/, ''))
  const dims = words.filter((word) => word !== '').map(Number)
  if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || !Number.isSafeInteger(sizeOf(dims))) {
    throw broken(name, `its shape (${shape}) is not one`)
  }
  return dims
}

function elements(data: Uint8Array, descr: string, dims: readonly number[], name: string): Tensor {
  const match = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr)
  const [order, kind, width] = [match?.[1], match?.[2], Number(match?.[3])]
  if (match === null || order === '>') throw dataError('data-type', { array: name, type: descr })
  if (kind === 'U') return { type: 'string', dims, data: texts(sized(data, dims, width * 4, name), width, utf32) }
  if (kind === 'S') return { type: 'string', dims, data: texts(sized(data, dims, width, name), width, latin) }
  const code = codes[`${kind}${width}`]
  if (code === undefined) throw dataError('data-type', { array: name, type: descr })
  // Copied into a buffer of its own: an array inside an archive need not start where its element type wants it.
  const own = new Uint8Array(sized(data, dims, code.bytes, name))
  return { type: code.type, dims, data: views[code.type](own.buffer) }
}

function sized(data: Uint8Array, dims: readonly number[], width: number, name: string): Uint8Array {
  const expected = sizeOf(dims) * width
  if (data.length !== expected) throw broken(name, `its shape needs ${expected} bytes of data, it holds ${data.length}`)
  return data
}

type Decode = (data: Uint8Array, start: number, width: number) => string

function texts(data: Uint8Array, width: number, decode: Decode): string[] {
  const stride = decode === utf32 ? width * 4 : width
  const count = stride === 0 ? 0 : data.length / stride
  return Array.from({ length: count }, (_, at) => decode(data, at * stride, width).replace(/\0+$/, ''))
}

function utf32(data: Uint8Array, start: number, width: number): string {
  const view = new DataView(data.buffer, data.byteOffset + start, width * 4)
  const points = Array.from({ length: width }, (_, at) => view.getUint32(at * 4, true))
  return points.map((point) => (point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')).join('')
}

function latin(data: Uint8Array, start: number, width: number): string {
  return String.fromCharCode(...data.subarray(start, start + width))
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
