import { UserError } from '../../src/core/errors/index.ts'
import type { Random } from '../../src/stats/random.ts'
import { mutatedValues } from './mutate-values.ts'

/** Bytes of a model with a few changes at random: mostly of its values, where it can be read, and else of its bytes. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  if (random.below(3) === 0) return mutatedBytes(bytes, others, random)
  try {
    return mutatedValues(bytes, others[random.below(others.length)] as Uint8Array, random)
  } catch (thrown) {
    if (thrown instanceof UserError) return mutatedBytes(bytes, others, random)
    throw thrown
  }
}

/** A few changes of some bytes at random: what transport does to files, and what those who attack a parser do. */
function mutatedBytes(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let result = bytes
  for (let times = 1 + random.below(4); times > 0; times--) {
    const mutator = mutators[random.below(mutators.length)] as Mutator
    result = mutator(result, random, others)
  }
  return result
}

type Mutator = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array

/** Numbers at which parsers break, as varints: 0, 1, around 2^7, 2^31, 2^32, 2^53, 2^63, and one that never ends. */
const varints: readonly (readonly number[])[] = [
  [0],
  [1],
  [0x7f],
  [0x80, 1],
  [0xff, 0xff, 0xff, 0xff, 7],
  [0x80, 0x80, 0x80, 0x80, 8],
  [0xff, 0xff, 0xff, 0xff, 0xf],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
  Array.from({ length: 12 }, () => 0xff),
]

const mutators: readonly Mutator[] = [
  // One bit.
  (bytes, random) => changed(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  // One byte: any, or a little more or less.
  (bytes, random) => changed(bytes, random, () => random.below(256)),
  (bytes, random) => changed(bytes, random, (byte) => byte + random.below(5) - 2),
  // The end is missing.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  // A stretch is missing, there twice, or somewhere else.
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    return joined(bytes.subarray(0, start), bytes.subarray(end))
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    return joined(bytes.subarray(0, end), bytes.subarray(start))
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const at = random.below(start + 1)
    return joined(bytes.subarray(0, at), bytes.subarray(start, end), bytes.subarray(at, start), bytes.subarray(end))
  },
  // A number that parsers break at, in place of others or in between.
  (bytes, random) => {
    const number = Uint8Array.from(varints[random.below(varints.length)] as readonly number[])
    const at = random.below(bytes.length + 1)
    return joined(bytes.subarray(0, at), number, bytes.subarray(at + random.below(number.length + 1)))
  },
  // A stretch of another model.
  (bytes, random, others) => {
    const other = others[random.below(others.length)] as Uint8Array
    const [start, end] = stretch(other, random)
    const at = random.below(bytes.length + 1)
    return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at))
  },
  // The whole once more, as a field within itself: nesting.
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const inner = bytes.subarray(start, end)
    const length = inner.length < 128 ? [inner.length] : [(inner.length & 127) | 128, inner.length >> 7]
    const tag = ((1 + random.below(25)) << 3) | 2
    const tags = tag < 128 ? [tag] : [(tag & 127) | 128, tag >> 7]
    return joined(bytes.subarray(0, start), Uint8Array.from([...tags, ...length]), inner, bytes.subarray(end))
  },
]

function changed(bytes: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  if (bytes.length === 0) return bytes
  const copy = bytes.slice()
  const at = random.below(bytes.length)
  copy[at] = change(copy[at] as number)
  return copy
}

/** Short ones mostly; 16 KiB at most, so that what grows does not grow for ever. */
function stretch(bytes: Uint8Array, random: Random): [start: number, end: number] {
  const start = random.below(bytes.length + 1)
  const longest = random.below(4) === 0 ? 2 ** 14 : 64
  return [start, Math.min(bytes.length, start + random.below(longest))]
}

const longestInput = 2 ** 18

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts).subarray(0, longestInput))
}
