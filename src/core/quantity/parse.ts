/**
 * Quantities carry units: `3%`, `0.5pp`, `250ms`, `1h 30m`, `2GiB`. Each parser takes the text a user wrote and gives a
 * number in one fixed unit, or undefined when the text is not of its grammar. What `print.ts` prints of a duration, a size
 * or a share is of the grammar too.
 */

/** The largest first: the order in which a sum names them. */
const millisecondsIn = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
])
const bytesIn = new Map([
  ['B', 1],
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
])
const joulesIn = new Map([
  ['kJ', 1e3],
  ['J', 1],
  ['mJ', 1e-3],
])
const shareIn = new Map([['%', 0.01]])
const pointsIn = new Map([['pp', 0.01]])
const plainIn = new Map([['', 1]])

/** How much worse is still acceptable: `relative` to production's value (3 % = 0.03), or `absolute` in the metric's own unit. */
export type Margin = { readonly relative: number } | { readonly absolute: number }

/** What an absolute margin is stated in: percentage points, a time, a size, an energy, or nothing at all. */
export type MarginUnit = 'pp' | 'ms' | 'B' | 'J' | ''

/** A margin as it was written. Whether its unit is the metric's shows once the metric is known. `pp` is in shares: 0.5pp is 0.005. */
export type StatedMargin = { readonly relative: number } | { readonly absolute: number; readonly unit: MarginUnit }

/** Milliseconds of `250ms`, `1.5s`, `10m`, `2h`, `1d`, and of sums of them, the largest unit first: `1h 30m`, `4 min 5 s`. */
export function parseDuration(text: string): number | undefined {
  const terms = text.trim().match(/\d[\d.]*\s*[A-Za-z]+\s*|./gs) ?? []
  let [sum, smallest] = [0, Number.POSITIVE_INFINITY]
  for (const term of terms) {
    const unit = millisecondsIn.get(/[A-Za-z]+/.exec(term)?.[0] ?? '')
    const value = parseWith(term, millisecondsIn)
    if (value === undefined || unit === undefined || unit >= smallest) return undefined
    sum += value
    smallest = unit
  }
  return terms.length === 0 ? undefined : sum
}

/** Bytes of `512B`, `64kB`, `2GiB`. */
export function parseBytes(text: string): number | undefined {
  return parseWith(text, bytesIn)
}

/** The share of `5%`: 0.05. Between 0 and 1. */
export function parseShare(text: string): number | undefined {
  const share = parseWith(text, shareIn)
  return share !== undefined && share <= 1 ? share : undefined
}

/** `3%` is relative; `0.5pp` (percentage points), `2ms`, `1MiB`, `0.2J` and `0.01` are absolute. */
export function parseMargin(text: string): StatedMargin | undefined {
  const relative = parseWith(text, shareIn)
  if (relative !== undefined) return { relative }
  for (const [unit, parse] of absolutes) {
    const absolute = parse(text)
    if (absolute !== undefined) return { absolute, unit }
  }
  return undefined
}

const absolutes: readonly (readonly [MarginUnit, (text: string) => number | undefined])[] = [
  ['pp', (text) => parseWith(text, pointsIn)],
  ['ms', parseDuration],
  ['B', parseBytes],
  ['J', (text) => parseWith(text, joulesIn)],
  ['', (text) => parseWith(text, plainIn)],
]

/** A non-negative decimal number, then one of the units, nothing else. Spaces between them are allowed, infinity is not. */
function parseWith(text: string, units: ReadonlyMap<string, number>): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim())
  const scale = units.get(match?.[2] ?? '')
  if (match === null || scale === undefined) return undefined
  // 0.1 % is 0.001 and not 0.0010000000000000002: scale by division where the unit is a fraction.
  const number = Number(match[1])
  const value = scale < 1 ? number / Math.round(1 / scale) : number * scale
  return Number.isFinite(value) ? value : undefined
}
