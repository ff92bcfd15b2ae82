import { dataError } from './errors.ts'
import { isNumber } from './finite.ts'
import { floatOutputsOf, type Row } from './outputs.ts'
import type { Recorder, Recording, Served } from './recorder.ts'

export function nothingServed(): Served {
  return { examples: [], numbers: 0 }
}

/**
 * How far the outputs of each example lie from production's: ‖output − production's‖ / ‖production's‖, Euclidean and free of units, of the
 * floating-point output of which it is largest: a large output that is right says nothing of a small one beside it. It is 1 where
 * production gives zeros alone and the other does not. The contender whose outputs come first is production: 0. Throws
 * `output-not-rows`; `output-differs`; `output-not-finite` where a number is NaN or infinite and production's is not the same, and
 * where production gives none for an example, or in an output; `metric-too-large`.
 */
export function errorRecorder({ contender, served }: Recording): Recorder {
  const errors: number[] = []
  const first = served.examples.length === 0
  return {
    take({ outputs, start, count, rows }) {
      const floats = floatOutputsOf(outputs, rows, contender)
      for (let at = 0; at < count; at++) {
        const given = new Map([...floats].map(([name, row]) => [name, row(at)]))
        const index = start + at
        if (first) keep(served, given, { contender, index })
        const expected = served.examples[index] ?? new Map()
        errors.push(first ? 0 : largestError(given, expected, { contender, index }))
      }
    },
    finish() {
      if (first) checkNumbers(served, contender)
      return errors
    },
  }
}

interface Place {
  readonly contender: string
  readonly index: number
}

/** A gigabyte of single floats. */
const mostNumbers = 2 ** 28

function keep(served: Served, given: ReadonlyMap<string, Row>, place: Place): void {
  for (const row of given.values()) served.numbers += row.length
  if (served.numbers > mostNumbers) {
    const why = `production's outputs on all examples take more than ${mostNumbers} numbers`
    throw dataError('metric-too-large', { metric: 'output-error', why })
  }
  const rows = [...given.values()].filter(({ length }) => length > 0)
  // Models that both overflow are the same there, and nothing was compared.
  if (rows.length > 0 && rows.every(withoutNumbers)) throw notFinite(rows[0]?.[0], place)
  served.examples.push(given)
}

function checkNumbers({ examples }: Served, contender: string): void {
  for (const [name, row] of examples[0] ?? []) {
    const without = examples.every((each) => withoutNumbers(each.get(name) ?? row))
    if (row.length > 0 && without) throw notFinite(row[0], { contender, index: 0 })
  }
}

/** Whether all are NaN or infinite. */
export function withoutNumbers(row: Row): boolean {
  return !row.some(isNumber)
}

function notFinite(value: number | undefined, { contender, index }: Place): Error {
  return dataError('output-not-finite', { contender, value: String(value), example: index })
}

function largestError(given: ReadonlyMap<string, Row>, expected: ReadonlyMap<string, Row>, place: Place): number {
  let largest = 0
  for (const [name, row] of expected) {
    const other = given.get(name)
    if (other?.length !== row.length) throw differs(place.contender, name, row.length, other?.length)
    largest = Math.max(largest, relativeError(other, row, place))
  }
  return largest
}

function relativeError(given: Row, expected: Row, place: Place): number {
  let [distance, size] = [0, 0]
  for (let at = 0; at < expected.length; at++) {
    const [value, wanted] = [given[at] as number, expected[at] as number]
    if (isNumber(wanted)) size += wanted ** 2
    if (Object.is(value, wanted)) continue
    if (!isNumber(value - wanted)) throw notFinite(value, place)
    distance += (value - wanted) ** 2
  }
  if (distance === 0) return 0
  return size === 0 ? 1 : Number(Math.sqrt(distance / size).toPrecision(9))
}

function differs(contender: string, name: string, expected: number, given: number | undefined): Error {
  const numbers = (count: number): string => `${count} ${count === 1 ? 'number' : 'numbers'}`
  const reason =
    given === undefined
      ? `it has no floating-point output ${name}`
      : `its output ${name} holds ${numbers(given)} for each example, production's ${numbers(expected)}`
  return dataError('output-differs', { contender, reason })
}
