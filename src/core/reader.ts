import type { Tensor } from './tensor.ts'
import type { Files } from './world.ts'

/** A file of evaluation data. */
export interface DataFile {
  /** The name that it had: for people, and to tell what it is. */
  readonly name: string
  /** Where it is now: an absolute path, perhaps of another name. */
  readonly path: string
}

/** What a pipeline says of its data. */
export interface DataAsked {
  /** Which array of the file feeds which input of the model: `{ image: 'images' }`. None: each the input of its own name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The array of labels. */
  readonly label: string | undefined
  /** The array that says which examples belong together. */
  readonly group: string | undefined
}

/** What is read of a file: one example a row. */
export interface DataRead {
  /**
   * By the names of the model's inputs, examples along the first dimension; a scalar is the same for every example. Where nothing was
   * said of inputs, any array may be one.
   */
  readonly inputs: Tensors
  /**
   * The index of the right class of each example, or the value to be predicted: numbers, bigints, booleans or texts, as they stand
   * in the file. Whoever asked makes numbers of them.
   */
  readonly labels?: readonly unknown[] | undefined
  /** What else is known of each example, by name: the group that was asked for, and what slices are made of. */
  readonly columns: Columns
}

/** Arrays by name. Nothing is read of one before somebody asks for it. */
export interface Tensors {
  /** Undefined where there is none of the name. Throws where it cannot be read. */
  get(name: string): Tensor | undefined
  /** What can be asked for. */
  names(): readonly string[]
}

/** Lists of one value for each example. Nothing is read of one before somebody asks for it. */
export interface Columns {
  /** Its values as text; undefined where there is no such column. Throws where it cannot be read. */
  get(name: string): readonly string[] | undefined
  /** What can be asked for. */
  names(): readonly string[]
}

/** A row in the table of readers: what reads one kind of file. */
export interface Reader {
  readonly name: string
  /** What it reads, as the end of a sentence: `an .npz archive of NumPy`. */
  readonly summary: string
  /** Whether a file is of its kind, told from its name and its first bytes, 64 at most. */
  recognizes(name: string, head: Uint8Array): boolean
  /** Reads such a file. Every error names the file. What of the values makes no sense is told by whoever asked. */
  read(file: DataFile, asked: DataAsked, files: Pick<Files, 'read'>): Promise<DataRead>
}

/** Defines a reader. */
export function defineReader(reader: Reader): Reader {
  return reader
}
