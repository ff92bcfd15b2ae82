import { ownValue } from '../core/own.ts'
import { rows, type Tensor, type TensorInfo } from '../core/tensor.ts'
import { dataError } from './errors.ts'
import type { Data } from './load.ts'

/**
 * Checks that a data set feeds exactly the inputs of a model, in their types and shapes. The first dimension is the batch.
 * Throws `data-input-missing`, `data-input-unknown`, `data-misfit`, or `data-type` where an array of the name is of no model's type.
 */
export function checkFit(data: Data, inputs: readonly TensorInfo[]): void {
  const fed = Object.keys(data.inputs)
  const names = inputs.map((input) => input.name)
  const unknown = fed.find((input) => !names.includes(input))
  if (unknown !== undefined) throw dataError('data-input-unknown', { data: data.name, input: unknown, inputs: names })
  for (const input of inputs) {
    const tensor = ownValue(data.inputs, input.name)
    if (tensor === undefined) throw missing(data, input.name, fed)
    if (tensor.type !== input.type || !shapeFits(tensor.dims, input.dims)) throw misfit(data, input, tensor)
  }
}

/**
 * The examples `start` (inclusive) to `end` (exclusive) as one batch, beginning again at the first example where the data
 * set ends before. Scalars go along as they are.
 */
export function batchOf(data: Data, start: number, end: number): Record<string, Tensor> {
  const entries = Object.entries(data.inputs).map(([name, tensor]): [string, Tensor] => {
    return [name, tensor.dims.length === 0 ? tensor : wrapped(tensor, start, end, data.examples)]
  })
  return Object.fromEntries(entries)
}

function wrapped(tensor: Tensor, start: number, end: number, examples: number): Tensor {
  if (end <= examples) return rows(tensor, start, end)
  const chosen = Array.from({ length: end - start }, (_, at) =>
    rows(tensor, (start + at) % examples, ((start + at) % examples) + 1),
  )
  return { type: tensor.type, dims: [end - start, ...tensor.dims.slice(1)], data: joined(chosen) }
}

function joined(parts: readonly Tensor[]): Tensor['data'] {
  const first = parts[0]?.data as Exclude<Tensor['data'], string[]> | string[]
  if (Array.isArray(first)) return parts.flatMap((part) => part.data as string[])
  const width = first.length
  const Constructor = first.constructor as new (length: number) => Float32Array
  const whole = new Constructor(width * parts.length)
  for (const [at, part] of parts.entries()) whole.set(part.data as Float32Array, at * width)
  return whole
}

function missing({ name, foreign }: Data, input: string, fed: readonly string[]): Error {
  const type = foreign?.get(input)
  if (type !== undefined) return dataError('data-type', { array: `${input} of the data set ${name}`, type })
  return dataError('data-input-missing', { data: name, input, inputs: fed })
}

function shapeFits(given: readonly number[], wanted: readonly (number | string)[]): boolean {
  if (given.length !== wanted.length) return false
  return wanted.every((dim, axis) => axis === 0 || typeof dim === 'string' || dim === given[axis])
}

function misfit(data: Data, input: TensorInfo, tensor: Tensor): Error {
  return dataError('data-misfit', {
    data: data.name,
    input: input.name,
    given: shapeText(tensor.type, tensor.dims),
    wanted: shapeText(input.type, input.dims),
  })
}

function shapeText(type: string, dims: readonly (number | string)[]): string {
  return `${type}[${dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')}]`
}
