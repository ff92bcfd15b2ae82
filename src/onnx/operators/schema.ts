import { elementType } from '../tensors/element-types.ts'

/** An operator as the standard defines it from one version of its domain on. */
export interface OperatorSchema {
  readonly since: number
  readonly deprecated: boolean
  /** Infinity where there is no upper bound. */
  readonly inputs: Arity
  readonly outputs: Arity
  readonly takes: readonly Formal[]
  readonly gives: readonly Formal[]
  /** The types that each type variable may be, as `typeText` writes them. */
  readonly constraints: ReadonlyMap<string, ReadonlySet<string>>
  readonly attributes: ReadonlyMap<string, FormalAttribute>
}

export interface Arity {
  readonly min: number
  readonly max: number
}

/** An input or output. The last one may stand for any number of them. */
export interface Formal {
  /** A type variable, the same type wherever it stands; or else `fixed`. */
  readonly variable: string | undefined
  /** The one type it may have. */
  readonly fixed: string | undefined
  readonly option: 'single' | 'optional' | 'variadic'
  /** Whether all values of a variadic one have the same type. */
  readonly homogeneous: boolean
}

export interface FormalAttribute {
  /** AttributeProto.AttributeType. */
  readonly type: number
  readonly required: boolean
}

/** The input or output at a place: the last one when it is variadic. */
export function formalAt(formals: readonly Formal[], index: number): Formal | undefined {
  if (index < formals.length) return formals[index]
  const last = formals.at(-1)
  return last?.option === 'variadic' ? last : undefined
}

/** A set of types by its number in the table; an empty one when there is none. */
export type TypeSets = (index: number) => ReadonlySet<string>

/** The sets of types of a table, one a line; each is parsed when it is first asked for. */
export function setsOf(lines: readonly string[]): TypeSets {
  const parsed = new Map<number, ReadonlySet<string>>()
  return (index) => {
    const set = parsed.get(index) ?? parseSet((lines[index] ?? '').split(' ').slice(1))
    parsed.set(index, set)
    return set
  }
}

/** The definitions of one operator from its lines in the table, oldest first: each may repeat a part of the one before it. */
export function parseVersions(lines: readonly string[], sets: TypeSets): readonly OperatorSchema[] {
  const versions: OperatorSchema[] = []
  for (const line of lines) versions.push(new ParsedVersion(line, versions.at(-1), sets))
  return versions
}

const around: Readonly<Record<string, (element: string) => string>> = {
  '': (element) => element,
  s: (element) => `sequence(${element})`,
  o: (element) => `optional(${element})`,
  os: (element) => `optional(sequence(${element}))`,
  m: (element) => element,
  sm: (element) => `sequence(${element})`,
}

/** `1,10-11 s8` → float32, float16, float64, sequence(string). */
function parseSet(words: readonly string[]): Set<string> {
  return new Set(
    words.flatMap((word) => {
      const [, prefix = '', list = ''] = /^([a-z]*)(.*)$/.exec(word) ?? []
      const wrap = around[prefix] as (element: string) => string
      return list.split(',').flatMap((range) => elementsIn(range).map(wrap))
    }),
  )
}

function elementsIn(range: string): string[] {
  if (range.includes('.')) return [`map(${range.split('.').map(nameOf).join(', ')})`]
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => nameOf(first + index))
}

function nameOf(code: number | string): string {
  return elementType(Number(code))?.name ?? 'unknown'
}

/**
 * A version of an operator, by its line in the table. Of all versions a model means one: what the others take is not parsed,
 * they are asked for their number.
 */
class ParsedVersion implements OperatorSchema {
  readonly since: number
  readonly deprecated: boolean
  readonly #parts: readonly string[]
  readonly #last: OperatorSchema | undefined
  readonly #sets: TypeSets
  #signature: Signature | undefined
  #constraints: OperatorSchema['constraints'] | undefined
  #attributes: OperatorSchema['attributes'] | undefined

  /** @param last the version before, of which it may repeat a part */
  constructor(line: string, last: OperatorSchema | undefined, sets: TypeSets) {
    const [, since = '', rest = ''] = /^(\d+) (.*)$/.exec(line) ?? []
    this.since = Number(since)
    this.#parts = rest.split('|').map((part) => part.trim())
    this.deprecated = this.#parts[0] === '!'
    this.#last = last
    this.#sets = sets
  }

