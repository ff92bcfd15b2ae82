import type { ComparisonRow } from '../../core/products.ts'

/** A row before it has its sentence. */
export type Unexplained = Omit<ComparisonRow, 'why'>

/**
 * The verdict as one sentence with its numbers. `unsteady` is the change that a second copy of production showed, where that
 * was too much to trust any verdict.
 */
export function explain(row: Unexplained, unsteady?: number): string {
  const values = `${row.metric} went from ${valueText(row.production, row.unit)} to ${valueText(row.candidate, row.unit)}`
  return `${values}, ${changeText(row)}; ${allowance(row)}: ${outcome(row, unsteady)}.`
}

/** A value with its unit, three digits. */
export function valueText(value: number, unit: string): string {
  if (unit === 'share') return `${digits(value * 100, 4)} %`
  if (unit === 'B') return bytesText(value)
  if (unit === 'ms') return `${digits(value, 3)} ms`
  if (unit === '1/s') return `${digits(value, 3)} per second`
  return digits(value, Number.isInteger(value) ? 15 : 4)
}

function changeText(row: Unexplained): string {
  if (row.change === 0 && row.interval.low === row.interval.high) return 'no change'
  const change = directed(row, row.change)
  if (row.method === 'exact') return change
  return `${change} (${rangeText(row)} with ${digits(row.interval.level * 100, 3)} % confidence)`
}

function rangeText(row: Unexplained): string {
  const { low, high } = row.interval
  if (low < 0 && high > 0) return `between ${directed(row, low)} and ${directed(row, high)}`
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low]
  return `between ${amount(row, near)} and ${directed(row, far)}`
}

function allowance(row: Unexplained): string {
  if (row.margin === 0) return 'nothing worse is allowed'
  return `${directed(row, row.better === 'lower' ? row.margin : -row.margin)} is allowed`
}

function outcome(row: Unexplained, unsteady: number | undefined): string {
  if (row.verdict !== 'inconclusive') return row.verdict
  if (unsteady !== undefined) {
    return `inconclusive, because two copies of production differed by ${amount(row, unsteady)} in the same run`
  }
  const { blocks, examples } = row.needs ?? {}
  if (blocks !== undefined) return `inconclusive, about ${blocks} blocks would settle it`
  if (examples !== undefined) return `inconclusive, about ${examples} examples would settle it`
  return 'inconclusive, and too close to the margin for more measurements to settle it'
}

function directed(row: Unexplained, change: number): string {
  return `${amount(row, change)} ${change < 0 ? 'lower' : 'higher'}`
}

function amount(row: Unexplained, change: number): string {
  const size = Math.abs(change)
  if (row.scale === 'relative') return `${digits(size * 100, 2)} %`
  return row.unit === 'share' ? `${digits(size * 100, 2)} pp` : valueText(size, row.unit)
}

function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3))
  return `${digits(bytes / 1000 ** step, 3)} ${units[step]}`
}

/** At most so many significant digits, never an exponent, and whole numbers whole. */
function digits(value: number, significant: number): string {
  const rounded = Number(value.toPrecision(significant))
  if (Math.abs(rounded) >= 10 ** significant) return Math.round(value).toString()
  return rounded.toLocaleString('en', { maximumSignificantDigits: significant, useGrouping: false })
}
