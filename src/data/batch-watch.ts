import { ownValue } from '../core/own.ts'
import { floatOutputsOf, type Outputs } from './outputs.ts'

/** Collects how far the answers to some examples lie from those that they get among others. */
export interface BatchWatch {
  /** The answers to a batch, and to its first example alone. */
  see(together: Outputs, rows: number, alone: Outputs): void
  /** ‖alone − among others‖ / ‖among others‖ over all examples that were seen; 0 where there is nothing to compare. */
  distance(): number
}

/**
 * Beyond this an answer is not the example's own. Activations that are quantised over a whole batch move it by a few per cent; a softmax over the
 * batch, or statistics of the batch in the place of learned ones, by far more.
 */
export const ownAnswer = 0.1

/** Watches one floating-point output. One that is no row for each example, in a batch or alone, is passed over. */
export function batchWatch(output: string | undefined, contender: string): BatchWatch {
  let [gaps, sizes] = [0, 0]
  return {
    see(together, rows, alone) {
      const [among, own] = [together, alone].map((outputs) => ownValue(outputs, output ?? ''))
      if (output === undefined || among?.dims[0] !== rows || own?.dims[0] !== 1) return
      const [wanted, given] = (
        [
          [{ [output]: among }, rows],
          [{ [output]: own }, 1],
        ] as const
      ).map(([only, count]) => floatOutputsOf(only, count, contender).get(output)?.(0))
      for (const [at, value] of wanted?.entries() ?? []) {
        const gap = value - (given?.[at] ?? Number.NaN)
        // Where either is no number nothing can be told, and metrics see to it.
        if (!Number.isFinite(gap)) continue
        gaps += gap ** 2
        sizes += value ** 2
      }
    },
    distance: () => (gaps <= rounding ** 2 || sizes === 0 ? 0 : Math.sqrt(gaps / sizes)),
  }
}

/** Sums in another order round differently. */
const rounding = 1e-5
