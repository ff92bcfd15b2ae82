import { userError } from '../core/errors.ts'
import { fromFloat16 } from '../core/float16.ts'
import { rows, sizeOf, type Tensor } from '../core/tensor.ts'
import type { Trust } from '../core/world.ts'
import { loadUserModule, type UserModule } from './user-module.ts'

type Outputs = Readonly<Record<string, Tensor>>

/** The class given to an example whose scores hold NaN: equal to no label. */
export const noClass = -1

/**
 * The class with the highest score of each example: the argmax over the last axis of the first floating-point output, the
 * first of equal ones. Throws `output-not-classes` when there is no such output of shape [examples, 2 or more classes].
 */
export function topClasses(outputs: Outputs, examples: number, contender: string): number[] {
  const scores = Object.values(outputs).find(({ type }) => type.startsWith('float'))
  if (scores === undefined)
    throw userError('output-not-classes', { contender, reason: 'no output holds floating-point scores' })
  const classes = scores.dims.at(-1) ?? 1
  if (
    scores.dims.length < 2 ||
    classes < 2 ||
    scores.dims[0] !== examples ||
    sizeOf(scores.dims) !== examples * classes
  ) {
    const reason = `its first floating-point output has the shape [${scores.dims.join(', ')}], not [${examples}, classes]`
    throw userError('output-not-classes', { contender, reason })
  }
  const values = valuesOf(scores)
  return Array.from({ length: examples }, (_, example) =>
    argmax(values.subarray(example * classes, (example + 1) * classes)),
  )
}

/** 1 where the top class is the label, else 0. */
export function correctness(predictions: readonly number[], labels: readonly number[]): number[] {
  return predictions.map((top, example) => (top === labels[example] ? 1 : 0))
}

/** 1 where both have the same top class, else 0. */
export function agreements(predictions: readonly number[], others: readonly number[]): number[] {
  return predictions.map((top, example) => (top !== noClass && top === others[example] ? 1 : 0))
}

/** One example, as a user's own metric is given it. Outputs keep a first dimension of 1. */
export interface MetricExample {
  readonly outputs: Outputs
  readonly label: number | undefined
  /** Its place in the data set, from 0. */
  readonly index: number
}

export type ExampleMetric = (example: MetricExample) => Promise<number>

/**
 * A user's own metric: `export default (example: { outputs, label, index }) => number`, also async. The metric of a data set
 * is the mean of its values. Throws `user-module` when it fails or gives anything but a finite number.
 */
export async function loadMetric(module: UserModule, trust: Trust): Promise<ExampleMetric> {
  const call = await loadUserModule(module, trust)
  return async (example) => {
    const value = await call(example)
    if (typeof value === 'number' && Number.isFinite(value)) return value
    throw userError('user-module', {
      path: module.path,
      reason: `it gave ${String(value)} for example ${example.index}`,
    })
  }
}

/** The outputs of one example of a batch. Throws `output-not-classes` when an output is not one row for each example. */
export function outputsOf(outputs: Outputs, at: number, examples: number, contender: string): Outputs {
  const entries = Object.entries(outputs).map(([name, tensor]): [string, Tensor] => {
    if (tensor.dims[0] === examples) return [name, rows(tensor, at, at + 1)]
    const reason = `its output ${name} has the shape [${tensor.dims.join(', ')}] for ${examples} examples`
    throw userError('output-not-classes', { contender, reason })
  })
  return Object.fromEntries(entries)
}

function argmax(scores: Float32Array | Float64Array): number {
  let best = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (Number.isNaN(score)) return noClass
    if (score > (scores[best] as number)) best = at
  }
  return best
}

function valuesOf({ type, data }: Tensor): Float32Array | Float64Array {
  return type === 'float16'
    ? Float32Array.from(data as Uint16Array, fromFloat16)
    : (data as Float32Array | Float64Array)
}
