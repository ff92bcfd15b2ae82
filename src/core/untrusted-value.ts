import type { z } from 'zod'
import { misfit, type TypeOf } from './schema.ts'

/** How much there may be in a value that anyone may have written. */
export interface Bounds {
  /** Levels of lists and objects in one another. What walks a value by recursion overflows its stack somewhere above a thousand. */
  readonly levels: number
  /** Characters of a text, and of a member's name. */
  readonly text: number
  /** Members of a list. Figures are not counted: a list of nothing but numbers may be as long as its file. */
  readonly list: number
}

/** Measurements take a dozen levels. How much there is in all is bounded by the size of the file. */
const usual: Bounds = { levels: 40, text: Number.POSITIVE_INFINITY, list: Number.POSITIVE_INFINITY }

/**
 * A value that anyone may have written, when it is within the bounds and of the form of a schema; else the reason why not, the end
 * of a sentence. The value stays as it is: members that the schema does not name are kept.
 */
export function checkUntrusted<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  bounds: Partial<Bounds> = {},
): { readonly value: TypeOf<Schema> } | { readonly reason: string } {
  const reason = beyondBounds(value, { ...usual, ...bounds }) ?? misfit(schema, value)
  return reason === undefined ? { value: value as TypeOf<Schema> } : { reason }
}

/** Level by level, without recursion: what it looks for is what would overflow the stack. */
function beyondBounds(value: unknown, { levels, text, list }: Bounds): string | undefined {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return 'its values are nested too deeply'
    const inner: unknown[] = []
    for (const each of level) {
      if (typeof each === 'string' && each.length > text) return `it holds a text of over ${text} characters`
      if (each === null || typeof each !== 'object') continue
      // A schema passes over a member of this name, and what it holds would be unchecked.
      if (Object.hasOwn(each, '__proto__')) return 'it has a member with the name __proto__'
      if (Object.keys(each).some((name) => name.length > text)) return `it has a name of over ${text} characters`
      const members = Object.values(each).filter((member) => typeof member !== 'number')
      if (Array.isArray(each) && members.length > list) return `it holds a list of over ${list} members`
      for (const member of members) inner.push(member)
    }
    level = inner
  }
  return undefined
}
