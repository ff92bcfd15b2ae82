import { Bug } from '../../core/errors/index.ts'
import type { Measurements, Question } from '../../core/products/index.ts'
import { metricAsked } from '../metrics/asked.ts'
import { qualityRow } from '../quality/index.ts'
import type { Comparing } from '../row/comparing.ts'
import { isProduction } from '../row/identity.ts'
import type { JudgedRow } from '../row/row.ts'
import { currentRules, type Rules } from '../row/rules.ts'
import { type Recomputable, together } from '../row/together.ts'
import { speedRows } from '../speed/index.ts'
import { countRow } from './counts.ts'

/**
 * One row for each metric asked about, of the chosen contender against production; for a speed metric one for each scenario.
 * Pure: the same measurements give the same rows to the last digit. No rows when there is no production to compare with,
 * or when the candidate is production itself. `rules`: those that evidence was recorded by, when it is recomputed.
 * Throws `metric-not-measured`, `metric-unknown`.
 */
export function compareRows(
  measurements: Measurements,
  questions: readonly Question[],
  alpha: number,
  rules: Rules = currentRules,
): JudgedRow[] {
  const production = measurements.contenders.find(({ role }) => role === 'production')
  if (production === undefined || isProduction(measurements.contenders, measurements.chosen)) return []
  const comparisons = questions.flatMap((question) => {
    const asked = { question, measurements, production: production.id, chosen: measurements.chosen, rules }
    const rowsAt = (level: number): JudgedRow[] => rowsOf({ ...asked, alpha: level })
    return rowsAt(alpha).map((row, at): Recomputable => ({ row, at: (level) => rowsAt(level)[at] as JudgedRow }))
  })
  return together(comparisons, alpha)
}

function rowsOf(given: Omit<Comparing, 'name' | 'metric' | 'slice'>): JudgedRow[] {
  const { metric, slice } = metricAsked(given.question)
  const asked = { ...given, name: given.question.metric, slice }
  switch (metric.how) {
    case 'ratio':
      return speedRows({ ...asked, metric })
    case 'paired':
    case 'own':
      return [qualityRow({ ...asked, metric })]
    case 'exact':
      return [countRow({ ...asked, metric })]
    default:
      throw new Bug(`no rows for ${metric satisfies never}`)
  }
}
