import { z } from 'zod'
import { parseBytes, parseDuration, parseMargin, parseShare, type StatedMargin } from './parse.ts'

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

/** A margin as it was written: whoever knows its metric checks its unit. */
export function margin(): z.ZodType<StatedMargin, string | number> {
  const description = 'a margin such as 3%, 0.5pp, 2ms or 1MiB'
  return z
    .union([z.string(), z.number()])
    .transform((given, context): StatedMargin => parsed(String(given), parseMargin, description, context))
    .meta({ description })
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
