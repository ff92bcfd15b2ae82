import { bytesOf, memory, piecesOf, type Range, whole } from '../../core/bytes.ts'
import { fromFloat16 } from '../../core/float16.ts'
import { arrayTypes, sizeOf, type Tensor, type TensorData, type TensorType } from '../../core/tensor.ts'
import type { OnnxTensor } from '../format/messages.ts'
import { rangeOf } from '../format/read-message.ts'
import { type ElementType, elementType, isSize } from './element-types.ts'
import { type ExternalData, externalRange, isExternal } from './external.ts'
import { smallFloats } from './small-floats.ts'

type Numbers = Exclude<TensorData, string[]>
type ArrayType = { new (buffer: ArrayBuffer): Numbers; from(list: never): Numbers }

/** What holds the elements of a type as they are: bfloat16, as float16, as its raw bits. */
const arrays: Readonly<Partial<Record<string, ArrayType>>> = { ...arrayTypes, bfloat16: Uint16Array }

/**
 * The elements of a constant. Undefined when they are in another file that is not at hand, when their number does not fit
 * the dims, or when JavaScript has no array for the type (complex numbers, floats of 8 bits, less than a byte an element):
 * `valuesOf` has those too.
 */
export function elementsOf(tensor: OnnxTensor, external?: ExternalData): TensorData | undefined {
  const type = elementType(tensor.dataType)
  if (type === undefined || !tensor.dims.every(isSize)) return undefined
  const data = type.name === 'string' ? textsOf(tensor) : arrayOf(tensor, type, external)
  return data?.length === sizeOf(tensor.dims) ? data : undefined
}

/** A constant as a tensor that a runtime takes. Undefined as `elementsOf`, and for bfloat16. */
export function tensorOf(tensor: OnnxTensor, external?: ExternalData): Tensor | undefined {
  const type = elementType(tensor.dataType)
  const data = type?.name === 'bfloat16' ? undefined : elementsOf(tensor, external)
  return data === undefined ? undefined : { type: type?.name as TensorType, dims: tensor.dims, data }
}

/** Numbers as JavaScript has them; 64-bit integers as bigints. */
export type Values = Exclude<Numbers, never>

/**
 * The elements of a constant as numbers, whatever their type and however they are stored; a complex number is two, real part
 * first. Undefined for texts, and as `elementsOf`.
 */
export function valuesOf(tensor: OnnxTensor, external?: ExternalData): Values | undefined {
  const type = elementType(tensor.dataType)
  if (type === undefined || type.name === 'string' || !tensor.dims.every(isSize)) return undefined
  const bytes = rawBytesOf(tensor, external)
  if (bytes === undefined) return undefined
  const count = sizeOf(tensor.dims) * (type.name.startsWith('complex') ? 2 : 1)
  const values = decoded(bytes, type, count)
  return values.length === count ? values : undefined
}

/** How many bytes of a tensor are looked at together: a whole number of elements of every type, those of 6 bits too. */
const pieceBytes = 3 * 2 ** 18

/** What `valuesOf` gives, piece by piece, for weights that are larger than memory. */
export function valuePieces(tensor: OnnxTensor): Iterable<Values> | undefined {
  const type = elementType(tensor.dataType)
  const range = tensor.dims.every(isSize) ? rawRangeOf(tensor) : undefined
  if (type?.bits === undefined || range === undefined) return undefined
  const elements = sizeOf(tensor.dims)
  if (range.end - range.start !== Math.ceil((elements * type.bits) / 8)) return undefined
  return decodedPieces(range, type, elements * (type.name.startsWith('complex') ? 2 : 1))
}

function* decodedPieces(range: Range, type: ElementType, count: number): Generator<Values> {
  const bits = type.name.startsWith('complex') ? (type.bits ?? 8) / 2 : (type.bits ?? 8)
  let rest = count
  for (const piece of piecesOf(range, pieceBytes)) {
    const here = Math.min(rest, (piece.length * 8) / bits)
    yield decoded(piece, type, Math.floor(here))
    rest -= Math.floor(here)
  }
}

/**
 * The elements of a constant as they would stand in `rawData`: little-endian, those of less than a byte packed from the lowest
 * bits on. Undefined for texts and for another file that is not at hand.
 */
