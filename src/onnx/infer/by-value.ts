import type { ValueNumbers } from '../graph/value-numbers.ts'

/**
 * What is known of the values of a scope, and of those around it: by their numbers for whoever has these, and to others a map of
 * its own values by their names.
 */
export class ByValue<Known> implements ReadonlyMap<string, Known> {
  readonly #numbers: ValueNumbers
  /** Empty until something is known. */
  #known: (Known | undefined)[] = []

  readonly #outer: ByValue<Known> | undefined

  constructor(numbers: ValueNumbers, outer?: ByValue<Known>) {
    this.#numbers = numbers
    this.#outer = outer
  }

  /** What is known of a value by its number in the scope, there, or by its name around it. */
  find(number: number, name: string): Known | undefined {
    return this.at(number) ?? this.#outer?.findNamed(name)
  }

  findNamed(name: string): Known | undefined {
    for (let at: ByValue<Known> | undefined = this; at !== undefined; at = at.#outer) {
      const found = at.get(name)
      if (found !== undefined) return found
    }
    return undefined
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
