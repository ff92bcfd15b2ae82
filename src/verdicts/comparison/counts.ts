import type { CountMetric } from '../../core/metric.ts'
import { ownValue } from '../../core/own.ts'
import { judgeExactly } from '../../stats/claims.ts'
import { notMeasured } from '../errors.ts'
import { askedOf, type Comparing } from '../row/comparing.ts'
import { claimedIn, type Found, type JudgedRow, rowOf } from '../row/row.ts'
import { scaleFor, tidy } from '../row/scale.ts'

/** A count, such as the size: it differs or it does not, and no test is needed. */
export function countRow(comparing: Comparing<CountMetric>): JudgedRow {
  const { production, chosen, question } = comparing
  const [before, after] = [countOf(comparing, production), countOf(comparing, chosen)]
  const scale = scaleFor(question.margin, before)
  const change = tidy(scale.scale === 'relative' ? (after - before) / before : after - before)
  const interval = { estimate: change, low: change, high: change, level: 1 }
  const found: Found = { values: [before, after], scale, interval, method: { code: 'exact' } }
  const asked = askedOf(comparing)
  return rowOf(asked, found, judgeExactly(change, claimedIn(asked, scale)))
}

function countOf({ name, metric, measurements }: Comparing<CountMetric>, contender: string): number {
  const count = ownValue(ownValue(measurements.counts, contender), metric.name)
  if (count === undefined) throw notMeasured(name, `there is no count of ${contender}`)
  return count
}
