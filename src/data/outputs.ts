import { fromFloat16 } from '../core/float16.ts'
import { ownValue } from '../core/own.ts'
import { rows, sizeOf, type Tensor, type TensorInfo } from '../core/tensor.ts'
import { dataError } from './errors.ts'

export type Outputs = Readonly<Record<string, Tensor>>

/** Numbers of one example. */
export type Row = Float32Array | Float64Array

/** Scores or values, so many for each example. */
export interface Scores {
  /** 1 where the output holds one number for each example. */
  readonly classes: number
  /** The scores of one example. */
  row(example: number): Row
}

/**
 * The output that scores are read from: production's first floating-point one in the order that its model states, and in other models the one of
 * that name, because callers ask for it by that. A model without one is read as if it were production. Undefined where there is no such output.
 */
export function scoredOutput(outputs: readonly TensorInfo[], production?: string): string | undefined {
  const floats = outputs.filter(isFloat).map(({ name }) => name)
  return floats.find((name) => name === production) ?? floats[0]
}

/**
 * The scores of each example: the last axis of the floating-point output that is named, or of the first. Throws `output-not-classes` when
 * that has not the shape [examples, classes], or [examples] for a single number, or when there is no such output.
 */
export function scoresOf(outputs: Outputs, examples: number, contender: string, name?: string): Scores {
  const output = name === undefined ? Object.values(outputs).find(isFloat) : ownValue(outputs, name)
  if (output === undefined)
    throw notClasses(
      contender,
      name === undefined ? 'no output holds floating-point numbers' : `its output ${name} cannot be fetched from Node`,
    )
  const classes = output.dims.length === 1 ? 1 : (output.dims.at(-1) ?? 0)
  if (classes < 1 || output.dims[0] !== examples || sizeOf(output.dims) !== examples * classes) {
    const shape = `[${output.dims.join(', ')}], not [${examples}, classes]`
    throw notClasses(contender, `its output${name === undefined ? '' : ` ${name}`} has the shape ${shape}`)
  }
  const values = floatsOf(output)
  return { classes, row: (example) => values.subarray(example * classes, (example + 1) * classes) }
}

/** As `scoresOf`, for metrics that need a class: throws `output-not-classes` too when there is a single score. */
export function classScoresOf(outputs: Outputs, examples: number, contender: string, name?: string): Scores {
  const scores = scoresOf(outputs, examples, contender, name)
  if (scores.classes > 1) return scores
  throw notClasses(
    contender,
    'it gives a single number for each example, and nothing says from which on it means class 1',
  )
}

/** The outputs of one example of a batch, each with a first dimension of 1. Throws `output-not-rows` where one is not a row for each example. */
export function outputsOf(outputs: Outputs, at: number, examples: number, contender: string): Outputs {
  const entries = Object.entries(outputs).map(([name, tensor]): [string, Tensor] => {
    if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples)
    return [name, rows(tensor, at, at + 1)]
  })
  return Object.fromEntries(entries)
}

/**
 * All floating-point outputs of a batch, by name, each as the numbers of one example. Throws `output-not-rows` as `outputsOf` does, and
 * when there are none.
 */
export function floatOutputsOf(
  outputs: Outputs,
  examples: number,
  contender: string,
): ReadonlyMap<string, Scores['row']> {
  const floats = Object.entries(outputs).filter(([, tensor]) => isFloat(tensor))
  if (floats.length === 0)
    throw dataError('output-not-rows', { contender, reason: 'no output holds floating-point numbers' })
  return new Map(
    floats.map(([name, tensor]) => {
      if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples)
      const [width, values] = [sizeOf(tensor.dims.slice(1)), floatsOf(tensor)]
      return [name, (at: number) => values.subarray(at * width, (at + 1) * width)]
    }),
  )
}

export function isFloat({ type }: Pick<TensorInfo, 'type'>): boolean {
  return type.startsWith('float')
}

/** The numbers of a floating-point output. */
export function floatsOf({ type, data }: Tensor): Row {
  return type === 'float16' ? Float32Array.from(data as Uint16Array, fromFloat16) : (data as Row)
}

function notClasses(contender: string, reason: string): Error {
  return dataError('output-not-classes', { contender, reason })
}

function notRows(contender: string, name: string, { dims }: Tensor, examples: number): Error {
  const reason = `its output ${name} has the shape [${dims.join(', ')}] for ${examples} examples`
  return dataError('output-not-rows', { contender, reason })
}
