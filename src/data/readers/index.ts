import type { Problem } from '../../core/errors/index.ts'
import type { DataFile, Reader } from '../../core/reader.ts'
import type { Files } from '../../core/world.ts'
import { dataError, dataProblem } from '../errors.ts'
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

/** Kinds of files that data often come in. Of any other name the bytes decide. */
const common =
  /\.(?:csv|tsv|txt|json|jsonl|ndjson|xlsx?|parquet|feather|arrow|orc|avro|npy|pkl|pickle|pt|pth|safetensors|tfrecord|h5|hdf5|mat|nc|sqlite|db)$/i

/** Why a file of this name cannot be read, whatever it holds: undefined where its bytes may say otherwise. */
export function unreadable(name: string): Problem | undefined {
  if (!common.test(name) || readers.some((each) => each.recognizes(name, new Uint8Array(0)))) return undefined
  return dataProblem('data-unknown', { file: name, readable: readers.map(({ summary }) => summary) })
}
