import type { DataReference } from '../core/products/index.ts'
import type { Columns, Tensors } from '../core/reader.ts'
import type { Files, Trust } from '../core/world.ts'
import { dataError } from './errors.ts'
import { labelNumbers } from './labels.ts'
import { readerOf } from './readers/index.ts'
import { userReader } from './readers/user.ts'

/** A data set as it was read. `fitted` makes of it what models are run on. */
export interface LoadedData {
  readonly name: string
  readonly inputs: Tensors
  /** Whether somebody said what feeds which input; else every array may feed the input of its own name. */
  readonly named: boolean
  /** The index of the right class of each example, or the value to be predicted. */
  readonly labels?: readonly number[] | undefined
  /** The name of the group of each example. */
  readonly groups?: readonly string[] | undefined
  readonly columns: Columns
}

/**
 * Loads the data set that a pipeline names. `path` is where its file is now. Throws `data-array-missing`, `data-label`,
 * `data-unknown` for a file that no reader knows, and what its reader throws. Inputs and columns are read when somebody asks for them.
 */
export async function loadData(
  name: string,
  reference: DataReference,
  source: { readonly path: string; readonly files: Pick<Files, 'read' | 'readRange'>; readonly trust: Trust },
): Promise<LoadedData> {
  const { inputs, label, group, uses } = reference
  const file = { name: reference.artifact.name, path: source.path }
  const reader = uses === undefined ? await readerOf(file, source.files) : userReader(uses, source.trust)
  const found = await reader.read(file, { inputs, label, group }, source.files)
  return {
    name,
    inputs: found.inputs,
    named: Object.keys(inputs).length > 0,
    ...(found.labels === undefined ? {} : { labels: labelNumbers(name, found.labels) }),
    ...(group === undefined ? {} : { groups: columnOf(found.columns, group, reference) }),
    columns: found.columns,
  }
}

function columnOf(columns: Columns, name: string, { artifact }: DataReference): readonly string[] {
  const found = columns.get(name)
  if (found !== undefined) return found
  throw dataError('data-array-missing', { file: artifact.name, array: name, arrays: columns.names() })
}
