import type { ValueNumbers } from '../graph/value-numbers.ts'

/** What is known of the values of a scope: by their numbers for whoever has these, and to others a map by their names. */
export class ByValue<Known> implements ReadonlyMap<string, Known> {
  readonly #numbers: ValueNumbers
  /** Empty until something is known. */
  #known: (Known | undefined)[] = []

  constructor(numbers: ValueNumbers) {
    this.#numbers = numbers
  }

  at(number: number): Known | undefined {
    return this.#known[number]
  }

  put(number: number, known: Known): void {
    if (this.#known.length === 0) this.#known = new Array<Known | undefined>(this.#numbers.count).fill(undefined)
    this.#known[number] = known
  }

  get(name: string): Known | undefined {
    const number = this.#numbers.numberOf(name)
    return number === undefined ? undefined : this.at(number)
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  get size(): number {
    return this.#known.reduce<number>((size, known) => (known === undefined ? size : size + 1), 0)
  }

  forEach(tell: (known: Known, name: string, all: ReadonlyMap<string, Known>) => void): void {
    for (const [name, known] of this) tell(known, name, this)
  }

  entries(): MapIterator<[string, Known]> {
    return this.#named().entries()
  }

  keys(): MapIterator<string> {
    return this.#named().keys()
  }

  values(): MapIterator<Known> {
    return this.#named().values()
  }

  [Symbol.iterator](): MapIterator<[string, Known]> {
    return this.entries()
  }

  #named(): Map<string, Known> {
    const names = this.#numbers.names()
    const named = new Map<string, Known>()
    for (const [number, known] of this.#known.entries())
      if (known !== undefined) named.set(names[number] as string, known)
    return named
  }
}
