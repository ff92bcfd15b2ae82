import { Bug } from '../core/errors/index.ts'
import { type Metric, metricNamed } from '../core/metric.ts'
import type { ComparisonRow, Measurements, Question } from '../core/products/index.ts'
import { holm } from '../stats/holm.ts'
import type { Comparing } from './comparing.ts'
import { exactRow } from './exact.ts'
import { isProduction } from './identity.ts'
import { pairedRow } from './quality/index.ts'
import { speedRows } from './speed/index.ts'

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
  const { chosen } = measurements
  const asked = questions.flatMap((question) => {
    const metric = metricOf(question)
    const rowsAt = (level: number): ComparisonRow[] =>
      rowsOf({ metric, question, measurements, production: production.id, chosen, alpha: level })
    return rowsAt(alpha).map((row, at): Asked => ({ row, at: (level) => rowsAt(level)[at] as ComparisonRow }))
  })
  return together(asked, alpha)
}

interface Asked {
  readonly row: ComparisonRow
  /** The same row at another error rate. */
  at(alpha: number): ComparisonRow
}

/** Marks the alarms that hold only as long as nobody asks how many comparisons there were. Counts leave nothing to chance. */
function together(asked: readonly Asked[], alpha: number): ComparisonRow[] {
  const chancy = asked.filter(({ row }) => row.method !== 'exact')
  const alarms = chancy.filter(({ row }) => row.verdict === 'fail')
  const raises = (alarm: Asked, level: number): boolean =>
    level === alpha || alarm.at(level).verdict === alarm.row.verdict
  const holding = holm(alarms, { comparisons: chancy.length, alpha }, raises)
  return asked.map((each) => (alarms.includes(each) && !holding.has(each) ? alone(each.row, chancy.length) : each.row))
}

function alone(row: ComparisonRow, comparisons: number): ComparisonRow {
  const words = `Among ${comparisons} comparisons, one such alarm may be chance (Holm).`
  return { ...row, alone: true, why: `${row.why} ${words}` }
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
