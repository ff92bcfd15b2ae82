import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { type Problem, UserError, type Where } from '../core/errors/index.ts'
import { pipelineError, pipelineProblem } from './errors.ts'

/** A path into a document: keys and indices. */
export type Path = readonly (string | number)[]

/** A parsed YAML document: its plain value, and where each part of it stands in the file. */
export interface Source {
  readonly file: string
  readonly value: unknown
  /** The position of the value at a path, or of its nearest ancestor that is written out. */
  where(path: Path): Where | undefined
  /** The position of the key itself. */
  whereKey(path: Path): Where | undefined
  /** What messages call the value at a path. */
  nameOf(path: Path): string
}

/** More bytes than any pipeline needs; a larger file is a mistake (a model, an archive). */
export const largestSource: number = 1024 * 1024

/** Names, values, signs and line breaks, as YAML's lexer counts them. A parser keeps a hundred bytes and more for each. */
const mostTokens = 100_000

/** Values and members, where an alias counts as often as it is used. A pipeline of a thousand lines has a few thousand. */
const mostValues = 50_000

/** Levels of lists and mappings in one another. What walks a value by recursion overflows its stack somewhere above a thousand. */
const mostLevels = 64

/** Nobody reads more at once, and a file of another kind has one on each of its lines. */
export const mostProblems = 100

/** An alias may repeat a part of a pipeline a few times; a document that multiplies itself is refused. */
const mostAliases = 100

/** Parses YAML text. Throws a UserError with the first syntax problems at once, and `pipeline-too-large`. */
export function parseSource(text: string, file: string): Source {
  admitSize(Buffer.byteLength(text), file)
  admitTokens(text, file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true })
  const place = (offset: number): Where => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const errors = document.errors.slice(0, mostProblems + 1)
  throwIfAny(errors.map((error) => syntaxProblem(error, place(error.pos[0]))))
  const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }) as unknown, place(0))
  admitValues(value, file)
  const offset = (path: Path, key: boolean): number => offsetOf(document.contents, path, key)
  return {
    file,
    value,
    where: (path) => place(offset(path, false)),
    whereKey: (path) => place(offset(path, true)),
    nameOf: keysOf,
  }
}

/** A value that was never text (made by a command or a caller of the library): nothing in it has a place. */
export function sourceOf(value: unknown, file: string, nameOf = keysOf): Source {
  return { file, value, where: () => undefined, whereKey: () => undefined, nameOf }
}

function keysOf(path: Path): string {
  return path.length === 0
    ? 'the pipeline'
    : path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('.')
}

/** Throws the first of many problems, and says that there are more. */
export function throwIfAny(problems: readonly Problem[]): void {
  const [first, ...others] = problems.slice(0, mostProblems)
  if (first === undefined) return
  const more =
    problems.length > mostProblems ? [pipelineProblem('pipeline-more-problems', { shown: mostProblems })] : []
  throw new UserError([first, ...others, ...more])
}

/** Throws `pipeline-too-large`. */
export function admitSize(bytes: number, file: string): void {
  if (bytes > largestSource) throw tooLarge(file, 'bytes', largestSource)
}

/** Before anything is made of them: a parser takes a second and a hundred megabytes for a megabyte of brackets. */
function admitTokens(text: string, file: string): void {
  let tokens = 0
  for (const _ of new Lexer().lex(text)) if (++tokens > mostTokens) throw tooLarge(file, 'tokens of YAML', mostTokens)
}

/** Level by level, without recursion: what it looks for is what would overflow the stack. */
function admitValues(value: unknown, file: string): void {
  let [level, count]: [readonly unknown[], number] = [[value], 0]
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    if (count > mostValues) throw tooLarge(file, 'values', mostValues)
    if (depth > mostLevels) throw tooLarge(file, 'levels of lists and mappings', mostLevels)
    const inner: unknown[] = []
    for (const each of level) {
      if (each === null || typeof each !== 'object') continue
      for (const member of Object.values(each)) inner.push(member)
      if (count + inner.length > mostValues) throw tooLarge(file, 'values', mostValues)
    }
    level = inner
  }
}

/** What is too large is not parsed, so that there is no line to name. */
export function tooLarge(path: string, what: string, limit: number): UserError {
  return pipelineError('pipeline-too-large', { path, what, limit })
}

function syntaxProblem(error: YAMLError, where: Where): Problem {
  if (error.code === 'DUPLICATE_KEY') return pipelineProblem('pipeline-duplicate-name', {}, where)
  return pipelineProblem('pipeline-not-yaml', { reason: error.message.split('\n')[0] ?? error.code }, where)
}

function plainValue(convert: () => unknown, where: Where): unknown {
  try {
    const value = convert()
    // Whoever walks the value would never come to an end.
    if (holdsItself(value)) throw new Error('a part of it is an alias of itself')
    return value
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError([pipelineProblem('pipeline-not-yaml', { reason }, where)], { cause })
  }
}

function holdsItself(value: unknown, above: readonly unknown[] = []): boolean {
  if (value === null || typeof value !== 'object') return false
  if (above.includes(value)) return true
  return Object.values(value).some((member) => holdsItself(member, [...above, value]))
}

function offsetOf(root: unknown, path: Path, key: boolean): number {
  let node = root
  let offset = startOf(root) ?? 0
  for (const [index, step] of path.entries()) {
    if (!isCollection(node)) break
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === String(step)) : undefined
    const child = isMap(node) ? pair?.value : node.items[Number(step)]
    const wantsKey = pair !== undefined && (key ? index === path.length - 1 : !isNode(child))
    offset = startOf(wantsKey ? pair.key : child) ?? startOf(pair?.key) ?? offset
    node = child
  }
  return offset
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
