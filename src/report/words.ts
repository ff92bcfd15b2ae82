import type { CheckVerdict, ComparisonRow } from '../core/products/index.ts'
import { printChange, printCount, printSigned } from '../core/quantity/print.ts'
import type { RunReport, StageStatus } from '../core/report.ts'

/**
 * How verdicts, changes and intervals are said, in one place for every format; the numbers in them are printed by
 * `core/quantity`. Pure text, unescaped: nothing here is markup. Ranges have an en dash; `asciiOnly` gives all of it a plain form.
 */

/** How a run, a stage, a check or a step ended. */
export type Status = StageStatus | RunReport['outcome'] | CheckVerdict

const statuses: Readonly<Record<Status, { readonly glyph: string; readonly word: string }>> = {
  pass: { glyph: '✓', word: 'pass' },
  fail: { glyph: '✗', word: 'fail' },
  inconclusive: { glyph: '?', word: 'inconclusive' },
  'not-checked': { glyph: '?', word: 'not checked' },
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

/** `1 block`, `12 blocks`. */
export function counted(number: number, noun: string): string {
  return `${printCount(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** The change of a row with its sign: `-41 %`, `+0.3 pp`. */
export function change(row: ComparisonRow): string {
  return printSigned(row.change, sizeIn(row, [row.change]))
}

/** The interval of a row as a phrase: `39–43 % lower`, `0.2–0.9 pp higher`, `-0.5 to +1.2 %`, `no change`. */
export function interval(row: ComparisonRow): string {
  const { low, high } = row.interval
  if (low === 0 && high === 0) return 'no change'
  const size = sizeIn(row, [low, high])
  if (low > 0) return `${between(size(low), size(high), '–')} higher`
  if (high < 0) return `${between(size(-high), size(-low), '–')} lower`
  return between(printSigned(low, size), printSigned(high, size), ' to ')
}

/** The size of a change on the scale of a row, without a sign: `1.5 %`, `0.3 pp`. */
export function size(row: ComparisonRow, value: number): string {
  return printChange(row, value)
}

/** The margin of a row: `3 %`, `0.5 pp`, `2 ms`; `±3 %` where it counts both ways, `better by 3 %` where that is claimed. */
export function margin(row: ComparisonRow): string {
  // As it was asked for, to the last digit.
  const size = printChange(row, row.margin, 4)
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

/**
 * Prints sizes of changes with as many digits as it takes, up to four more than usual, for different ends not to look equal,
 * nor an end like the margin that it only comes near to.
 */
function sizeIn(row: ComparisonRow, ends: readonly number[]): (size: number) => string {
  const print = (extra: number) => (size: number) => printChange(row, size, extra)
  return print([0, 1, 2, 3].find((extra) => !hides(row, ends, print(extra))) ?? 4)
}

function hides({ margin }: ComparisonRow, ends: readonly number[], print: (size: number) => string): boolean {
  const looksLike = (a: number, b: number) => a !== b && printSigned(a, print) === printSigned(b, print)
  return ends.some((end) => looksLike(Math.abs(end), margin) || ends.some((other) => looksLike(end, other)))
}

/** A unit that both ends share is said once. */
function between(low: string, high: string, joint: string): string {
  if (low === high) return low
  const [number = '', unit = ''] = parted(low)
  return unit !== '' && unit === parted(high)[1] ? `${number}${joint}${high}` : `${low}${joint}${high}`
}

function parted(text: string): string[] {
  const space = text.indexOf(' ')
  return space === -1 ? [text] : [text.slice(0, space), text.slice(space)]
}
