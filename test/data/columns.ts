import type { Columns } from '../../src/core/reader.ts'

/** Columns that hold these texts. */
export function columnsOf(texts: Readonly<Record<string, readonly string[]>>): Columns {
  return { get: (name) => new Map(Object.entries(texts)).get(name), names: () => Object.keys(texts) }
}

/** What all columns hold. */
export function textsIn(columns: Columns): Record<string, readonly string[] | undefined> {
  return Object.fromEntries(columns.names().map((name) => [name, columns.get(name)]))
}
