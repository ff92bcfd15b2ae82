import { ownValue } from '../../src/core/own.ts'
import type { Columns, Tensors } from '../../src/core/reader.ts'
import type { Tensor } from '../../src/core/tensor.ts'

/** Columns that hold these texts. */
export function columnsOf(texts: Readonly<Record<string, readonly string[]>>): Columns {
  return { get: (name) => new Map(Object.entries(texts)).get(name), names: () => Object.keys(texts) }
}

/** What all columns hold. */
export function textsIn(columns: Columns): Record<string, readonly string[] | undefined> {
  return Object.fromEntries(columns.names().map((name) => [name, columns.get(name)]))
}

/** What feeds inputs, by their names. */
export function tensorsOf(tensors: Readonly<Record<string, Tensor>>): Tensors {
  return { get: (name) => ownValue(tensors, name), names: () => Object.keys(tensors) }
}