  get inputs(): Arity {
    return this.#signed().inputs
  }

  get outputs(): Arity {
    return this.#signed().outputs
  }

  get takes(): readonly Formal[] {
    return this.#signed().takes
  }

  get gives(): readonly Formal[] {
    return this.#signed().gives
  }

  get constraints(): OperatorSchema['constraints'] {
    this.#constraints ??= this.#repeats(1)?.constraints ?? parseConstraints(this.#text(1), this.#sets)
    return this.#constraints
  }

  get attributes(): OperatorSchema['attributes'] {
    this.#attributes ??= this.#repeats(2)?.attributes ?? parseAttributes(this.#text(2))
    return this.#attributes
  }

  #signed(): Signature {
    this.#signature ??= this.#repeats(0) ?? parseSignature(this.#text(0), this.#sets)
    return this.#signature
  }

  #text(part: number): string {
    return this.#parts[part] ?? ''
  }

  /** The version before, where a part is the same as there. */
  #repeats(part: number): OperatorSchema | undefined {
    return this.#text(part) === '=' ? this.#last : undefined
  }
}

type Signature = Pick<OperatorSchema, 'inputs' | 'outputs' | 'takes' | 'gives'>

function parseSignature(text: string, sets: TypeSets): Signature {
  if (text === '!') return { inputs: anyNumber, outputs: anyNumber, takes: [], gives: [] }
  const words = text.split(' ').filter((word) => word !== '')
  const split = words.indexOf('>')
  const stated = words.find((word) => word.startsWith('@'))
  const left = words.slice(0, split)
  const right = words.slice(split + 1).filter((word) => word !== stated)
  const [minIn = 0, maxIn = 0, minOut = 0, maxOut = 0] = stated?.slice(1).split(',').map(bound) ?? []
  return {
    inputs: stated === undefined ? arityOf(left) : { min: minIn, max: maxIn },
    outputs: stated === undefined ? arityOf(right) : { min: minOut, max: maxOut },
    takes: left.map((word) => parseFormal(word, sets)),
    gives: right.map((word) => parseFormal(word, sets)),
  }
}

const anyNumber: Arity = { min: 0, max: Number.POSITIVE_INFINITY }

function bound(text: string): number {
  return text === '*' ? Number.POSITIVE_INFINITY : Number(text)
}

const formalWord = /^(\w+)(?:([?*~])(\d*))?$/
const options: Readonly<Record<string, Formal['option']>> = { '?': 'optional', '*': 'variadic', '~': 'variadic' }

/** All up to the last single one must be there; an optional one may be left out, a variadic one stands for `least` or more. */
function arityOf(words: readonly string[]): Arity {
  let [min, max] = [0, 0]
  for (const word of words) {
    const [, , mark, least] = formalWord.exec(word) ?? []
    const variadic = mark === '*' || mark === '~'
    max = variadic ? Number.POSITIVE_INFINITY : max + 1
    if (mark === undefined) min = max
    if (variadic) min += least === '' ? 1 : Number(least)
  }
  return { min, max }
}

function parseFormal(word: string, sets: TypeSets): Formal {
  const [, type = '', mark] = formalWord.exec(word) ?? []
  const isFixed = /^\d+$/.test(type)
  return {
    variable: isFixed ? undefined : type,
    fixed: isFixed ? [...sets(Number(type))][0] : undefined,
    option: mark === undefined ? 'single' : (options[mark] ?? 'single'),
    homogeneous: mark !== '~',
  }
}

function parseConstraints(text: string, sets: TypeSets): Map<string, ReadonlySet<string>> {
  const words = text.split(' ').filter((word) => word !== '')
  return new Map(
    words.map((word) => {
      const [name = '', set = ''] = word.split('=')
      return [name, sets(Number(set))]
    }),
  )
}

/** AttributeProto.AttributeType 1 to 14: five single ones, their lists, SPARSE_TENSOR(S), TYPE_PROTO(S). */
const attributeLetters = 'fistgFISTGxXpP'

function parseAttributes(text: string): Map<string, FormalAttribute> {
  const words = text.split(' ').filter((word) => word !== '')
  return new Map(
    words.map((word) => {
      const [name = '', type = ''] = word.split(':')
      const letter = attributeLetters.indexOf(type.charAt(0))
      return [name, { type: letter + 1, required: type.endsWith('!') }]
    }),
  )
}
