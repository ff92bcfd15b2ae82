import { Bug } from '../../core/errors.ts'
import { type Metric, metricNamed } from '../../core/metric.ts'
import type { ComparisonRow, Measurements, Question } from '../../core/products.ts'
import { isProduction } from '../benchmark/contenders.ts'
import type { Comparing } from './comparing.ts'
import { exactRow } from './exact.ts'
import { pairedRow } from './paired.ts'
import { speedRows } from './speed.ts'

/**
 * One row for each metric asked about, of the chosen contender against production; for a speed metric one for each scenario.
 * Pure: the same measurements give the same rows to the last digit. No rows when there is no production to compare with,
 * or when the candidate is production itself.
 * Throws `metric-not-measured`.
 */
export function compareRows(
  measurements: Measurements,
  questions: readonly Question[],
  alpha: number,
): ComparisonRow[] {
  const production = measurements.contenders.find(({ role }) => role === 'production')
  if (production === undefined || isProduction(measurements.contenders, measurements.chosen)) return []
  return questions.flatMap((question) => {
    const metric = metricOf(question)
    return rowsOf({ metric, question, measurements, production: production.id, chosen: measurements.chosen, alpha })
  })
}

function rowsOf(comparing: Comparing): ComparisonRow[] {
  switch (comparing.metric.how) {
    case 'ratio':
      return speedRows(comparing)
    case 'paired':
      return [pairedRow(comparing)]
    case 'exact':
      return [exactRow(comparing)]
    default:
      throw new Bug(`no rows for metrics compared by ${comparing.metric.how satisfies never}`)
  }
}

/** A metric of the table, by the name that was asked for, or one of the user's own, in no unit. */
function metricOf({ metric: name, better = 'higher' }: Question): Metric {
  const known = metricNamed(name)?.metric
  const own = { unit: '1', better, how: 'paired', summary: "a user's own metric", margin: '0%' } as const
  return { ...(known ?? own), name }
}
