import { userError } from '../core/errors.ts'
import type { DataReference } from '../core/products.ts'
import type { Tensor } from '../core/tensor.ts'
import type { Files, Trust } from '../core/world.ts'
import { firstNotFinite, isWhole } from './finite.ts'
import { readNpz } from './npz.ts'
import { type ReaderResult, readWith } from './reader.ts'

/** A data set in memory. Inputs hold one example a row, except scalars, which are the same for every example. */
export interface Data {
  readonly name: string
  readonly examples: number
  readonly inputs: Readonly<Record<string, Tensor>>
  /** The index of the right class of each example. */
  readonly labels?: readonly number[] | undefined
}

/**
 * Loads the data set that a pipeline names. `path` is where its file is now. Throws `data-array-missing`, `data-empty`,
 * `data-lengths-differ`, `data-not-finite`, `data-label`, what `readNpz` throws, and what a user's own reader leads to.
 */
export async function loadData(
  name: string,
  reference: DataReference,
  source: { readonly path: string; readonly files: Pick<Files, 'read'>; readonly trust: Trust },
): Promise<Data> {
  const { inputs, labels } =
    reference.uses === undefined
      ? readArrays(await source.files.read(source.path), reference)
      : await readWith(
          reference.uses,
          { path: source.path, inputs: reference.inputs, label: reference.label },
          source.trust,
        )
  const examples = countExamples(name, inputs, labels)
  checkValues(name, inputs)
  return { name, examples, inputs, ...(labels === undefined ? {} : { labels: checkLabels(name, labels) }) }
}

/** Without a word on inputs every array feeds the input of its own name. Labels are whole numbers; size [n, 1] counts as [n]. */
function readArrays(bytes: Uint8Array, reference: DataReference): ReaderResult {
  const file = reference.artifact.name
  const arrays = readNpz(bytes, file)
  const array = (name: string): Tensor => {
    const found = Object.hasOwn(arrays, name) ? arrays[name] : undefined
    if (found === undefined) throw userError('data-array-missing', { file, array: name, arrays: Object.keys(arrays) })
    return found
  }
  const own = Object.keys(arrays).filter((name) => name !== reference.label)
  const named =
    Object.keys(reference.inputs).length > 0 ? reference.inputs : Object.fromEntries(own.map((name) => [name, name]))
  const inputs = Object.fromEntries(Object.entries(named).map(([input, name]) => [input, array(name)]))
  return {
    inputs,
    ...(reference.label === undefined ? {} : { labels: Array.from(array(reference.label).data, Number) }),
  }
}

function countExamples(
  name: string,
  inputs: Readonly<Record<string, Tensor>>,
  labels: readonly number[] | undefined,
): number {
  const lengths = Object.entries(inputs).flatMap(([input, { dims }]) =>
    dims.length === 0 ? [] : [[input, dims[0]] as const],
  )
  if (labels !== undefined) lengths.push(['the labels', labels.length])
  const examples = lengths[0]?.[1] ?? 0
  if (lengths.some(([, length]) => length !== examples)) {
    const list = lengths.map(([array, length]) => `${array} ${length}`).join(', ')
    throw userError('data-lengths-differ', { data: name, lengths: list })
  }
  if (examples === 0) throw userError('data-empty', { data: name })
  return examples
}

function checkValues(name: string, inputs: Readonly<Record<string, Tensor>>): void {
  for (const [input, tensor] of Object.entries(inputs)) {
    const at = firstNotFinite(tensor)
    if (at === undefined) continue
    const width = tensor.data.length / (tensor.dims[0] ?? 1)
    throw userError('data-not-finite', { data: name, input, example: Math.floor(at / width) })
  }
}

function checkLabels(name: string, labels: readonly number[]): readonly number[] {
  const wrong = labels.findIndex((label) => !isWhole(label))
  if (wrong < 0) return labels
  throw userError('data-label', { data: name, reason: `the label of example ${wrong} is ${labels[wrong]}` })
}
