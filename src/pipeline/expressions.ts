import type { Problem } from '../core/errors/index.ts'
import { nearest } from '../core/nearest.ts'
import { ownValue } from '../core/own.ts'
import type { Trust } from '../core/world.ts'
import { pipelineProblem } from './errors.ts'
import type { InputValue } from './schema.ts'
import { mostProblems, type Path, type Source, tooLarge } from './source.ts'

/** What `${{ … }}` may name. Nothing is ever executed. */
export interface Scope {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where a stranger may have written the pipeline, it names no variable: one may hold a secret, and an address leads anywhere. */
  readonly trust: Trust
  readonly inputs: Readonly<Record<string, InputValue>>
}

export type { InputValue }

/**
 * A copy of `value` in which every `${{ env.X }}` and `${{ inputs.x }}` is replaced. A string that is one expression and
 * nothing else takes the value's own type. What is not defined is a problem, with its position.
 */
export function substitute(
  value: unknown,
  source: Source,
  scope: Scope,
): { value: unknown; problems: readonly Problem[] } {
  const problems: Problem[] = []
  let characters = 0
  const look = (term: string, path: Path): InputValue => {
    if (problems.length > mostProblems) return ''
    const found = lookUp(term, scope)
    if (!('problem' in found)) {
      // A value of half a megabyte, used a thousand times.
      characters += typeof found.value === 'string' ? found.value.length : 0
      if (characters > mostReplaced) throw tooLarge(source.file, 'characters that expressions stand for', mostReplaced)
      return found.value
    }
    problems.push({ ...found.problem, where: source.where(path) })
    return ''
  }
  const visit = (part: unknown, path: Path): unknown => {
    if (typeof part === 'string') return substituteText(part, (term) => look(term, path))
    if (Array.isArray(part)) return part.map((member, index) => visit(member, [...path, index]))
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member, [...path, key])]))
  }
  return { value: visit(value, []), problems }
}

/** Characters of all the texts that replace expressions: four times the longest file. */
const mostReplaced = 4 * 1024 * 1024

function substituteText(text: string, look: (term: string) => InputValue): InputValue {
  const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text)
  if (whole?.[1] !== undefined) return look(whole[1].trim())
  const parts: string[] = []
  let done = 0
  for (const { from, to } of expressionsIn(text)) {
    parts.push(text.slice(done, from), String(look(text.slice(from + 3, to - 2).trim())))
    done = to
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

/**
 * Where `${{ … }}` stands on one line, in time that grows as the text does: the pattern `\$\{\{.*?\}\}` looks for an end from each
 * beginning anew.
 */
function* expressionsIn(text: string): Generator<{ readonly from: number; readonly to: number }> {
  let [end, line] = [-1, -1]
  for (let from = text.indexOf('${{'); from >= 0; ) {
    if (end < from + 3) end = text.indexOf('}}', from + 3)
    if (end < 0) return
    if (line < from) line = lineEnd(text, from)
    // No other beginning on this line has an end either.
    const next = line < end ? line : end + 2
    if (line > end) yield { from, to: next }
    from = text.indexOf('${{', next)
  }
}

/** Where the line ends on which a place is. */
function lineEnd(text: string, from: number): number {
  const breaks = /[\n\r\u2028\u2029]/g
  breaks.lastIndex = from
  return breaks.exec(text)?.index ?? text.length
}

function lookUp(term: string, scope: Scope): { value: InputValue } | { problem: Problem } {
  const [, kind, name = ''] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? []
  if (kind === undefined) return { problem: pipelineProblem('expression-unknown', { term: shortened(term) }) }
  if (kind === 'env' && scope.trust.level === 'untrusted')
    return { problem: pipelineProblem('expression-untrusted', { term: shortened(term), why: scope.trust.why }) }
  const value = kind === 'env' ? ownValue(scope.env, name) : ownValue(scope.inputs, name)
  if (value !== undefined) return { value }
  const valid = kind === 'env' ? [] : Object.keys(scope.inputs)
  return {
    problem: pipelineProblem('expression-undefined', {
      term: shortened(term),
      nearest: nearest(name, valid),
    }),
  }
}

/** A term may be as long as its file. */
function shortened(term: string): string {
  return term.length > 100 ? `${term.slice(0, 100)}…` : term
}
