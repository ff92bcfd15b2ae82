import type { DataReference } from '../core/products/index.ts'
import type { Columns, DataRead } from '../core/reader.ts'
import type { Tensor } from '../core/tensor.ts'
import type { Files, Trust } from '../core/world.ts'
import { type Copies, copiesIn } from './copies.ts'
import { dataError } from './errors.ts'
import { firstNotFinite } from './finite.ts'
import { labelNumbers } from './labels.ts'
import { readerOf } from './readers/index.ts'
import { userReader } from './readers/user.ts'

/** A data set in memory. Inputs hold one example a row, except scalars, which are the same for every example. */
export interface Data {
  readonly name: string
  readonly examples: number
  readonly inputs: Readonly<Record<string, Tensor>>
  /** The index of the right class of each example, or the value to be predicted. */
  readonly labels?: readonly number[] | undefined
  /** The group of each example, numbered from 0 in order of appearance. Where no array says so, copies of one example are one. */
  readonly groups?: readonly number[] | undefined
  /** How often each example is there, where all are several times and no array says what belongs together. */
  readonly copies?: number | undefined
  /** What else is known of each example: arrays of one value for each that are not inputs. Slices are made of them. */
  readonly columns: Columns
  /** Arrays of the file that would feed inputs of their own names and that no model takes: each with its type. */
  readonly foreign?: ReadonlyMap<string, string> | undefined
}

/**
 * Loads the data set that a pipeline names. `path` is where its file is now. Throws `data-array-missing`, `data-empty`,
 * `data-lengths-differ`, `data-not-finite`, `data-label`, `data-unknown` for a file that no reader knows, and what its reader
 * throws. Columns are read when somebody asks for them.
 */
export async function loadData(
  name: string,
  reference: DataReference,
  source: { readonly path: string; readonly files: Pick<Files, 'read' | 'readRange'>; readonly trust: Trust },
): Promise<Data> {
  const { inputs, label, group, uses } = reference
  const file = { name: reference.artifact.name, path: source.path }
  const reader = uses === undefined ? await readerOf(file, source.files) : userReader(uses, source.trust)
  const found = await reader.read(file, { inputs, label, group }, source.files)
  const groups = group === undefined ? undefined : columnOf(found.columns, group, reference)
  const examples = countExamples(name, found, groups)
  checkValues(name, found.inputs)
  const labels = found.labels === undefined ? undefined : labelNumbers(name, found.labels)
  return {
    name,
    examples,
    inputs: found.inputs,
    ...(labels === undefined ? {} : { labels }),
    ...(groups === undefined ? grouped(copiesIn(found.inputs, labels, examples)) : { groups: numbered(groups) }),
    columns: columnsOf(found.columns, examples),
    ...(found.foreign === undefined ? {} : { foreign: found.foreign }),
  }
}

function grouped(copies: Copies | undefined): Pick<Data, 'groups' | 'copies'> {
  return copies === undefined ? {} : { groups: copies.groups, copies: copies.times }
}

function columnOf(columns: DataRead['columns'], name: string, { artifact }: DataReference): readonly string[] {
  const found = columns.get(name)
  if (found !== undefined) return found
  throw dataError('data-array-missing', { file: artifact.name, array: name, arrays: columns.names() })
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

function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>()
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

function countExamples(name: string, { inputs, labels }: DataRead, groups: readonly string[] | undefined): number {
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
