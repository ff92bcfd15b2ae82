import { toFloat16 } from '../core/float16.ts'
import { ownValue } from '../core/own.ts'
import { sizeOf, type Tensor, type TensorInfo, type TensorType, zeros } from '../core/tensor.ts'
import { createRandom, type Random } from '../stats/random.ts'
import { measureError } from './errors.ts'

/**
 * Inputs made from nothing but what the model says of itself, seeded: the same model, batch and seed give the same values.
 * The first symbolic dimension of all inputs is the batch; what else has its name follows it. Floats are uniform in [0, 1),
 * integers and booleans 0 or 1 (valid as indices, lengths and masks). Speed rarely depends on more; where it does, give data.
 * Answers do: with `any`, integers of 8 bits are any at all, as those of images are; with `signed`, floats are in [−1, 1) too.
 * `stated` shapes are taken as they are. Throws `input-unsupported` (an element type the runtime cannot be fed with),
 * `input-too-large`, `batch-fixed`, and `shape-unknown-input` for a shape of no input.
 */
export function makeInputs(
  inputs: readonly TensorInfo[],
  batch: number,
  seed: number,
  stated: Readonly<Record<string, readonly number[]>> = {},
  range: InputRange = 'usual',
): Record<string, Tensor> {
  const names = inputs.map(({ name }) => name)
  const unknown = Object.keys(stated).find((name) => !names.includes(name))
  if (unknown !== undefined) throw measureError('shape-unknown-input', { input: unknown, inputs: names })
  const shapes = fixShapes(
    inputs.map((input) => ({ ...input, dims: ownValue(stated, input.name) ?? input.dims })),
    batch,
  )
  const tensors = inputs.map((input, at): [string, Tensor] => {
    const fill = ranges[range][input.type] ?? fills[input.type]
    if (fill === undefined) throw measureError('input-unsupported', { input: input.name, type: input.type })
    const dims = shapes[at] as number[]
    if (sizeOf(dims) > mostElements) throw measureError('input-too-large', { input: input.name, dims })
    const tensor = zeros(input.type as TensorType, dims)
    const random = createRandom(seed, at)
    for (let index = 0; index < tensor.data.length; index++) tensor.data[index] = fill(random) as never
    return [input.name, tensor]
  })
  return Object.fromEntries(tensors)
}

/** A gigabyte of single floats. */
const mostElements = 2 ** 28

type Fill = (random: Random) => number | bigint | string

const fills: Readonly<Record<string, Fill | undefined>> = {
  float32: (random) => random.uniform(),
  float64: (random) => random.uniform(),
  float16: (random) => toFloat16(random.uniform()),
  int8: bit,
  uint8: bit,
  int16: bit,
  uint16: bit,
  int32: bit,
  uint32: bit,
  bool: bit,
  int64: (random) => BigInt(bit(random)),
  uint64: (random) => BigInt(bit(random)),
  string: (random) => `text ${bit(random)}`,
} satisfies Record<TensorType, Fill>

const anyByte: Readonly<Record<string, Fill | undefined>> = {
  uint8: (random) => random.below(256),
  int8: (random) => random.below(256) - 128,
}

const signedFloat: Readonly<Record<string, Fill | undefined>> = {
  float32: (random) => 2 * random.uniform() - 1,
  float64: (random) => 2 * random.uniform() - 1,
  float16: (random) => toFloat16(2 * random.uniform() - 1),
}

/** How far made-up values range: see `makeInputs`. */
export type InputRange = 'usual' | 'any' | 'signed'

const ranges: Readonly<Record<InputRange, Readonly<Record<string, Fill | undefined>>>> = {
  usual: {},
  any: anyByte,
  signed: { ...anyByte, ...signedFloat },
}

function bit(random: Random): number {
  return random.below(2)
}

function fixShapes(inputs: readonly TensorInfo[], batch: number): number[][] {
  const symbol = inputs.flatMap((input) => input.dims).find((dim) => typeof dim === 'string')
  const size = batchFor(inputs, batch)
  return inputs.map((input) => input.dims.map((dim, axis) => fixDim(input, dim, axis, symbol, size)))
}

function fixDim(input: TensorInfo, dim: number | string, axis: number, symbol: unknown, batch: number): number {
  if (typeof dim === 'number') return dim
  // Anonymous dimensions have no name to compare: there, the first of each input is its batch.
  const first = input.dims.findIndex((other) => typeof other === 'string') === axis
  if (dim === symbol && (dim !== '' || first)) return batch
  return likelySize(input, dim, axis)
}

/** Convolutions cannot take sides of 1, and a sequence of 1 says nothing about one of usual length. */
function likelySize(input: TensorInfo, dim: string, axis: number): number {
  if (/^(h|w|height|width)$/i.test(dim) || (input.dims.length === 4 && axis >= 2)) return imageSide
  if (/seq|len|time|token/i.test(dim)) return sequenceLength
  return 1
}

/** A multiple of 32, the usual total stride of image networks. */
const imageSide = 64
const sequenceLength = 16

/**
 * The batch a model runs at when it is asked for `batch`: that, where a dimension is left open; its own, where all shapes are
 * fixed and 1 was asked for. Throws `batch-fixed` when a model of fixed shapes is asked for any other batch.
 */
export function batchFor(inputs: readonly TensorInfo[], batch: number): number {
  if (inputs.some((input) => input.dims.some((dim) => typeof dim === 'string'))) return batch
  const first = inputs.find((input) => input.dims.length > 0)?.dims[0]
  const own = typeof first === 'number' ? first : 1
  if (batch !== 1 && batch !== own) throw measureError('batch-fixed', { batch, own })
  return own
}
