import { ownValue } from '../core/own.ts'
import type { Columns } from '../core/reader.ts'
import type { Tensor, TensorInfo } from '../core/tensor.ts'
import { copiesIn } from './copies.ts'
import { dataError } from './errors.ts'
import { firstNotFinite } from './finite.ts'
import type { LoadedData } from './load.ts'

/** A data set in memory, as models take it. Inputs hold one example a row, except scalars, which are the same for every example. */
export interface Data {
  readonly name: string
  readonly examples: number
  readonly inputs: Readonly<Record<string, Tensor>>
  /** The index of the right class of each example, or the value to be predicted. */
  readonly labels?: readonly number[] | undefined
  /** The group of each example, numbered from 0 in order of appearance. Where no array says so, copies of one example are one. */
  readonly groups?: readonly number[] | undefined
  /** How many examples are copies of others, where no array says what belongs together. */
  readonly copies?: number | undefined
  /** What is known of each example: arrays of one value for each. Slices are made of them. */
  readonly columns: Columns
}

/**
 * A data set as models of these inputs take it, each of them all that is said to feed an input, in its type and shape; the first
 * dimension is the batch. `called`: what errors call each of the models. Where nothing is said of inputs, arrays that none of the models
 * takes are left out. Throws `data-empty`, `data-lengths-differ`, `data-not-finite`, `data-input-missing`, `data-input-unknown`,
 * `data-misfit`, and what reading an array throws.
 */
export function fitted(
  loaded: LoadedData,
  models: readonly (readonly TensorInfo[])[],
  called: readonly string[] = [],
): Data {
  const { name, labels, groups } = loaded
  const inputs = inputsFor(loaded, models)
  for (const [at, model] of models.entries())
    checkFit(name, inputs, model, { called: called[at], arrays: loaded.inputs.names() })
  const examples = countExamples(loaded, inputs)
  checkValues(name, inputs)
  const copies = groups === undefined ? copiesIn(inputs, labels, examples) : undefined
  return {
    name,
    examples,
    inputs,
    ...(labels === undefined ? {} : { labels }),
    ...(groups === undefined ? {} : { groups: numbered(groups) }),
    ...(copies === undefined ? {} : copies),
    columns: columnsOf(loaded.columns, examples),
  }
}

function inputsFor(
  { inputs, named }: LoadedData,
  models: readonly (readonly TensorInfo[])[],
): Readonly<Record<string, Tensor>> {
  const taken = new Set(models.flatMap((model) => model.map((input) => input.name)))
  const fed = inputs.names().filter((name) => named || taken.has(name))
  return Object.fromEntries(fed.map((name) => [name, inputs.get(name) as Tensor]))
}

function checkFit(
  data: string,
  fed: Readonly<Record<string, Tensor>>,
  inputs: readonly TensorInfo[],
  { called, arrays }: { readonly called: string | undefined; readonly arrays: readonly string[] },
): void {
  const names = inputs.map((input) => input.name)
  const unknown = Object.keys(fed).find((input) => !names.includes(input))
  if (unknown !== undefined)
    throw dataError('data-input-unknown', { data, input: unknown, model: called, inputs: names })
  for (const input of inputs) {
    const tensor = ownValue(fed, input.name)
    if (tensor === undefined)
      throw dataError('data-input-missing', { data, input: input.name, model: called, inputs: arrays })
    if (tensor.type !== input.type || !shapeFits(tensor.dims, input.dims)) throw misfit(data, input, tensor)
  }
}

/** For dimensions of which not even the number is known. */
const anyDims = '...'

function shapeFits(given: readonly number[], wanted: readonly (number | string)[]): boolean {
  if (wanted[0] === anyDims) return true
  if (given.length !== wanted.length) return false
  return wanted.every((dim, axis) => axis === 0 || typeof dim === 'string' || dim === given[axis])
}

function misfit(data: string, input: TensorInfo, tensor: Tensor): Error {
  const [given, wanted] = [shapeText(tensor.type, tensor.dims), shapeText(input.type, input.dims)]
  return dataError('data-misfit', { data, input: input.name, given, wanted })
}

function shapeText(type: string, dims: readonly (number | string)[]): string {
  return `${type}[${dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')}]`
}

function countExamples({ name, labels, groups }: LoadedData, inputs: Readonly<Record<string, Tensor>>): number {
  const lengths = Object.entries(inputs).flatMap(([input, { dims }]) =>
    dims.length === 0 ? [] : [[input, dims[0]] as const],
  )
  if (labels !== undefined) lengths.push(['the labels', labels.length])
  if (groups !== undefined) lengths.push(['the groups', groups.length])
  const examples = lengths[0]?.[1] ?? 0
  if (lengths.some(([, length]) => length !== examples)) {
    const list = lengths.map(([array, length]) => `${array} ${length}`).join(', ')
    throw dataError('data-lengths-differ', { data: name, lengths: list })
  }
  if (examples === 0) throw dataError('data-empty', { data: name })
  return examples
}

function checkValues(name: string, inputs: Readonly<Record<string, Tensor>>): void {
  for (const [input, tensor] of Object.entries(inputs)) {
    const at = firstNotFinite(tensor)
    if (at === undefined) continue
    const width = tensor.data.length / (tensor.dims[0] ?? 1)
    throw dataError('data-not-finite', { data: name, input, example: Math.floor(at / width) })
  }
}

function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>()
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

/** Those of one value for each example. */
function columnsOf({ get, names }: Columns, examples: number): Columns {
  return {
    get(name) {
      const found = get(name)
      return found?.length === examples ? found : undefined
    },
    names,
  }
}
