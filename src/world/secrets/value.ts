import { isOwnWord } from '../../core/own-words.ts'

type Replace = (text: string) => string

/**
 * A plain JSON value with every secret in its strings and keys replaced. Numbers, booleans and the structure stay, and so does what
 * decides: keys and words of Airworthy's own, digests, moments, ids of runs. A value without a secret is given back itself. Of two keys
 * that are the same without their secrets, the second one gets a number.
 */
export function maskedValue<Value>(value: Value, replace: Replace): Value {
  return valueIn(value, '', replace) as Value
}

function valueIn(value: unknown, key: string, replace: Replace): unknown {
  if (typeof value === 'string') return stringIn(value, key, replace)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return arrayIn(value, key, replace)
  return Object.prototype.toString.call(value) === '[object Object]' ? objectIn(value, replace) : value
}

function arrayIn(values: readonly unknown[], key: string, replace: Replace): readonly unknown[] {
  let changed: unknown[] | undefined
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    // Measurements are long lists of numbers.
    if (typeof value === 'number') continue
    const masked = valueIn(value, key, replace)
    if (masked === value) continue
    changed ??= [...values]
    changed[at] = masked
  }
  return changed ?? values
}

function objectIn(value: object, replace: Replace): object {
  let changed = false
  const entries = new Map<string, unknown>()
  for (const [key, member] of Object.entries(value)) {
    const shown = freeName(isOwnWord(key) ? key : stringIn(key, '', replace), entries)
    const masked = valueIn(member, key, replace)
    if (shown !== key || masked !== member) changed = true
    entries.set(shown, masked)
  }
  return changed ? Object.fromEntries(entries) : value
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`
}

function stringIn(text: string, key: string, replace: Replace): string {
  const masked = replace(text)
  if (masked === text || isOwnWord(text)) return text
  // A short secret may stand in any digest by chance. One that is a digest as a whole stays only where digests are kept.
  if (structure.test(text) && (masked !== '***' || ofDigests.test(key))) return text
  return masked
}

/** SHA-256 and SHA-1, moments, and ids of runs. */
const structure = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{8}-\d{6}-[0-9a-f]{8})$/

const ofDigests =
  /sha256$|digest|^(?:commit|source|evidence|candidate|key|product|share|subject|head|ledger|seal|fingerprint)$/i

/**
 * A text that may be JSON or HTML: in JSON the value is masked, and the rest of the text stays; in HTML no word or number is, which
 * may be its own.
 */
export function maskedText(text: string, { everything, markup }: { everything: Replace; markup: Replace }): string {
  const masked = everything(text)
  if (masked === text) return text
  if (/^\s*[[{]/.test(text)) return maskedJson(text, everything) ?? masked
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return markup(text)
  return structure.test(text.trim()) && masked.trim() !== '***' ? text : masked
}

/** Undefined for what is no JSON, and for what is nested more deeply than can be walked: nothing that Airworthy writes is. */
function maskedJson(text: string, replace: Replace): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const masked = maskedValue(value, replace)
    if (masked === value) return text
    const indent = /^\s*[[{]\n( *)/.exec(text)?.[1]?.length ?? 0
    return `${JSON.stringify(masked, null, indent)}${text.slice(text.trimEnd().length)}`
  } catch {
    return undefined
  }
}
