/** Element types that onnxruntime-node can take and give. float16 is held as its 16 raw bits. */
export type TensorType =
  | 'float32'
  | 'float64'
  | 'float16'
  | 'int8'
  | 'uint8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'uint64'
  | 'bool'
  | 'string'

export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | string[]

/** A dense, row-major tensor. `data.length` is the product of `dims`; a scalar has no dims. */
export interface Tensor {
  readonly type: TensorType
  readonly dims: readonly number[]
  readonly data: TensorData
}

/** What a model says about one of its inputs or outputs. A dimension is a size, a symbol, or '' when it has no name. */
export interface TensorInfo {
  readonly name: string
  readonly type: TensorType | string
  readonly dims: readonly (number | string)[]
}

/** What holds the elements of a type; of float16 their raw bits. */
export const arrayTypes = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
}

/** A tensor of zeros (or empty strings) of the given type and dims. */
export function zeros(type: TensorType, dims: readonly number[]): Tensor {
  const length = sizeOf(dims)
  if (type === 'string') return { type, dims, data: Array.from({ length }, () => '') }
  return { type, dims, data: new arrayTypes[type](length) }
}

/** The number of elements of a shape; 1 for a scalar. */
export function sizeOf(dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * dim, 1)
}

/** The examples `start` (inclusive) to `end` (exclusive) of a batch: rows along the first dimension, sharing memory where it can. */
export function rows(tensor: Tensor, start: number, end: number): Tensor {
  const width = sizeOf(tensor.dims.slice(1))
  const data = Array.isArray(tensor.data)
    ? tensor.data.slice(start * width, end * width)
    : tensor.data.subarray(start * width, end * width)
  return { type: tensor.type, dims: [end - start, ...tensor.dims.slice(1)], data }
}

/** One row of a batch, so many times. Scalars are the same for all rows. */
export function oneRow(feeds: Readonly<Record<string, Tensor>>, row: number, times = 1): Record<string, Tensor> {
  const entries = Object.entries(feeds).map(([name, tensor]): [string, Tensor] => {
    return [name, tensor.dims.length === 0 ? tensor : repeated(rows(tensor, row, row + 1), times)]
  })
  return Object.fromEntries(entries)
}

function repeated(one: Tensor, times: number): Tensor {
  if (times === 1) return one
  const whole = zeros(one.type, [times, ...one.dims.slice(1)])
  for (let at = 0; at < whole.data.length; at++) whole.data[at] = one.data[at % one.data.length] as never
  return whole
}
