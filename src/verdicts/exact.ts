import type { ComparisonRow } from '../core/products/index.ts'
import { judgeExactly } from '../stats/claims.ts'
import type { Comparing } from './comparing.ts'
import { verdictError } from './errors.ts'
import { claimedIn, claimOf, scaleFor, tidy } from './scale.ts'
import { explain } from './words.ts'

/** A count, such as the size: it differs or it does not, and no test is needed. */
export function exactRow(comparing: Comparing): ComparisonRow {
  const { metric, question, measurements, production, chosen } = comparing
  const count = (id: string): number => {
    const found = measurements.counts[id]?.[metric.name]
    if (found === undefined)
      throw verdictError('metric-not-measured', { metric: metric.name, why: `there is no count of ${id}` })
    return found
  }
  const [before, after] = [count(production), count(chosen)]
  const { scale, margin } = scaleFor(question.margin, before)
  const change = tidy(scale === 'relative' ? (after - before) / before : after - before)
  const row = {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    production: before,
    candidate: after,
    scale,
    change,
    interval: { low: change, high: change, level: 1 },
    margin,
    ...claimOf(question),
    ...judgeExactly(change, claimedIn(comparing, margin)),
    method: 'exact',
  }
  return { ...row, why: explain(row) }
}
