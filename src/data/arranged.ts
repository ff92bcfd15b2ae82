import { asNumbers } from '../core/float16.ts'
import type { Columns, DataAsked, DataRead } from '../core/reader.ts'
import { sizeOf } from '../core/tensor.ts'
import { dataError } from './errors.ts'
import type { Npz } from './npz.ts'

/**
 * Arrays of a file by their names, as the data that are asked for: without a word on inputs every array that a model can take feeds
 * the input of its own name, but for labels and groups. Reads no array that nothing asks for. Labels and groups are of size [n] or
 * [n, 1]. Throws `data-array-missing`, `data-not-column`, and what reading throws.
 */
export function arranged(arrays: Npz, asked: DataAsked, file: string): DataRead {
  const { label, group } = asked
  const { named, foreign } = fedBy(arrays, asked)
  const inputs = Object.entries(named).map(([input, name]) => [input, arrays.read(name)] as const)
  if (label !== undefined) checkColumn(arrays, label, 'label', file)
  if (group !== undefined) checkColumn(arrays, group, 'group', file)
  const fed = Object.values(named)
  return {
    inputs: Object.fromEntries(inputs),
    ...(label === undefined ? {} : { labels: valuesOf(arrays, label) }),
    columns: columnsOf(
      arrays,
      arrays.names.filter((name) => name === group || !fed.includes(name)),
    ),
    ...(foreign.size === 0 ? {} : { foreign }),
  }
}

/** Which array feeds which input. Where nothing is said of inputs, an array that no model takes is none. */
function fedBy(
  arrays: Npz,
  { inputs, label, group }: DataAsked,
): { readonly named: Readonly<Record<string, string>>; readonly foreign: ReadonlyMap<string, string> } {
  if (Object.keys(inputs).length > 0) return { named: inputs, foreign: new Map() }
  const own = arrays.names.filter((name) => name !== label && name !== group)
  const [taken, foreign] = [
    own.filter((name) => arrays.header(name).type !== undefined),
    own.filter((name) => arrays.header(name).type === undefined),
  ]
  return {
    named: Object.fromEntries(taken.map((name) => [name, name])),
    foreign: new Map(foreign.map((name) => [name, arrays.header(name).descr])),
  }
}

function checkColumn(arrays: Npz, name: string, setting: string, file: string): void {
  if (!arrays.has(name)) throw dataError('data-array-missing', { file, array: name, arrays: arrays.names })
  if (isColumn(arrays, name)) return
  throw dataError('data-not-column', { file, array: name, setting, shape: `[${arrays.header(name).dims.join(', ')}]` })
}

function isColumn(arrays: Npz, name: string): boolean {
  const { dims } = arrays.header(name)
  return dims.length > 0 && dims[0] === sizeOf(dims)
}

function columnsOf(arrays: Npz, names: readonly string[]): Columns {
  return {
    get: (name) => (names.includes(name) && isColumn(arrays, name) ? valuesOf(arrays, name).map(String) : undefined),
    names: () => names.filter((name) => isColumn(arrays, name)),
  }
}

function valuesOf(arrays: Npz, name: string): readonly unknown[] {
  return Array.from<unknown>(asNumbers(arrays.read(name)).data)
}
