import type { z } from 'zod'
import { misfit, type TypeOf, wrongType } from './schema.ts'

/** How much there may be in a value that anyone may have written. */
export interface Bounds {
  /** Levels of lists and objects in one another. What walks a value by recursion overflows its stack somewhere above a thousand. */
  readonly levels: number
  /** Characters of a text, and of a member's name. */
  readonly text: number
  /** Members of a list. Figures are not counted: a list of nothing but numbers may be as long as its file. */
  readonly list: number
  /** Members of a list of objects: rows, warnings, stages. */
  readonly objects: number
  /** Characters of all texts. */
  readonly texts: number
}

/** Measurements take a dozen levels. How much there is in all is bounded by the size of the file. */
const usual: Bounds = {
  levels: 40,
  text: Number.POSITIVE_INFINITY,
  list: Number.POSITIVE_INFINITY,
  objects: Number.POSITIVE_INFINITY,
  texts: Number.POSITIVE_INFINITY,
}

/**
 * A value that anyone may have written, when it is within the bounds and of the form of a schema; else the reason why not, the end
 * of a sentence. The value stays as it is: members that the schema does not name are kept.
 */
export function checkUntrusted<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  bounds: Partial<Bounds> = {},
): { readonly value: TypeOf<Schema> } | { readonly reason: string } {
  // Of each member that is wrong a schema keeps an issue of hundreds of bytes: most are found among the first members of lists. What
  // these add up to says nothing of the whole.
  const reason =
    beyondBounds(value, { ...usual, ...bounds }) ?? wrongType(schema, firstOf(value)) ?? misfit(schema, value)
  return reason === undefined ? { value: value as TypeOf<Schema> } : { reason }
}

/** Level by level, without recursion: what it looks for is what would overflow the stack. */
function beyondBounds(value: unknown, { levels, text, list, objects, texts }: Bounds): string | undefined {
  let level: readonly unknown[] = [value]
  let characters = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return 'its values are nested too deeply'
    const inner: unknown[] = []
    for (const each of level) {
      if (typeof each === 'string') {
        if (each.length > text) return `it holds a text of over ${text} characters`
        characters += each.length
        if (characters > texts) return `its texts have over ${texts} characters`
      }
      if (each === null || typeof each !== 'object') continue
      const isList = Array.isArray(each)
      // A schema passes over a member of this name, and what it holds would be unchecked.
      if (Object.hasOwn(each, '__proto__')) return 'it has a member with the name __proto__'
      if (!isList && Object.keys(each).some((name) => name.length > text))
        return `it has a name of over ${text} characters`
      const before = inner.length
      for (const member of isList ? each : Object.values(each)) if (typeof member !== 'number') inner.push(member)
      if (isList && inner.length - before > list) return `it holds a list of over ${list} members`
      if (isList && each.length > objects && isObject(each[0])) return `it holds a list of over ${objects} objects`
      if (isList && isMixed(each))
        return `it holds a list of over ${mostOfAnother} values that are of another kind than its first`
    }
    level = inner
  }
  return undefined
}

/** Members of a list that are looked at first. */
const first = 1000
/** Members of a list that may be of a kind that none of the first is of: a few scores are `null` where others are numbers. */
const mostOfAnother = 100_000

function isMixed(list: readonly unknown[]): boolean {
  if (list.length <= first + mostOfAnother) return false
  const kinds = new Set(list.slice(0, first).map(kindOf))
  let others = 0
  for (const member of list) if (!kinds.has(kindOf(member))) others++
  return others > mostOfAnother
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
}

/** The value with the first members of its lists. It nests within bounds by now. */
function firstOf(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > first || value.some(isObject) ? value.slice(0, first).map(firstOf) : value
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, firstOf(member)]))
    : value
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}
