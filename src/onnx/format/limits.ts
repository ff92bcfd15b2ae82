import { printCount } from '../../core/quantity/index.ts'

/**
 * How large a model may be to be read at all. A file of a few megabytes may say that it has millions of things, each of which takes
 * a hundred bytes of memory and more once it is read, checked and compared: within these limits that stays below 1 GiB.
 */
export const limits = {
  /** The largest models that people export, with every loop unrolled, have 50,000 or so. */
  nodes: 250_000,
  /** Weights and other constants: mixtures of experts of the largest language models have 70,000. */
  tensors: 250_000,
  /** Branches and bodies of loops: real models have hundreds. */
  graphs: 50_000,
  /** Exporters that make one of each module have thousands. */
  functions: 50_000,
  attributes: 750_000,
  /** Imports of operator sets: a model has a few, and each of its functions. */
  imports: 200_000,
  /**
   * Messages, sizes, names of inputs and outputs, and texts that are not the same as one before. A node with all that belongs to it has
   * four to fifteen.
   */
  parts: 1_750_000,
  /** Texts of attributes and weights: labels, and what the nodes of a forest do. */
  listed: 10_000_000,
  /** Numbers outside of tensors: a forest of 5,000,000 nodes, which keeps them in lists of numbers, has fewer. */
  numbers: 50_000_000,
  /** Levels of messages. Protobuf's own limit in C++ and so onnxruntime's: a model nested deeper cannot be run anyway. */
  depth: 100,
  /** Bytes of one text. Longer ones are no names and no documentation. */
  text: 2 ** 26,
  /** Bytes of all texts together. */
  texts: 2 ** 27,
} as const

/** The messages that have a limit of their own, by what they are called. */
export type Counted = 'nodes' | 'tensors' | 'graphs' | 'functions' | 'attributes' | 'imports'

/** A model is beyond a limit. `message` goes on after the name of the file: `has more than …`. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}

/** Counts what a file has while it is read. Each method throws a LimitError. */
export class Extent {
  #parts = 0
  readonly #counts: Record<Counted, number> = {
    nodes: 0,
    tensors: 0,
    graphs: 0,
    functions: 0,
    attributes: 0,
    imports: 0,
  }
  #listed = 0
  #numbers = 0
  #texts = 0

  message(counted: Counted | undefined): void {
    this.part()
    if (counted !== undefined && ++this.#counts[counted] > limits[counted])
      throw new LimitError(`has more than ${printCount(limits[counted])} ${counted}`)
  }

  part(): void {
    if (++this.#parts > limits.parts)
      throw new LimitError(
        `has more than ${printCount(limits.parts)} parts: nodes, names, attributes, weights, types and sizes together`,
      )
  }

  listed(): void {
    if (++this.#listed > limits.listed)
      throw new LimitError(`has more than ${printCount(limits.listed)} texts in attributes and weights`)
  }

  numbers(count: number): void {
    this.#numbers += count
    if (this.#numbers > limits.numbers)
      throw new LimitError(`has more than ${printCount(limits.numbers)} numbers outside of its weights`)
  }

  /** @param bytes how long a text is that is to be read */
  longest(bytes: number): void {
    if (bytes > limits.text) throw new LimitError(`has a text longer than ${limits.text / 2 ** 20} MiB`)
  }

  /** @param bytes how long a text is that was read */
  text(bytes: number): void {
    this.#texts += bytes
    if (this.#texts > limits.texts) throw new LimitError(`has more than ${limits.texts / 2 ** 20} MiB of text`)
  }

  level(depth: number): void {
    if (depth > limits.depth) throw new LimitError(`nests more than ${limits.depth} levels deep`)
  }
}
