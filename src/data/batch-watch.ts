import { ownValue } from '../core/own.ts'
import { floatOutputsOf, type Outputs, type Row } from './outputs.ts'

/** One example of a batch again, with nothing else beside it. */
export interface Alone {
  /** Its row in the batch. */
  readonly row: number
  readonly outputs: Outputs
}

/** Collects how far the answers to some examples lie from those that they get among others. */
export interface BatchWatch {
  /** The answers to a batch of so many rows, and to some of its examples alone: in a batch of one, or in all rows of one as large. */
  see(together: Outputs, rows: number, alone: readonly Alone[]): void
  /** The output of which alone and among others differ most. */
  furthest(): Apart | undefined
}

/** How far answers alone lie from those among others, as a share of how far answers lie from their mean: without end where those are all the same. */
export interface Apart {
  readonly output: string
  readonly distance: number
}

/**
 * Beyond this an answer is not the example's own. Activations that are quantised over a whole batch move it by a few per cent; a softmax over the
 * batch, or statistics of the batch in the place of learned ones, by far more.
 */
export const ownAnswer = 0.1

/** Watches floating-point outputs, each by itself. One that is no row for each example, in a batch or alone, is passed over. */
export function batchWatch(outputs: readonly string[], contender: string): BatchWatch {
  const watched = new Map(outputs.map((name) => [name, { spread: spreadOfRows(), gaps: 0, compared: 0 }]))
  return {
    see(together, rows, alone) {
      for (const [name, seen] of watched) {
        const among = rowsOf(together, name, rows, contender)
        if (among === undefined) continue
        for (let row = 0; row < rows; row++) seen.spread.add(among(row))
        for (const { row, outputs: given } of alone) {
          const [size = 0] = ownValue(given, name)?.dims ?? []
          const own = size === 1 || size === rows ? rowsOf(given, name, size, contender) : undefined
          for (let at = 0; own !== undefined && at < size; at++) {
            seen.gaps += gapBetween(own(at), among(row))
            seen.compared += 1
          }
        }
      }
    },
    furthest() {
      const all = [...watched].map(([output, { spread, gaps, compared }]) => {
        return { output, distance: gaps === 0 ? 0 : Math.sqrt(gaps / compared / spread.variance()) }
      })
      return all.reduce<Apart | undefined>(
        (one, other) => (other.distance > (one?.distance ?? -1) ? other : one),
        undefined,
      )
    },
  }
}

function rowsOf(outputs: Outputs, name: string, rows: number, contender: string): ((at: number) => Row) | undefined {
  const output = ownValue(outputs, name)
  return output?.dims[0] === rows ? floatOutputsOf({ [name]: output }, rows, contender).get(name) : undefined
}

/** ‖one − other‖², without what rounding does. Where either is no number nothing can be told, and metrics see to it. */
function gapBetween(one: Row, other: Row): number {
  let sum = 0
  for (const [at, value] of other.entries()) {
    const gap = Math.abs((one[at] ?? Number.NaN) - value)
    if (gap > rounding * Math.max(1, Math.abs(value)) && Number.isFinite(gap)) sum += gap ** 2
  }
  return sum
}

/** Sums in another order round differently. */
const rounding = 1e-6

/** How far rows lie from their mean. */
function spreadOfRows() {
  // About the first row, so that a large number in all of them takes no digits.
  const columns: { readonly about: number; count: number; sum: number; squares: number }[] = []
  return {
    add(row: Row): void {
      for (const [at, value] of row.entries()) {
        if (!Number.isFinite(value)) continue
        columns[at] ??= { about: value, count: 0, sum: 0, squares: 0 }
        const column = columns[at]
        column.count += 1
        column.sum += value - column.about
        column.squares += (value - column.about) ** 2
      }
    },
    /** The mean of ‖row − mean row‖². */
    variance(): number {
      let total = 0
      columns.forEach(({ count, sum, squares }) => {
        total += Math.max(0, squares / count - (sum / count) ** 2)
      })
      return total
    },
  }
}
