import { ownValue } from '../core/own.ts'

/** Names of environment variables whose values are secrets wherever they come from. */
export const secretName: RegExp = /token|secret|passw|credential|(api|private|access|cache)_?key/i

/** Shorter values would mask ordinary words. */
const shortest = 6

/** Replaces every secret in a text by `***`. */
export interface Mask {
  (text: string): string
  /** From now on the values of these variables are secrets too, whatever their names. */
  hide(names: readonly string[]): void
  /** The values that are masked, in all their forms. */
  values(): readonly string[]
}

/**
 * A mask for the values of the environment's secrets: every variable whose name says so. Values are masked as they are and
 * as they stand inside JSON strings.
 */
export function createMask(env: Readonly<Record<string, string | undefined>>): Mask {
  const hidden = new Set(Object.keys(env).filter((name) => secretName.test(name)))
  let pattern = patternOf(env, hidden)
  const mask = (text: string): string => (pattern === undefined ? text : text.replace(pattern, '***'))
  const hide = (names: readonly string[]): void => {
    for (const name of names) hidden.add(name)
    pattern = patternOf(env, hidden)
  }
  const values = (): readonly string[] => formsIn(env, hidden)
  return Object.assign(mask, { hide, values })
}

/** Longer forms come first, so that a secret that begins another one does not leave the rest of it. */
function patternOf(env: Readonly<Record<string, string | undefined>>, names: ReadonlySet<string>): RegExp | undefined {
  const forms = formsIn(env, names)
  return forms.length === 0 ? undefined : new RegExp(forms.map(escapeForPattern).join('|'), 'g')
}

function formsIn(env: Readonly<Record<string, string | undefined>>, names: ReadonlySet<string>): readonly string[] {
  const forms = [...names].flatMap((name) => formsOf(ownValue(env, name) ?? ''))
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}

function formsOf(value: string): string[] {
  const lines = value.split(/\r?\n/)
  const parts = lines.length > 1 ? [value, ...lines] : [value]
  return parts
    .flatMap((part) => [part, JSON.stringify(part).slice(1, -1)])
    .filter((part) => part.trim().length >= shortest)
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
