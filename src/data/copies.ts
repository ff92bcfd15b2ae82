import { createHash } from 'node:crypto'
import { rows, sizeOf, type Tensor } from '../core/tensor.ts'
import { effectiveUnits, fewestUnits } from '../stats/small-sample.ts'

/** Examples of which some are there more than once. */
export interface Copies {
  /** Examples that are copies of others: 1 or more. */
  readonly copies: number
  /** The example of which each is a copy, numbered from 0 in order of appearance. */
  readonly groups: readonly number[]
}

/**
 * Which examples of a data set are copies, inputs and labels alike; undefined where none are, or too few to matter. Examples that are too wide
 * to be alike by chance are one, however often they are there. Of others, whose few values come up again and again, all of the data set or all
 * of a class have to be there k times as often: of what was drawn at random some come up an odd number of times.
 */
export function copiesIn(
  inputs: Readonly<Record<string, Tensor>>,
  labels: readonly number[] | undefined,
  examples: number,
): Copies | undefined {
  const batched = Object.values(inputs).filter(({ dims }) => dims.length > 0)
  if (batched.length === 0) return undefined
  const kinds = kindsOf(batched, labels, examples)
  if (kinds.length === examples) return undefined
  const divisor = kinds.map(({ at }) => at.length).reduce(greatestDivisor)
  const inClass = divisorsByClass(kinds)
  const isWide = widthIn(batched, kinds)
  const groups = groupsOf(kinds, examples, (kind) =>
    kind.at.length > 1 && isWide(kind) ? kind.at.length : divisor > 1 ? divisor : (inClass.get(kind.label) ?? 1),
  )
  const copies = examples - new Set(groups).size
  return copies > 0 && (divisor > 1 || matters(groups, kinds)) ? { copies, groups } : undefined
}

/** Examples that are alike, in order. */
interface Kind {
  readonly label: number | undefined
  readonly at: number[]
}

function kindsOf(inputs: readonly Tensor[], labels: readonly number[] | undefined, examples: number): Kind[] {
  const kinds = new Map<string, Kind>()
  for (let at = 0; at < examples; at++) {
    const key = keyOf(inputs, labels?.[at], at)
    const kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, { label: labels?.[at], at: [at] })
    else kind.at.push(at)
  }
  return [...kinds.values()]
}

function keyOf(inputs: readonly Tensor[], label: number | undefined, at: number): string {
  const hash = createHash('sha1').update(String(label))
  for (const input of inputs) {
    const { data } = rows(input, at, at + 1)
    hash.update(Array.isArray(data) ? JSON.stringify(data) : data)
  }
  return hash.digest('base64')
}

/** Of fewer kinds in a class, all may be there an even number of times by chance. */
const fewestKinds = 10

/** By how much the counts of all kinds of a class can be divided, where that says anything. */
function divisorsByClass(kinds: readonly Kind[]): ReadonlyMap<number | undefined, number> {
  const classes = new Map<number | undefined, { kinds: number; divisor: number }>()
  for (const { label, at } of kinds) {
    const known = classes.get(label) ?? { kinds: 0, divisor: 0 }
    classes.set(label, { kinds: known.kinds + 1, divisor: greatestDivisor(at.length, known.divisor) })
  }
  const told = [...classes].filter(([, each]) => each.kinds >= fewestKinds)
  return new Map(told.map(([label, { divisor }]) => [label, divisor]))
}

/** Of an example that is there m times and of which `timesOf` are copies of one, each (m / timesOf)th is one group. */
function groupsOf(kinds: readonly Kind[], examples: number, timesOf: (kind: Kind) => number): number[] {
  const names = new Array<string>(examples)
  for (const [number, kind] of kinds.entries()) {
    const distinct = kind.at.length / timesOf(kind)
    for (const [before, at] of kind.at.entries()) names[at] = `${number} ${before % distinct}`
  }
  const numbers = new Map<string, number>()
  return names.map((name) => {
    const group = numbers.get(name) ?? numbers.size
    numbers.set(name, group)
    return group
  })
}

/** What is lost of a data set, or of one of its classes, by a few examples that happen to be there twice is left as it is. */
const mostLost = 0.02