export function rawRangeOf(tensor: OnnxTensor, external?: ExternalData): Range | undefined {
  const type = elementType(tensor.dataType)
  if (type?.bits === undefined) return undefined
  if (isExternal(tensor)) return external === undefined ? undefined : externalRange(tensor, external)
  return rangeOf(tensor, 'rawData') ?? whole(memory(bytesOfField(tensor, type)))
}

function rawBytesOf(tensor: OnnxTensor, external: ExternalData | undefined): Uint8Array | undefined {
  const range = rawRangeOf(tensor, external)
  return range === undefined ? undefined : bytesOf(range)
}

function textsOf(tensor: OnnxTensor): string[] {
  return tensor.stringData.map((bytes) => new TextDecoder().decode(bytes))
}

function arrayOf(tensor: OnnxTensor, type: ElementType, external: ExternalData | undefined): Numbers | undefined {
  const array = arrays[type.name]
  const bytes = array === undefined ? undefined : rawBytesOf(tensor, external)
  if (array === undefined || bytes === undefined || (bytes.length * 8) % (type.bits ?? 8) !== 0) return undefined
  return new array(aligned(bytes))
}

/** Raw data stands at any address of a file, typed arrays only at multiples of their element size. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const isAlone = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return isAlone ? (bytes.buffer as ArrayBuffer) : (Uint8Array.from(bytes).buffer as ArrayBuffer)
}

/** The arrays in which the typed fields would be raw data, but for the types whose values share the field of another one. */
const narrow: Readonly<Record<number, ArrayType>> = { 8: Uint8Array, 16: Uint16Array, 32: Int32Array }

/** The typed field of a type as raw data. Types of up to 32 bits share `int32Data`, in the lowest bits of each. */
function bytesOfField(tensor: OnnxTensor, type: ElementType): Uint8Array {
  const field = type.field === 'stringData' ? undefined : tensor[type.field]
  if (field === undefined) return new Uint8Array()
  const bits = type.bits ?? 8
  const list =
    type.name === 'uint32'
      ? Uint32Array.from(field as Iterable<bigint>, Number)
      : type.field === 'int32Data'
        ? narrow[Math.max(8, bits)]?.from(field as never)
        : field
  return list === undefined ? new Uint8Array() : new Uint8Array(list.buffer, list.byteOffset, list.byteLength)
}

function decoded(bytes: Uint8Array, type: ElementType, count: number): Values {
  const array = arrays[type.name] ?? wide[type.name]
  if (array !== undefined && (bytes.length * 8) % (array === wide[type.name] ? 32 : (type.bits ?? 8)) !== 0)
    return new Uint8Array()
  const half = halves[type.name]
  if (half !== undefined) return Float32Array.from(new Uint16Array(aligned(bytes)), half)
  if (array !== undefined) return new array(aligned(bytes))
  const table = smallFloats(type.name)
  const bits = type.bits ?? 8
  if (bytes.length !== Math.ceil((count * bits) / 8)) return new Uint8Array()
  const patterns = unpacked(bytes, bits, count)
  if (table !== undefined) return Float32Array.from(patterns, (pattern) => table[pattern] as number)
  return type.name.startsWith('int') ? Int8Array.from(patterns, (pattern) => signed(pattern, bits)) : patterns
}

/** Complex numbers are pairs of floats. */
const wide: Readonly<Record<string, ArrayType>> = { complex64: Float32Array, complex128: Float64Array }

const halves: Readonly<Record<string, (bits: number) => number>> = { float16: fromFloat16, bfloat16: fromBfloat16 }

const float = new Float32Array(1)
const floatBits = new Uint32Array(float.buffer)

/** The upper half of the bits of a float32. */
function fromBfloat16(half: number): number {
  floatBits[0] = half << 16
  return float[0] as number
}

/** Bit patterns of `bits` bits each, packed from the lowest bit of the first byte on. */
function unpacked(bytes: Uint8Array, bits: number, count: number): Uint8Array {
  if (bits === 8) return bytes
  const patterns = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const at = index * bits
    const word = (bytes[at >> 3] as number) | ((bytes[(at >> 3) + 1] ?? 0) << 8)
    patterns[index] = (word >> (at & 7)) & (2 ** bits - 1)
  }
  return patterns
}

function signed(pattern: number, bits: number): number {
  return pattern >= 2 ** (bits - 1) ? pattern - 2 ** bits : pattern
}
