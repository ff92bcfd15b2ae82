import type { ComparisonRow } from '../core/products/index.ts'

/** A row before it has its sentence. */
export type Unexplained = Omit<ComparisonRow, 'why'>

/**
 * The verdict as one sentence with its numbers. `doubt` says why no verdict can be trusted, where that is so, in words that
 * follow "because".
 */
export function explain(row: Unexplained, doubt?: string): string {
  const values = `${row.metric} went from ${valueText(row.production, row.unit)} to ${valueText(row.candidate, row.unit)}`
  return `${values}, ${changeText(row)}; ${allowance(row)}: ${outcome(row, doubt)}${resolution(row)}.`
}

/** An amount of change, without its direction. */
export function changeWords({ scale, unit }: Pick<Unexplained, 'scale' | 'unit'>, change: number): string {
  const size = Math.abs(change)
  if (scale === 'relative') return `${digits(size * 100, 2)} %`
  return unit === 'share' ? `${digits(size * 100, 2)} pp` : valueText(size, unit)
}

/** What so much evidence could have told from no change, nine times out of ten. */
function resolution(row: Unexplained): string {
  return row.detectable === undefined ? '' : ` (smallest change it could tell: ${amount(row, row.detectable)})`
}

/** A value with its unit, three digits. */
export function valueText(value: number, unit: string): string {
  if (unit === 'share') return `${digits(value * 100, 4)} %`
  if (unit === 'B') return bytesText(value)
  if (unit === 'ms') return `${digits(value, 3)} ms`
  if (unit === 'J') return `${digits(value, 3)} J`
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
  if (row.claim === 'equivalent') return `${amount(row, row.margin)} either way is allowed`
  if (row.claim === 'better') return demand(row)
  if (row.margin === 0) return 'nothing worse is allowed'
  return `${directed(row, row.better === 'lower' ? row.margin : -row.margin)} is allowed`
}

function demand(row: Unexplained): string {
  if (row.margin === 0) return 'it has to be better'
  return `it has to be more than ${directed(row, row.better === 'lower' ? -row.margin : row.margin)}`
}

function outcome(row: Unexplained, doubt: string | undefined): string {
  if (row.verdict !== 'inconclusive') return row.verdict
  if (doubt !== undefined) return `inconclusive, because ${doubt}`
  const { blocks, examples } = row.needs ?? {}
  if (blocks !== undefined) return `inconclusive, about ${blocks} blocks would settle it`
  if (examples !== undefined) return `inconclusive, about ${examples} examples would settle it`
  return 'inconclusive, and too close to the margin for more measurements to settle it'
}

function directed(row: Unexplained, change: number): string {
  return `${amount(row, change)} ${change < 0 ? 'lower' : 'higher'}`
}

function amount(row: Unexplained, change: number): string {
  return changeWords(row, change)
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