function matters(groups: readonly number[], kinds: readonly Kind[]): boolean {
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  if ([...sizes.values()].some((size) => size > 2)) return true
  const classes = new Map<number | undefined, number[]>()
  for (const { label, at } of kinds) {
    const own = classes.get(label) ?? []
    for (const each of at) own.push(groups[each] as number)
    classes.set(label, own)
  }
  // Values of a regression, and classes that are too small for a verdict, are no classes to be looked at.
  const large = [...classes.values()].filter(({ length }) => length >= fewestUnits)
  return [groups, ...large].some(
    (each) => effectiveUnits({ examples: each.length, groups: renumbered(each) }) < (1 - mostLost) * each.length,
  )
}

function renumbered(groups: readonly number[]): number[] {
  const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]))
  return groups.map((group) => numbers.get(group) as number)
}

/** As many kinds, and as many elements of each input, tell how often a value comes up. */
const looked = { kinds: 1000, elements: 256 }

/** A value that is as common as that among kinds says nothing of two examples that have it: padding, background, one of a few. */
const commonValue = 1 / 16

/**
 * An example is wide where so many elements have values of their own, and another is like it by a chance of less than one in a million. Fewer
 * elements suffice where so many of the kinds are there once, and for numbers of so many digits: then the usual or the default is none of them.
 */
const wide = { elements: 8, fewer: 2, single: 0.9, digits: 5, chance: 2 ** -20 }

/** Whether an example is too wide to be alike with another by chance. Made when it is first asked. */
function widthIn(inputs: readonly Tensor[], kinds: readonly Kind[]): (kind: Kind) => boolean {
  const examples = kinds.reduce((sum, { at }) => sum + at.length, 0)
  const among = spread(kinds.length, looked.kinds).map((at) => kinds[at]?.at[0] as number)
  const needed = Math.log2(examples / wide.chance)
  const mostlySingle = kinds.filter(({ at }) => at.length === 1).length >= wide.single * kinds.length
  let columns: readonly Column[] | undefined
  return ({ at: [example = 0] }) => {
    columns ??= inputs.flatMap((input) => columnsOf(input, among))
    const enough = (some: readonly Column[], elements: number): boolean => {
      const bits = some.flatMap((column) => bitsOf(column, example, among.length))
      return bits.length >= elements && bits.reduce((sum, each) => sum + each, 0) >= needed
    }
    if (enough(columns, wide.elements)) return true
    const precise = columns.filter(({ valueIn }) => digitsOf(valueIn(example)) >= wide.digits)
    return mostlySingle && enough(precise, wide.fewer)
  }
}

/** One element of an input: its value in an example, how often each value comes up, and how many pairs of examples have the same. */
interface Column {
  valueIn(example: number): unknown
  readonly counts: ReadonlyMap<unknown, number>
  readonly alike: number
}

function columnsOf({ data, dims }: Tensor, among: readonly number[]): Column[] {
  const width = sizeOf(dims.slice(1))
  return spread(width, looked.elements).map((element) => {
    const valueIn = (example: number): unknown => data[example * width + element]
    const counts = new Map<unknown, number>()
    for (const example of among) counts.set(valueIn(example), (counts.get(valueIn(example)) ?? 0) + 1)
    const alike = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
    return { valueIn, counts, alike }
  })
}

/** How much it says of an example, in bits, that another has its value; nothing where that is common. */
function bitsOf({ valueIn, counts, alike }: Column, example: number, among: number): number[] {
  const count = counts.get(valueIn(example)) ?? 1
  if (count > 1 && count / among > commonValue) return []
  // Of a rare value its share says less than how few of all pairs are alike.
  const pairs = (among * (among - 1)) / 2
  return [Math.max(Math.log2(among / count), Math.log2(pairs / (1 + alike)))]
}

/** Of a number that is not whole, the digits that a single float keeps: 2 of 0.25. */
function digitsOf(value: unknown): number {
  if (typeof value !== 'number' || Number.isInteger(value)) return 0
  return (/^-?[0.]*([\d.]*?)0*(e|$)/.exec(value.toPrecision(7))?.[1] ?? '').replace('.', '').length
}

/** So many numbers from 0 on, or as many as there may be, from all over them. */
function spread(count: number, most: number): number[] {
  const chosen = Math.min(count, most)
  return Array.from({ length: chosen }, (_, at) => Math.floor((at * count) / chosen))
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
