import { rows, type Tensor } from '../core/tensor.ts'
import type { Data } from './fit.ts'

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
