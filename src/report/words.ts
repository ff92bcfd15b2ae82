import type { ComparisonRow } from '../core/products/index.ts'
import type { RunReport, StageStatus } from '../core/report.ts'

/**
 * How numbers and verdicts are said, in one place for every format. Pure text, unescaped: nothing here is markup.
 * Spaces stand before units, minus signs are U+2212, ranges have an en dash; `asciiOnly` gives all of it a plain form.
 */

/** How a run, a stage or a step ended. */
export type Status = StageStatus | RunReport['outcome']

const statuses: Readonly<Record<Status, { readonly glyph: string; readonly word: string }>> = {
  pass: { glyph: '✓', word: 'pass' },
  fail: { glyph: '✗', word: 'fail' },
  inconclusive: { glyph: '?', word: 'inconclusive' },
  'rolled-back': { glyph: '↩', word: 'rolled back' },
  error: { glyph: '!', word: 'error' },
  cancelled: { glyph: '■', word: 'cancelled' },
  measured: { glyph: '✓', word: 'measured' },
  done: { glyph: '✓', word: 'done' },
  cached: { glyph: '✓', word: 'cached' },
  skipped: { glyph: '–', word: 'skipped' },
}

export function glyph(status: Status): string {
  return statuses[status].glyph
}

export function word(status: Status): string {
  return statuses[status].word
}

/** The verdict of a row in words: a pass that is better beyond doubt says so. */
export function rowVerdict(row: ComparisonRow): string {
  return row.verdict === 'pass' && row.improved ? 'pass, better' : word(row.verdict)
}

/** A value with its unit, at most three significant digits: `1.23 ms`, `26.4 kB`, `97.40 %`, `26,506`. */
export function quantity(value: number, unit: string): string {
  if (!Number.isFinite(value)) return 'unknown'
  if (unit === 'ms') return milliseconds(value)
  if (unit === 'B') return bytes(value)
  if (unit === 'share') return `${signless(value * 100, 2)} %`
  if (unit === '1') return count(value)
  if (unit === '1/s') return `${significant(value)}/s`
  return `${significant(value)} ${unit}`.trim()
}

/** A time given in milliseconds: `823 µs`, `1.23 ms`, `12.3 s`, `4 min 5 s`. */
export function milliseconds(value: number): string {
  if (Math.abs(value) >= 99_950) return minutes(Math.round(value / 1000))
  return scaled(value, [
    [1e-3, 'µs'],
    [1, 'ms'],
    [1000, 's'],
  ])
}

/** How long something took, given in seconds, for people: `<0.1 s`, `24.3 s`, `4 min 5 s`. */
export function seconds(value: number): string {
  if (!Number.isFinite(value)) return 'unknown'
  if (value < 0.05) return '<0.1 s'
  return value < 99.95 ? `${value.toFixed(1)} s` : minutes(Math.round(value))
}

/** Bytes in decimal units: `512 B`, `26.4 kB`, `1.20 GB`. */
export function bytes(value: number): string {
  if (Math.abs(value) < 1000) return `${count(Math.round(value))} B`
  return scaled(value, [
    [1e3, 'kB'],
    [1e6, 'MB'],
    [1e9, 'GB'],
    [1e12, 'TB'],
  ])
}

/** A number of things, with a comma at the thousands. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return 'unknown'
  return Number.isInteger(value) ? grouped(value.toFixed(0)).replace('-', '−') : significant(value)
}

/** `1 block`, `12 blocks`. */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** A share of traffic or of anything else, 0 to 1: `5 %`, `12.5 %`. */
export function share(value: number): string {
  return Number.isFinite(value) ? `${trimmed(value * 100, 1)} %` : 'unknown'
}

/** The change of a row with its sign: `−41 %`, `+0.30 pp`. */
export function change(row: ComparisonRow): string {
  const { factor, unit } = scaleOf(row)
  const decimals = decimalsFor([row.change * factor], row.margin * factor)
  return `${signed(row.change * factor, decimals)} ${unit}`.trim()
}

/** The interval of a row as a phrase: `39–43 % lower`, `0.2–0.9 pp higher`, `−0.5 to +1.2 %`, `no change`. */
export function interval(row: ComparisonRow): string {
  const { factor, unit } = scaleOf(row)
  const [low, high] = [row.interval.low * factor, row.interval.high * factor]
  if (low === 0 && high === 0) return 'no change'
  const decimals = decimalsFor([low, high], row.margin * factor)
  if (low <= 0 && high >= 0) return `${signed(low, decimals)} to ${signed(high, decimals)} ${unit}`.trim()
  const [near, far] = [low, high].map((end) => signless(Math.abs(end), decimals)).sort(byNumber)
  const range = near === far ? near : `${near}–${far}`
  return [range, unit, low > 0 ? 'higher' : 'lower'].filter((part) => part !== '').join(' ')
}

