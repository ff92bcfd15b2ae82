import { dataError } from './errors.ts'
import { isNumber } from './finite.ts'
import { floatOutputsOf, type Row } from './outputs.ts'
import type { Recorder, Recording, Served } from './recorder.ts'

export function nothingServed(): Served {
  return { examples: [], numbers: 0 }
}

/**
 * How far the outputs of each example lie from production's: ‖output − production's‖ / ‖production's‖ over all floating-point
 * outputs together, Euclidean: free of units. It is 1 where production gives zeros alone and the other does not. The contender whose
 * outputs come first is production: 0. Throws `output-not-rows`; `output-differs`; `output-not-finite` where a number is NaN
 * or infinite and production's is not the same; `metric-too-large`.
 */
export function errorRecorder({ contender, served }: Recording): Recorder {
  const errors: number[] = []
  const first = served.examples.length === 0
  return {
    take({ outputs, start, count, rows }) {
      const floats = floatOutputsOf(outputs, rows, contender)
      for (let at = 0; at < count; at++) {
        const given = new Map([...floats].map(([name, row]) => [name, row(at)]))
        if (first) keep(served, given)
        const index = start + at
        const expected = served.examples[index] ?? new Map()
        errors.push(first ? 0 : relativeError(given, expected, { contender, index }))
      }
    },
    finish: () => errors,
  }
}

/** A gigabyte of single floats. */
const mostNumbers = 2 ** 28

function keep(served: Served, given: ReadonlyMap<string, Row>): void {
  for (const row of given.values()) served.numbers += row.length
  if (served.numbers > mostNumbers) {
    const why = `production's outputs on all examples take more than ${mostNumbers} numbers`
    throw dataError('metric-too-large', { metric: 'output-error', why })
  }
  served.examples.push(given)
}

function relativeError(
  given: ReadonlyMap<string, Row>,
  expected: ReadonlyMap<string, Row>,
  { contender, index }: { readonly contender: string; readonly index: number },
): number {
  let [distance, size] = [0, 0]
  for (const [name, row] of expected) {
    const other = given.get(name)
    if (other?.length !== row.length) throw differs(contender, name, row.length, other?.length)
    for (let at = 0; at < row.length; at++) {
      const [value, wanted] = [other[at] as number, row[at] as number]
      if (isNumber(wanted)) size += wanted ** 2
      if (Object.is(value, wanted)) continue
      if (!isNumber(value - wanted))
        throw dataError('output-not-finite', { contender, value: String(value), example: index })
      distance += (value - wanted) ** 2
    }
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
