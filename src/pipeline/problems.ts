import { z } from 'zod'
import type { Problem } from '../core/errors/index.ts'
import { nearest } from '../core/nearest.ts'
import { ownValue } from '../core/own.ts'
import { pipelineProblem } from './errors.ts'
import { mostProblems, type Path, type Source } from './source.ts'

type Issue = z.core.$ZodIssue

/** zod's issues as problems: each with its position, and for names the valid ones and the nearest. `base` is the path of the checked part. */
export function problemsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  source: Source,
  base: Path,
  also: readonly string[] = [],
): Problem[] {
  return issues.slice(0, mostProblems + 1).flatMap((issue) => problemsOfIssue(issue, schema, source, base, also))
}

function problemsOfIssue(
  issue: Issue,
  schema: z.ZodType,
  source: Source,
  base: Path,
  also: readonly string[],
): Problem[] {
  const inside = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const path = [...base, ...inside]
  if (issue.code === 'unrecognized_keys') {
    const valid = [...keysAt(schema, inside), ...(inside.length === 0 ? also : [])]
    return issue.keys.slice(0, mostProblems + 1).map((key) => unknownKey(key, path, valid, source))
  }
  if (issue.code === 'invalid_union') {
    const meant = keysMeant(schemaAt(schema, inside, 0), issue.input)
    if (meant.unknown.length > 0)
      return meant.unknown.slice(0, mostProblems + 1).map((key) => unknownKey(key, path, meant.valid, source))
    const branch = bestBranch(issue.errors)
    if (branch !== undefined)
      return branch.flatMap((nested) =>
        problemsOfIssue(nested, schemaAt(schema, inside, 0) ?? schema, source, path, []),
      )
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('received undefined')) {
    const key = String(path.at(-1) ?? 'pipeline')
    return [pipelineProblem('pipeline-missing-key', { key, at: source.nameOf(path.slice(0, -1)) }, source.where(path))]
  }
  if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? issue.message
    return [pipelineProblem('pipeline-wrong-name', { name: String(path.at(-1)), why }, source.whereKey(path))]
  }
  return [wrongValue(issue, path, source)]
}

function unknownKey(key: string, path: Path, valid: readonly string[], source: Source): Problem {
  const where = source.whereKey([...path, key])
  const at = source.nameOf(path)
  return pipelineProblem('pipeline-unknown-key', { key, at, valid, nearest: nearest(key, valid) }, where)
}

function wrongValue(issue: Issue, path: Path, source: Source): Problem {
  const [at, where] = [source.nameOf(path), source.where(path)]
  if (issue.code === 'invalid_value') {
    const valid = issue.values.map(String)
    const given = typeof issue.input === 'string' ? issue.input : ''
    return pipelineProblem(
      'pipeline-wrong-value',
      { at, expected: `expected one of ${valid.join(', ')}`, nearest: nearest(given, valid) },
      where,
    )
  }
  return pipelineProblem('pipeline-wrong-value', { at, expected: lowerFirst(issue.message), nearest: undefined }, where)
}

/**
 * Of several kinds of objects those that know most of the keys of a value: what they allow, and which of its keys none of
 * them knows.
 */
function keysMeant(
  schema: z.ZodType | undefined,
  value: unknown,
): { readonly valid: readonly string[]; readonly unknown: readonly string[] } {
  const options = objectsIn(schema)
  if (options.length === 0 || value === null || typeof value !== 'object' || Array.isArray(value))
    return { valid: [], unknown: [] }
  const keys = Object.keys(value)
  const known = options.map(({ shape }) => keys.filter((key) => Object.hasOwn(shape, key)).length)
  const meant = options.filter((_, at) => known[at] === Math.max(...known))
  const valid = [...new Set(meant.flatMap(({ shape }) => Object.keys(shape)))]
  return { valid, unknown: keys.filter((key) => !valid.includes(key)) }
}

/** The branch that a user most likely meant: the one that got furthest into the value before it found fault. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(
      ...issues.map(
        (issue) => issue.path.length + (issue.code === 'unrecognized_keys' || issue.code === 'custom' ? 0.5 : 0),
      ),
    )
  const ranked = branches
    .filter((issues) => issues.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  return ranked[0]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The keys an object schema allows at a path below it; none where anything goes. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  return [...new Set(objectsIn(schemaAt(schema, path, 0)).flatMap(({ shape }) => Object.keys(shape)))]
}

function schemaAt(schema: z.ZodType, path: Path, depth: number): z.ZodType | undefined {
  const bare = unwrapped(schema)
  const step = path[depth]
  if (step === undefined) return bare
  if (bare instanceof z.ZodUnion) {
    const options = bare.options as readonly z.ZodType[]
    return options.map((option) => schemaAt(option, path, depth)).find((found) => found !== undefined)
  }
  if (bare instanceof z.ZodObject)
    return descend(ownValue(bare.shape, String(step)) as z.ZodType | undefined, path, depth)
  if (bare instanceof z.ZodArray) return descend(bare.element as z.ZodType, path, depth)
  if (bare instanceof z.ZodRecord) return descend(bare.valueType as z.ZodType, path, depth)
  return undefined
}

/** The objects that a schema is, or may be. */
function objectsIn(schema: z.ZodType | undefined): readonly z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema]
  return schema instanceof z.ZodUnion ? (schema.options as readonly z.ZodType[]).map(unwrapped).flatMap(objectsIn) : []
}

function descend(schema: z.ZodType | undefined, path: Path, depth: number): z.ZodType | undefined {
  return schema === undefined ? undefined : schemaAt(schema, path, depth + 1)
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  )
    return unwrapped(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType)
  return schema
}
