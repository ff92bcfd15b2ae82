import type { Scenario } from '../../core/products/index.ts'
import { mean } from '../../stats/describe.ts'
import type { Interval } from '../../stats/interval.ts'
import { changeOfMeans } from '../../stats/means.ts'
import type { Scale } from '../row/scale.ts'
import { difference, type Pair } from './blocks.ts'
import type { Averaged } from './figures.ts'

/** What blocks say of a metric that is a mean. */
export interface Means {
  readonly values: readonly [number, number]
  intervalOf(scale: Scale, count: number, alpha: number): Interval
}

/** The centre of blocks says nothing of a mean that few of them make: a process in ten that is twice as slow. */
export function meansOf({ part, value }: Averaged, scenario: Scenario, pairs: readonly Pair[]): Means {
  const parts = ([0, 1] as const).map((side) => pairs.map((pair) => part(pair[side], scenario))) as [number[], number[]]
  const of = (average: number): number => value(average, scenario)
  return {
    values: [of(mean(parts[0])), of(mean(parts[1]))],
    intervalOf: ({ scale }, count, alpha) => {
      const [before, after] = [parts[0].slice(0, count), parts[1].slice(0, count)]
      return changeOfMeans(before, after, (first, second) => difference(scale, of(first), of(second)), alpha)
    },
  }
}
