import { sizeOf, type Tensor, type TensorData, type TensorType } from '../core/tensor.ts'
import { type ElementType, elementType } from './element-types.ts'
import type { OnnxTensor } from './messages.ts'

type Numbers = Exclude<TensorData, string[]>

const arrays: Readonly<Partial<Record<string, { new (buffer: ArrayBuffer): Numbers; from(list: never): Numbers }>>> = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
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

/**
 * The elements of a constant. Undefined when they are not in the model (another file), when their number does not fit the
 * dims, or when JavaScript has no array for the type (complex numbers, and less than a byte an element).
 */
export function elementsOf(tensor: OnnxTensor): TensorData | undefined {
  const type = elementType(tensor.dataType)
  if (type === undefined || tensor.dataLocation === 1) return undefined
  const data = type.name === 'string' ? textsOf(tensor) : numbersOf(tensor, type)
  return data?.length === sizeOf(tensor.dims) ? data : undefined
}

/** A constant as a tensor that a runtime takes. Undefined as `elementsOf`, and for bfloat16. */
export function tensorOf(tensor: OnnxTensor): Tensor | undefined {
  const type = elementType(tensor.dataType)
  const data = type?.name === 'bfloat16' ? undefined : elementsOf(tensor)
  return data === undefined ? undefined : { type: type?.name as TensorType, dims: tensor.dims, data }
}

function textsOf(tensor: OnnxTensor): string[] {
  return tensor.stringData.map((bytes) => new TextDecoder().decode(bytes))
}

function numbersOf(tensor: OnnxTensor, type: ElementType): Numbers | undefined {
  const array = arrays[type.name]
  if (array === undefined) return undefined
  if (tensor.rawData === undefined) return array.from(typedFieldOf(tensor, type) as never)
  if ((tensor.rawData.length * 8) % (type.bits ?? 8) !== 0) return undefined
  // A copy: raw data stands at any address of the file, typed arrays only at multiples of their element size.
  return new array(Uint8Array.from(tensor.rawData).buffer)
}

function typedFieldOf(tensor: OnnxTensor, type: ElementType): Iterable<number | bigint> {
  const field = type.field === 'stringData' ? undefined : tensor[type.field]
  // uint32 shares a field of 64-bit integers; everything else fits its array as it is.
  if (type.name === 'uint32') return Array.from(field ?? [], Number)
  return field ?? []
}
