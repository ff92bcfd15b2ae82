import { portError } from './errors/ports.ts'
import { largestText } from './largest-text.ts'
import type { Files } from './world.ts'

/** How much a file of JSON may hold. */
export interface JsonLimits {
  readonly bytes: number
  /** Texts, lists and objects. Each takes up to a hundred bytes in memory, and three in the file. */
  readonly values: number
  /** All values, numbers too. Each takes eight bytes in memory, and two in the file. */
  readonly all: number
}

/** What a run may write: the largest value with more around it. */
export const recordLimits: JsonLimits = { bytes: largestText + 2 ** 26, values: 3_000_000, all: 25_000_000 }

/**
 * The value in a JSON file that anyone may have written. `what` names its kind. `wrong` makes the error for a file that holds no JSON.
 * Throws `file-missing`, and `file-too-large` before anything is made of the file.
 */
export async function readJsonFile(
  files: Pick<Files, 'size' | 'read'>,
  file: string,
  what: string,
  wrong: (reason: string, cause: unknown) => Error,
  limits: JsonLimits = recordLimits,
): Promise<unknown> {
  const size = await files.size(file)
  if (size !== undefined && size > limits.bytes)
    throw portError('file-too-large', { path: file, what, count: size, of: 'bytes', limit: limits.bytes })
  const text = textWithin(await files.read(file), limits)
  if (typeof text !== 'string') throw portError('file-too-large', { path: file, what, ...text })
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw wrong('it is not JSON', cause)
  }
}

/** The bytes are not needed once they are text: they are left to be collected before the text becomes a value. */
function textWithin(bytes: Uint8Array, limits: JsonLimits): string | NonNullable<ReturnType<typeof beyondLimits>> {
  return beyondLimits(bytes, limits) ?? new TextDecoder().decode(bytes)
}

/** What there is too much of. Signs inside of texts are counted too: few texts are made of them, and none of ours. */
export function beyondLimits(
  bytes: Uint8Array,
  limits: JsonLimits,
): { readonly count: number; readonly of: string; readonly limit: number } | undefined {
  const { length } = bytes
  if (length > limits.bytes) return { count: length, of: 'bytes', limit: limits.bytes }
  // Nothing shorter can hold as many.
  if (length < limits.values * 2) return undefined
  let [opened, quotes, commas] = [0, 0, 0]
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]
    if (byte === comma) commas++
    else if (byte === quote) quotes++
    else if (byte === brace || byte === bracket) opened++
  }
  const values = opened + quotes / 2
  if (values > limits.values) return { count: values, of: 'texts, lists and objects', limit: limits.values }
  return commas > limits.all ? { count: commas, of: 'values', limit: limits.all } : undefined
}

const [comma, quote, brace, bracket] = [0x2c, 0x22, 0x7b, 0x5b]
