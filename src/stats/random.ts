import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A seeded source of random numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number
  /** Uniform among 0, 1, …, count − 1; `count` is 1 to 2³². */
  below(count: number): number
  /** The items in random order, each order equally likely; the given array stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/** `seed`: an integer; its low 32 bits count. Several integers make independent streams of one seed. */
export function createRandom(...seed: readonly number[]): Random {
  const generator = xoroshiro128plus(seed.reduce(mix, 0))
  // The numbers of pure-rand's `uniformInt`, in half its time: `%` of a double takes longer than everything else here.
  const below = (count: number): number => {
    const most = Math.floor(2 ** 32 / count) * count
    let drawn = generator.next() + 2 ** 31
    while (drawn >= most) drawn = generator.next() + 2 ** 31
    return drawn - Math.floor(drawn / count) * count
  }
  return {
    uniform: () => uniformFloat64(generator),
    below,
    shuffle(items) {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const item = shuffled[last] as (typeof items)[number]
        shuffled[last] = shuffled[other] as (typeof items)[number]
        shuffled[other] = item
      }
      return shuffled
    },
  }
}

/** The finaliser of MurmurHash3, so that neighbouring seeds start far apart. */
function mix(state: number, word: number): number {
  let hash = Math.imul(state, 31) ^ (word | 0)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
