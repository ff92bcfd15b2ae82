import { z } from 'zod'

/**
 * Quantities carry units: `3%`, `0.5pp`, `250ms`, `10m`, `2GiB`. Each reader takes the text a user wrote and gives a
 * number in one fixed unit, or undefined when the text is not of its grammar.
 */

const millisecondsIn = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const bytesIn = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 }

/** How much worse is still acceptable: `relative` to production's value (3 % = 0.03), or `absolute` in the metric's own unit. */
export type Margin = { readonly relative: number } | { readonly absolute: number }

/** Milliseconds of `250ms`, `1.5s`, `10m`, `2h`, `1d`. */
export function parseDuration(text: string): number | undefined {
  return parseWith(text, millisecondsIn)
}

/** Bytes of `512B`, `64kB`, `2GiB`. */
export function parseBytes(text: string): number | undefined {
  return parseWith(text, bytesIn)
}

/** The share of `5%`: 0.05. Between 0 and 1. */
export function parseShare(text: string): number | undefined {
  const share = parsePercent(text)
  return share !== undefined && share <= 1 ? share : undefined
}

/** `3%` is relative, `0.5pp` (percentage points) is absolute on a share, `2ms`, `1MiB` and `0.01` are absolute. */
export function parseMargin(text: string): Margin | undefined {
  const percent = parsePercent(text)
  if (percent !== undefined) return { relative: percent }
  const points = parseWith(text, { pp: 0.01 })
  if (points !== undefined) return { absolute: points }
  const absolute = parseDuration(text) ?? parseBytes(text) ?? parseWith(text, { '': 1 })
  return absolute === undefined ? undefined : { absolute }
}

function parsePercent(text: string): number | undefined {
  return parseWith(text, { '%': 0.01 })
}

/** A non-negative decimal number, then one of the units, nothing else. Spaces between them are allowed. */
function parseWith(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim())
  const scale = match === null ? undefined : units[match[2] ?? '']
  if (match === null || scale === undefined) return undefined
  // 0.1 % is 0.001 and not 0.0010000000000000002: scale by division where the unit is a fraction.
  const number = Number(match[1])
  return scale < 1 ? number / Math.round(1 / scale) : number * scale
}

function quantity<Value>(parse: (text: string) => Value | undefined, description: string): z.ZodType<Value, string> {
  return z
    .string()
    .transform((text, context): Value => parsed(text, parse, description, context))
    .meta({ description })
}

function parsed<Value>(
  text: string,
  parse: (text: string) => Value | undefined,
  description: string,
  context: z.RefinementCtx,
): Value {
  const value = parse(text)
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: `expected ${description}`, params: { quantity: description } })
  return z.NEVER
}

/** Settings fields: text in the file, a number in one fixed unit (or a Margin) after checking. */
export function duration(): z.ZodType<number, string> {
  return quantity(parseDuration, 'a duration such as 250ms, 10s, 5m or 1h')
}

export function byteSize(): z.ZodType<number, string> {
  return quantity(parseBytes, 'a size such as 512kB, 20MB or 2GiB')
}

export function share(): z.ZodType<number, string> {
  return quantity(parseShare, 'a share between 0% and 100%')
}

/** A bare number is a margin in the metric's own unit: `0.005`. */
export function margin(): z.ZodType<Margin, string | number> {
  const description = 'a margin such as 3%, 0.5pp, 2ms or 1MiB'
  return z
    .union([z.string(), z.number()])
    .transform((given, context): Margin => parsed(String(given), parseMargin, description, context))
    .meta({ description })
}

/** `5 %`, `0.5 %`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`
}
