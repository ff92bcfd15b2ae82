import { fromFloat16 } from '../../core/float16.ts'
import { elementType } from '../element-types.ts'
import { elementsOf } from '../elements.ts'
import type { OnnxTensor } from '../messages.ts'

type NumberArray = Exclude<NonNullable<ReturnType<typeof elementsOf>>, string[]>

/** The elements of a constant as they are stored, and how to read one as a number. */
export interface Numbers {
  readonly data: NumberArray
  readonly read: (element: number | bigint) => number
}

/** Undefined where the elements are not at hand: in another file, of the wrong number, texts, or of a type without an array. */
export function numbersOf(tensor: OnnxTensor): Numbers | undefined {
  const data = elementsOf(tensor)
  if (data === undefined || Array.isArray(data)) return undefined
  return { data, read: readers[elementType(tensor.dataType)?.name ?? ''] ?? Number }
}

const readers: Readonly<Record<string, (element: number | bigint) => number>> = {
  float16: (bits) => fromFloat16(Number(bits)),
  bfloat16: (bits) => fromBfloat16(Number(bits)),
}

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** The upper half of the bits of a float32. */
function fromBfloat16(half: number): number {
  bits[0] = half << 16
  return float[0] as number
}
