import { createHash } from 'node:crypto'
import { rows, type Tensor } from '../core/tensor.ts'

/** Examples that are all in a data set the same number of times. */
export interface Copies {
  /** How often each is there: 2 or more. */
  readonly times: number
  /** The example of which each is a copy, numbered from 0 in order of appearance. */
  readonly groups: readonly number[]
}

/**
 * Whether a data set holds all of its examples several times over, inputs and labels alike: k is the greatest number by which all counts can be
 * divided. Of what was drawn at random, however few values it has, some come up an odd number of times.
 */
export function copiesIn(
  inputs: Readonly<Record<string, Tensor>>,
  labels: readonly number[] | undefined,
  examples: number,
): Copies | undefined {
  const batched = Object.values(inputs).filter(({ dims }) => dims.length > 0)
  if (batched.length === 0 || !firstComesAgain(batched, labels, examples)) return undefined
  const keys = Array.from({ length: examples }, (_, at) => keyOf(batched, labels?.[at], at))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const times = [...counts.values()].reduce(greatestDivisor)
  return times < 2 ? undefined : { times, groups: groupsOf(keys, counts, times) }
}

/** Nearly every data set is seen to be none of copies here. */
function firstComesAgain(inputs: readonly Tensor[], labels: readonly number[] | undefined, examples: number): boolean {
  for (let at = 1; at < examples; at++)
    if (labels?.[at] === labels?.[0] && inputs.every((input) => isFirst(input, at))) return true
  return false
}

function isFirst({ data, dims }: Tensor, at: number): boolean {
  const width = data.length / (dims[0] ?? 1)
  for (let index = 0; index < width; index++) if (data[at * width + index] !== data[index]) return false
  return true
}

function keyOf(inputs: readonly Tensor[], label: number | undefined, at: number): string {
  const hash = createHash('sha1').update(String(label))
  for (const input of inputs) {
    const { data } = rows(input, at, at + 1)
    hash.update(Array.isArray(data) ? JSON.stringify(data) : data)
  }
  return hash.digest('base64')
}

/** Of an example that is there m times, each (m / times)th is one group: what is there more often by itself stays so. */
function groupsOf(keys: readonly string[], counts: ReadonlyMap<string, number>, times: number): number[] {
  const seen = new Map<string, number>()
  const numbers = new Map<string, number>()
  return keys.map((key) => {
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    const name = `${key} ${before % ((counts.get(key) ?? times) / times)}`
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
