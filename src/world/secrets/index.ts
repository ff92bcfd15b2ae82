import { createFinder, type Finder, type Span } from './find.ts'
import { formsOf, shortest } from './forms.ts'
import { isSecret, passwordsIn } from './names.ts'
import { shapesIn } from './shapes.ts'
import { maskedText, maskedValue } from './value.ts'

export { isSecretName } from './names.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Replaces every secret in a text by `***`: a value of the environment in any form, what looks like a token, and what was cut off of
 * either before an ellipsis. JSON stays JSON, with the numbers, digests and words of ours that it had; HTML keeps its tags.
 */
export interface Mask {
  (text: string): string
  /** A plain JSON value with every secret replaced in its strings and keys; `maskedValue` says what stays. The same where it holds none. */
  value<Value>(value: Value): Value
  /** As the mask itself, of a text whose beginning was lost: what may be the rest of a secret there goes too. */
  torn(text: string): string
  /**
   * As `value`, of what is sent in a language such as Markdown with markers: a secret that is one word or a number stays, as it may be part
   * of that.
   */
  outgoing<Value>(value: Value): Value
  /** From now on the values of these variables are secrets too, whatever their names. */
  hide(names: readonly string[]): void
  /** What is masked, in all its forms. */
  values(): readonly string[]
}

/**
 * A mask for the secrets of the environment: values of variables whose names say so, and of those that hold an address with a password.
 * `onHidden` is told the forms that `hide` adds.
 */
export function createMask(env: Env, onHidden: (form: string) => void = () => {}): Mask {
  const named = Object.entries(env).filter(([name, value]) => value !== undefined && isSecret(name, value))
  let forms = formsIn(named.map(([name]) => name))
  let finders: { readonly all: Finder; readonly strong: Finder } | undefined

  function formsIn(names: readonly string[]): ReadonlySet<string> {
    const values = names.flatMap((name) => (Object.hasOwn(env, name) ? [env[name] ?? ''] : []))
    return new Set(values.flatMap((value) => [value, ...passwordsIn(value)]).flatMap(formsOf))
  }
  const find = (): { readonly all: Finder; readonly strong: Finder } => {
    finders ??= { all: createFinder([...forms]), strong: createFinder([...forms].filter((form) => !isWord.test(form))) }
    return finders
  }
  const everything = (text: string): string => replaced(text, find().all)
  const markup = (text: string): string => replaced(text, find().strong)
  const hide = (names: readonly string[]): void => {
    const more = [...formsIn(names)].filter((form) => !forms.has(form))
    if (more.length === 0) return
    forms = new Set([...forms, ...more])
    finders = undefined
    for (const form of more) onHidden(form)
  }
  const mask = (text: string): string => maskedText(text, { everything, markup })
  return Object.assign(mask, {
    hide,
    outgoing: <Value>(value: Value): Value => maskedValue(value, markup),
    value: <Value>(value: Value): Value => maskedValue(value, everything),
    torn: (text: string) => mask(withoutRest(text, forms)),
    values: () => [...forms],
  })
}

/** What HTML and Markdown are made of, and numbers. */
const isWord = /^(?:[A-Za-z]+|\d+)$/

/** Again until nothing is found: what stood around a secret may be another one without it. */
function replaced(text: string, find: Finder): string {
  if (text.length < shortest) return text
  for (let before = text; ; ) {
    const after = withStars(before, [...find(before), ...shapesIn(before)])
    if (after === before) return after
    before = after
  }
}

/** Secrets that overlap are one, so that neither leaves its rest. */
function withStars(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let [start, end] = [-1, 0]
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (start === -1 || span.start >= end) {
      if (start !== -1) pieces.push('***')
      pieces.push(text.slice(end, span.start))
      start = span.start
    }
    end = Math.max(end, span.end)
  }
  return `${pieces.join('')}***${text.slice(end)}`
}

/** Without the end of a secret that a text begins with; where it begins with none that is known, without its first word: tokens have no spaces. */
function withoutRest(text: string, forms: ReadonlySet<string>): string {
  let rest = 0
  for (const form of forms)
    for (let length = Math.min(form.length - 1, text.length); length > rest; length--)
      if (text.startsWith(form.slice(-length))) rest = length
  return text.slice(rest >= shortest ? rest : (/^\S*/.exec(text)?.[0].length ?? 0))
}
