import type { Problem } from '../core/errors/index.ts'
import { nearest } from '../core/nearest.ts'
import { ownValue } from '../core/own.ts'
import type { Trust } from '../core/world.ts'
import { pipelineProblem } from './errors.ts'
import type { InputValue } from './schema.ts'
import type { Path, Source } from './source.ts'

/** What `${{ … }}` may name. Nothing is ever executed. */
export interface Scope {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where a stranger may have written the pipeline, it names no variable: one may hold a secret, and an address leads anywhere. */
  readonly trust: Trust
  readonly inputs: Readonly<Record<string, InputValue>>
}

export type { InputValue }

const expression = /\$\{\{(.*?)\}\}/g

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
  const look = (term: string, path: Path): InputValue => {
    const found = lookUp(term, scope)
    if (!('problem' in found)) return found.value
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

function substituteText(text: string, look: (term: string) => InputValue): InputValue {
  const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text)
  if (whole?.[1] !== undefined) return look(whole[1].trim())
  return text.replace(expression, (_, term: string) => String(look(term.trim())))
}

function lookUp(term: string, scope: Scope): { value: InputValue } | { problem: Problem } {
  const [, kind, name = ''] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? []
  if (kind === undefined) return { problem: pipelineProblem('expression-unknown', { term }) }
  if (kind === 'env' && scope.trust.level === 'untrusted')
    return { problem: pipelineProblem('expression-untrusted', { term, why: scope.trust.why }) }
  const value = kind === 'env' ? ownValue(scope.env, name) : ownValue(scope.inputs, name)
  if (value !== undefined) return { value }
  const valid = kind === 'env' ? [] : Object.keys(scope.inputs)
  return {
    problem: pipelineProblem('expression-undefined', {
      term,
      nearest: nearest(name, valid),
    }),
  }
}
