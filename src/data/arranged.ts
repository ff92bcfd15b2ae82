import type { DataAsked, DataRead } from '../core/reader.ts'
import type { Tensor } from '../core/tensor.ts'
import { dataError } from './errors.ts'

/**
 * Arrays of a file by their names, as the data that are asked for: without a word on inputs every array feeds the input of its
 * own name, but for labels and groups. Labels are numbers; size [n, 1] counts as [n]. Throws `data-array-missing`.
 */
export function arranged(arrays: Readonly<Record<string, Tensor>>, asked: DataAsked, file: string): DataRead {
  const { label, group } = asked
  const array = (name: string): Tensor => {
    const found = Object.hasOwn(arrays, name) ? arrays[name] : undefined
    if (found === undefined) throw dataError('data-array-missing', { file, array: name, arrays: Object.keys(arrays) })
    return found
  }
  const own = Object.keys(arrays).filter((name) => name !== label && name !== group)
  const named =
    Object.keys(asked.inputs).length > 0 ? asked.inputs : Object.fromEntries(own.map((name) => [name, name]))
  const inputs = Object.fromEntries(Object.entries(named).map(([input, name]) => [input, array(name)]))
  if (group !== undefined) array(group)
  const fed = Object.values(named)
  const columns = Object.entries(arrays).filter(
    ([name, tensor]) => name === group || (!fed.includes(name) && isColumn(tensor)),
  )
  return {
    inputs,
    ...(label === undefined ? {} : { labels: Array.from(array(label).data, Number) }),
    columns: Object.fromEntries(columns.map(([name, { data }]) => [name, Array.from(data, String)])),
  }
}

function isColumn({ dims, data }: Tensor): boolean {
  return dims.length > 0 && dims[0] === data.length
}
