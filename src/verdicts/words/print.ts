import type { JudgedRow } from '../row/row.ts'

/** An amount of change, without its direction. */
export function changeWords({ scale, unit }: Pick<JudgedRow, 'scale' | 'unit'>, change: number): string {
  const size = Math.abs(change)
  if (scale === 'relative') return `${digits(size * 100, 2)} %`
  return unit === 'share' ? `${digits(size * 100, 2)} pp` : valueText(size, unit)
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

function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3))
  return `${digits(bytes / 1000 ** step, 3)} ${units[step]}`
}

/** At most so many significant digits, never an exponent, and whole numbers whole. */
export function digits(value: number, significant: number): string {
  const rounded = Number(value.toPrecision(significant))
  if (Math.abs(rounded) >= 10 ** significant) return Math.round(value).toString()
  return rounded.toLocaleString('en', { maximumSignificantDigits: significant, useGrouping: false })
}
