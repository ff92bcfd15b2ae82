import { arrayTypes, type Tensor, type TensorType } from '../../../src/core/tensor.ts'
import { writeNpz } from '../../../src/data/npz.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { npy, type RawArray } from './npy.ts'
import { zip } from './zip.ts'

/** Examples of known classes: `x` is 1 at the place of the class and 0 elsewhere, and noise is added to all of it. */
export interface Points {
  readonly x: Tensor
  readonly classes: readonly number[]
}

export interface PointsAsked {
  readonly classes?: number
  readonly examples?: number
  /** Noise is uniform from 0 to this. From 1 on, the greatest number may stand at another place than that of the class. */
  readonly noise?: number
  readonly seed?: number
  /** The class of an example, by its place. */
  readonly classOf?: (example: number) => number
}

export function points(asked: PointsAsked = {}): Points {
  const { classes = 10, examples = 1000, noise = 1.15, seed = 1, classOf = (example) => example % classes } = asked
  const random = createRandom(seed)
  const own = Array.from({ length: examples }, (_, example) => classOf(example))
  const rows = own.flatMap((top) =>
    Array.from({ length: classes }, (_, at) => (at === top ? 1 : 0) + noise * random.uniform()),
  )
  return { x: floats([examples, classes], rows), classes: own }
}

/** Examples of a regression: of the columns of `x` the first is the label, the others are noise, uniform from −1 to 1. */
export interface Series {
  readonly x: Tensor
  readonly values: readonly number[]
}

export function series({
  examples = 1000,
  columns = 3,
  seed = 1,
  type = 'float32' as 'float32' | 'float64',
  offset = 0,
} = {}): Series {
  const random = createRandom(seed)
  const rows = Array.from({ length: examples * columns }, () => 2 * random.uniform() - 1)
  const held = numbers(type, [examples, columns], rows)
  const values = Array.from({ length: examples }, (_, at) => offset + Number((held.data as Float64Array)[at * columns]))
  return { x: held, values }
}

export function floats(dims: readonly number[], values: readonly number[]): Tensor {
  return numbers('float32', dims, values)
}

/** A tensor of plain numbers, in whatever type. float16 is not among them. */
export function numbers(
  type: Exclude<TensorType, 'string' | 'float16'>,
  dims: readonly number[],
  values: readonly number[],
): Tensor {
  const big = type === 'int64' || type === 'uint64'
  const Type = arrayTypes[type] as unknown as { from(values: readonly (number | bigint)[]): Float32Array }
  return { type, dims, data: Type.from(big ? values.map(BigInt) : values) }
}

export function column(values: readonly number[], type: Exclude<TensorType, 'string' | 'float16'> = 'int64'): Tensor {
  return numbers(type, [values.length], values)
}

export function texts(values: readonly string[]): Tensor {
  return { type: 'string', dims: [values.length], data: [...values] }
}

export function npz(arrays: Readonly<Record<string, Tensor>>): Uint8Array {
  return writeNpz(arrays)
}

/** An archive of arrays of which some are written by hand, none compressed. */
export function rawNpz(
  arrays: Readonly<Record<string, Tensor | RawArray>>,
  options?: { readonly wide?: boolean },
): Uint8Array {
  return zip(
    Object.entries(arrays).map(([name, array]) => ({ name: `${name}.npy`, bytes: npy(array) })),
    options,
  )
}