/** The size of a change on the scale of a row, without a sign: `1.5 %`, `0.3 pp`. */
export function size(row: ComparisonRow, value: number): string {
  const { factor, unit } = scaleOf(row)
  return `${significant(Math.abs(value * factor))} ${unit}`.trim()
}

/** The margin of a row: `3 %`, `0.5 pp`, `2 ms`; `±3 %` where it counts both ways, `better by 3 %` where that is claimed. */
export function margin(row: ComparisonRow): string {
  const { factor, unit } = scaleOf(row)
  const size = `${trimmed(row.margin * factor, 3)} ${unit}`.trim()
  if (row.claim === 'equivalent') return `±${size}`
  if (row.claim === 'better') return row.margin === 0 ? 'better' : `better by ${size}`
  return size
}

/** What would settle an inconclusive row: `24 blocks`, `5,000 examples`; nothing when that is not known. */
export function needs(row: ComparisonRow): string | undefined {
  const parts = [
    row.needs?.blocks === undefined ? undefined : counted(row.needs.blocks, 'block'),
    row.needs?.examples === undefined ? undefined : counted(row.needs.examples, 'example'),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' or ')
}

/** An ISO 8601 time for people, to the second, in UTC; text that is no time is given back as it is. */
export function time(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(iso)
  return match === null ? iso : `${match[1]} ${match[2]} UTC`
}

const plainForms: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '↩': '<',
  '■': '#',
  '–': '-',
  '−': '-',
  '─': '-',
  '·': '-',
  '→': '>',
  '…': '~',
  µ: 'u',
  '×': 'x',
  '±': '~',
}

/** The same text in ASCII, character for character so that columns stay aligned; what has no plain form becomes `?`. */
export function asciiOnly(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (character) => plainForms[character] ?? '?')
}

function scaleOf(row: ComparisonRow): { readonly factor: number; readonly unit: string } {
  if (row.scale === 'relative') return { factor: 100, unit: '%' }
  if (row.unit === 'share') return { factor: 100, unit: 'pp' }
  return { factor: 1, unit: row.unit === '1' ? '' : row.unit === '1/s' ? '/s' : row.unit }
}

/**
 * Decimals that show about two digits of the largest value, and more where rounding would make different ends look
 * equal, or an end look equal to the margin that it only comes near to.
 */
function decimalsFor(values: readonly number[], margin: number): number {
  const largest = Math.max(...values.map(Math.abs))
  let decimals = largest >= 9.95 ? 0 : largest >= 0.995 ? 1 : 2
  while (decimals < 4 && hides(values, margin, decimals)) decimals += 1
  return decimals
}

function hides(values: readonly number[], margin: number, decimals: number): boolean {
  const looksLike = (a: number, b: number) => a !== b && a.toFixed(decimals) === b.toFixed(decimals)
  return values.some((value) => looksLike(Math.abs(value), margin) || values.some((other) => looksLike(value, other)))
}

function signed(value: number, decimals: number): string {
  if (value === 0) return '0'
  if (!Number.isFinite(value)) return value > 0 ? '+∞' : value < 0 ? '−∞' : 'unknown'
  return `${value < 0 ? '−' : '+'}${signless(Math.abs(value), decimals)}`
}

function signless(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '∞'
  return grouped(value.toFixed(decimals)).replace('-', '−')
}

function trimmed(value: number, decimals: number): string {
  return grouped(String(Number(value.toFixed(decimals)))).replace('-', '−')
}

/** Three significant digits without an exponent where that stays readable. */
function significant(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e15 || size < 1e-6) return value.toExponential(2).replace('e+', 'e').replaceAll('-', '−')
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Number(size.toPrecision(3)))))
  return signless(value, decimals)
}

/** The value in the largest unit in which it is at least 1 after rounding, or in the smallest of them. */
function scaled(value: number, units: readonly (readonly [size: number, name: string])[]): string {
  const fitting = units.findLast(([size]) => Math.abs(value) >= size * 0.9995) ?? units[0]
  if (fitting === undefined || value === 0) return `0 ${units[Math.min(1, units.length - 1)]?.[1] ?? ''}`
  return `${significant(value / fitting[0])} ${fitting[1]}`
}

function minutes(wholeSeconds: number): string {
  if (wholeSeconds < 0) return `−${minutes(-wholeSeconds)}`
  const [hours, rest] = [Math.floor(wholeSeconds / 3600), wholeSeconds % 3600]
  const [mins, secs] = [Math.floor(rest / 60), rest % 60]
  return hours > 0 ? `${grouped(String(hours))} h ${mins} min` : `${mins} min ${secs} s`
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`
}

function byNumber(a: string, b: string): number {
  return Number(a.replaceAll(',', '')) - Number(b.replaceAll(',', ''))
}
