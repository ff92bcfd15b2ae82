/**
 * The one printer of numbers: what a figure looks like in evidence, reports, messages and on the terminal. A figure has a
 * fixed number of significant digits, no trailing zeros, no exponent and no separators, a space before its unit, and an
 * ASCII minus sign. A number that is not known (NaN) is printed as `unknown`.
 *
 * Evidence sentences use these forms. `verify` recomputes numbers only, so a changed form gives a note, not a difference.
 */

/**
 * At most so many significant digits, 1 to 15; a number that has more of them before its point is rounded to a whole one:
 * `0.0123`, `1.5`, `12346`.
 */
export function printNumber(value: number, significant = 3): string {
  if (Number.isNaN(value)) return 'unknown'
  if (!Number.isFinite(value)) return value < 0 ? '-∞' : '∞'
  const rounded = Number(value.toPrecision(significant))
  if (Math.abs(rounded) >= 10 ** significant) return printWhole(Math.round(value))
  return formatOf(significant).format(rounded)
}

/** From 1e21 on, numbers become text with an exponent. */
function printWhole(whole: number): string {
  return Math.abs(whole) < 1e21 ? String(whole) : String(BigInt(whole))
}

/** A number of things, with a comma at the thousands: `26,506`. Metrics that count, such as `parameters`, have none: `printValue`. */
export function printCount(value: number): string {
  return Number.isSafeInteger(value) ? grouped(value) : printNumber(value)
}

/**
 * The value of a metric or a difference of two, in the metric's own unit (`unit` of `core/metric.ts`): shares with four
 * digits, counts in full, the rest with three. `extra` more digits tell close values apart.
 */
export function printValue(value: number, unit: string, extra = 0): string {
  if (unit === 'B') return printBytes(value, 3 + extra)
  if (unit === 'share') return printShare(value, 4 + extra)
  if (unit === '1') return printNumber(value, Number.isInteger(value) ? 15 : Math.min(15, 4 + extra))
  return withUnit(value, unit === '1/s' ? 'per second' : unit, 3 + extra)
}

/** What a change is said of: its scale, and the unit of its metric. */
interface ChangeOf {
  readonly scale: 'relative' | 'absolute'
  readonly unit: string
}

/** The size of a change, without its direction: two digits of a relative one (`1.2 %`) and of one of a share (`0.54 pp`). */
export function printChange({ scale, unit }: ChangeOf, change: number, extra = 0): string {
  const size = Math.abs(change)
  if (scale === 'relative') return printShare(size, 2 + extra)
  return unit === 'share' ? printPoints(size, 2 + extra) : printValue(size, unit, extra)
}

/** A number with its sign, plus included: `+1.2 %`, `-3`, `0 %`. `print` gets it without the sign. */
export function printSigned(value: number, print: (size: number) => string): string {
  return `${value > 0 ? '+' : value < 0 ? '-' : ''}${print(Math.abs(value))}`
}

/** A share or a relative change, 1 for 100 %: `12.35 %`. */
export function printShare(share: number, significant = 4): string {
  return withUnit(share * 100, '%', significant)
}

/** A difference of shares in percentage points: `0.54 pp` of 0.0054. */
export function printPoints(difference: number, significant = 2): string {
  return withUnit(difference * 100, 'pp', significant)
}

/** The p-value of a test, two digits; small ones with an exponent: `0.031`, `2.0e-7`. */
export function printPValue(p: number): string {
  return p.toPrecision(2)
}

/** A measured time in milliseconds, whatever its size, so that times compare at a glance: `0.427 ms`, `1250 ms`. */
export function printMilliseconds(ms: number): string {
  return withUnit(ms, 'ms', 3)
}

/** A time, given in milliseconds, that may be far shorter than a run, such as a bound on one node: `0.241 µs`, `12.3 ms`. */
export function printBound(ms: number): string {
  return ms < 1 ? withUnit(ms * 1000, 'µs', 3) : printMilliseconds(ms)
}

/** How long something took or takes, given in milliseconds, for people: `250 ms`, `24.3 s`, `4 min 5 s`, `1 h 2 min`. */
export function printDuration(ms: number): string {
  if (ms < 0) return `-${printDuration(-ms)}`
  if (ms < 999.5) return printMilliseconds(ms)
  if (ms < 99_950) return `${printNumber(Math.round(ms / 100) / 10)} s`
  const seconds = Math.round(ms / 1000)
  if (!Number.isSafeInteger(seconds)) return withUnit(ms / 3_600_000, 'h', 3)
  if (seconds < 3600) return inTwo(seconds, 60, 'min', 's')
  return inTwo(Math.round(seconds / 60), 60, 'h', 'min')
}

/** Bytes in decimal units up to GB: `512 B`, `26.4 kB`, `1.2 GB`. */
export function printBytes(bytes: number, significant = 3): string {
  return prefixed(bytes, 'B', 'kMG', significant)
}

/** An amount of anything with a decimal prefix: `8.18 GFLOP`, `50 GB/s`. */
export function printAmount(value: number, unit: string): string {
  return prefixed(value, unit, 'kMGTP', 3)
}

function prefixed(value: number, unit: string, prefixes: string, significant: number): string {
  const step = Math.min(prefixes.length, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3))
  return withUnit(Number.isNaN(step) ? value : value / 1000 ** step, `${prefixes[step - 1] ?? ''}${unit}`, significant)
}

function withUnit(value: number, unit: string, significant: number): string {
  return Number.isNaN(value) ? printNumber(value) : `${printNumber(value, Math.min(15, significant))} ${unit}`
}

function inTwo(whole: number, size: number, large: string, small: string): string {
  return `${printNumber(Math.floor(whole / size), 15)} ${large} ${whole % size} ${small}`
}

/** Made when the first number is printed, which reads the language's data for 20 ms, and kept. */
let grouping: Intl.NumberFormat | undefined

function grouped(whole: number): string {
  grouping ??= new Intl.NumberFormat('en')
  return grouping.format(whole)
}

/** Kept, because making one takes longer than a hundred uses of it. */
const formats = new Map<number, Intl.NumberFormat>()

function formatOf(significant: number): Intl.NumberFormat {
  const known = formats.get(significant)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en', { maximumSignificantDigits: significant, useGrouping: false })
  formats.set(significant, made)
  return made
}
