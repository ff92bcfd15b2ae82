import type { Graph, ModelFunction } from '../format/messages.ts'
import { initializerNames, type Scope } from './scopes.ts'

/** The number of the name of a value that is left out: ''. */
export const leftOut = 0

/**
 * The values of a scope by numbers: every name that stands in it has one, from 0 on in the order in which they first stand there,
 * those that it only reads included. What a scope's checks and inference know of values they keep in arrays by these numbers,
 * and look names up once: a table of names for each of them would take most of their time and memory.
 */
export class ValueNumbers {
  readonly #byName = new Map([['', leftOut]])
  /**
   * Numbers of inputs, initialisers and outputs of the scope, then those that each node reads and makes. A plain array: there may
   * be thousands of small scopes, in each of which a typed one would take many times its size.
   */
  readonly #listed: number[]
  /** Where in this list what each node reads and what it makes begins; the end at last. */
  readonly #starts: readonly number[]
  readonly #initializers: number
  readonly #outputs: number

  constructor({ nodes, inputs, outputs, graph }: Scope) {
    const initializers = graph === undefined ? [] : initializerNames(graph)
    this.#initializers = inputs.length
    this.#outputs = inputs.length + initializers.length
    this.#starts = startsOf(nodes, this.#outputs + outputs.length)
    this.#listed = new Array<number>(this.#starts.at(-1) as number)
    let at = this.#list(inputs, 0)
    at = this.#list(initializers, at)
    at = this.#list(outputs, at)
    for (const { input, output } of nodes) {
      at = this.#list(input, at)
      at = this.#list(output, at)
    }
  }

  /** Gives where the list goes on. */
  #list(names: readonly string[], at: number): number {
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string
      let number = this.#byName.get(name)
      if (number === undefined) {
        number = this.#byName.size
        this.#byName.set(name, number)
      }
      this.#listed[at + index] = number
    }
    return at + names.length
  }

  /** How many there are. */
  get count(): number {
    return this.#byName.size
  }

  /** All of them, by their numbers. */
  names(): readonly string[] {
    return [...this.#byName.keys()]
  }

  numberOf(name: string): number | undefined {
    return this.#byName.get(name)
  }

  get inputs(): readonly number[] {
    return this.#listed.slice(0, this.#initializers)
  }

  /** Dense ones, then sparse ones. */
  get initializers(): readonly number[] {
    return this.#listed.slice(this.#initializers, this.#outputs)
  }

  /** Values that are there before the first node. */
  get given(): readonly number[] {
    return this.#listed.slice(0, this.#outputs)
  }

  get outputs(): readonly number[] {
    return this.#listed.slice(this.#outputs, this.#starts[0])
  }

  /** The number of an input of a node. */
  read(node: number, index: number): number {
    return this.#listed[(this.#starts[2 * node] as number) + index] as number
  }

  /** The number of an output of a node. */
  made(node: number, index: number): number {
    return this.#listed[(this.#starts[2 * node + 1] as number) + index] as number
  }
}

function startsOf(nodes: Scope['nodes'], first: number): readonly number[] {
  const starts = new Array<number>(2 * nodes.length + 1)
  let at = first
  starts[0] = at
  nodes.forEach(({ input, output }, index) => {
    at += input.length
    starts[2 * index + 1] = at
    at += output.length
    starts[2 * index + 2] = at
  })
  return starts
}

const known = new WeakMap<Graph | ModelFunction, ValueNumbers>()

/** The numbers of a scope's values. Found once: scopes of a graph are made for each thing that walks a model. */
export function numbersOf(scope: Scope): ValueNumbers {
  const key = scope.graph ?? scope.body
  const found = (key && known.get(key)) ?? new ValueNumbers(scope)
  if (key !== undefined) known.set(key, found)
  return found
}
