import { asNumbers } from '../core/float16.ts'
import { ownValue } from '../core/own.ts'
import type { Columns, DataAsked, DataRead, Tensors } from '../core/reader.ts'
import { sizeOf } from '../core/tensor.ts'
import { dataError } from './errors.ts'
import { mostSingle } from './npy.ts'
import type { Npz } from './npz.ts'

/**
 * Arrays of a file by their names, as the data that are asked for: without a word on inputs every array may feed the input of its own
 * name, but for labels and groups. Reads no array that nothing asks for. Labels and groups are of size [n] or [n, 1]. Throws
 * `data-array-missing`, `data-not-column`, `data-too-many`, and what reading throws.
 */
export function arranged(arrays: Npz, asked: DataAsked, file: string): DataRead {
  const { label, group } = asked
  if (label !== undefined) checkColumn(arrays, label, 'label', file)
  if (group !== undefined) checkColumn(arrays, group, 'group', file)
  return {
    inputs: tensorsOf(arrays, asked),
    ...(label === undefined ? {} : { labels: valuesOf(arrays, label) }),
    columns: columnsOf(arrays),
  }
}

function tensorsOf(arrays: Npz, { inputs, label, group }: DataAsked): Tensors {
  const own = arrays.names.filter((name) => name !== label && name !== group).map((name) => [name, name])
  const named: Readonly<Record<string, string>> = Object.keys(inputs).length > 0 ? inputs : Object.fromEntries(own)
  return {
    get(input) {
      const name = ownValue(named, input)
      return name === undefined ? undefined : arrays.read(name)
    },
    names: () => Object.keys(named),
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

function columnsOf(arrays: Npz): Columns {
  return {
    get: (name) => (arrays.has(name) && isColumn(arrays, name) ? valuesOf(arrays, name).map(String) : undefined),
    names: () => arrays.names.filter((name) => isColumn(arrays, name)),
  }
}

function valuesOf(arrays: Npz, name: string): readonly unknown[] {
  const count = sizeOf(arrays.header(name).dims)
  if (count > mostSingle) throw dataError('data-too-many', { array: name, count, limit: mostSingle })
  return Array.from<unknown>(asNumbers(arrays.read(name)).data)
}
