import { holm } from '../../stats/holm.ts'
import type { JudgedRow } from './row.ts'

export interface Recomputable {
  readonly row: JudgedRow
  /** The same row at another error rate. */
  at(alpha: number): JudgedRow
}

/** Marks the alarms that hold only as long as nobody asks how many comparisons there were. Counts leave nothing to chance. */
export function together(comparisons: readonly Recomputable[], alpha: number): JudgedRow[] {
  const chancy = comparisons.filter(({ row }) => row.method.code !== 'exact')
  const alarms = chancy.filter(({ row }) => row.verdict === 'fail')
  const raises = (alarm: Recomputable, level: number): boolean =>
    level === alpha || alarm.at(level).verdict === alarm.row.verdict
  const holding = holm(alarms, { comparisons: chancy.length, alpha }, raises)
  return comparisons.map((each) =>
    alarms.includes(each) && !holding.has(each) ? { ...each.row, alone: true, among: chancy.length } : each.row,
  )
}
