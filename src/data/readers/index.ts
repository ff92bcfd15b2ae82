import type { DataFile, Reader } from '../../core/reader.ts'
import type { Files } from '../../core/world.ts'
import { dataError } from '../errors.ts'
import { npz } from './npz.ts'

/** The table of readers: the kinds of files that evaluation data can be in. */
export const readers: readonly Reader[] = [npz]

/** The reader of a file, by what the file is. Throws `data-unknown`. */
export async function readerOf({ name, path }: DataFile, files: Pick<Files, 'readRange'>): Promise<Reader> {
  const head = await files.readRange(path, 0, 64)
  const reader = readers.find((each) => each.recognizes(name, head))
  if (reader !== undefined) return reader
  throw dataError('data-unknown', { file: name, readable: readers.map(({ summary }) => summary) })
}
