import type { Problem, Where } from './problem.ts'

export type { Problem, Where } from './problem.ts'

/** The user's mistake, or the world's: expected, explained, exit code 2. Several problems found together travel in one error. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly problems: readonly [Problem, ...Problem[]]

  constructor(problems: readonly [Problem, ...Problem[]], options?: { cause?: unknown }) {
    super(problems[0].message, options)
    this.problems = problems
  }

  get code(): string {
    return this.problems[0].code
  }

  get hint(): string {
    return this.problems[0].hint
  }
}

/** Our mistake: a broken promise of the code. Exit code 70, and a request to report it. */
export class Bug extends Error {
  override readonly name = 'Bug'
}

/** The run was cancelled (Ctrl-C, a timeout of the caller): nobody's mistake. Exit code 130. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** One error a user can meet. `Details` are the facts that its sentence needs. */
export interface ErrorRow<Details> {
  /** One sentence that says what is wrong, and a hint that says what to do next. */
  say(details: Details): { readonly message: string; readonly hint: string }
  /** Facts of an ordinary case: the reference of errors shows the sentence with them. */
  readonly example: Details
}

/**
 * The errors of one layer: a stable code each, with its row. Every layer keeps its own table in `errors.ts`;
 * `entry/catalogue.ts` combines all of them.
 */
export type ErrorTable<Details> = { readonly [Code in keyof Details]: ErrorRow<Details[Code]> }

export interface ErrorContext {
  readonly where?: Where | undefined
  readonly cause?: unknown
}

/** Makes the errors of a table: `throw dataError('data-empty', { data })`. */
export function errorFrom<Details>(table: ErrorTable<Details>) {
  const problem = problemFrom(table)
  return <Code extends keyof Details & string>(
    code: Code,
    details: Details[Code],
    { where, cause }: ErrorContext = {},
  ): UserError => new UserError([problem(code, details, where)], { cause })
}

/** Makes the problems of a table, for callers that collect several before they throw. */
export function problemFrom<Details>(table: ErrorTable<Details>) {
  return <Code extends keyof Details & string>(code: Code, details: Details[Code], where?: Where): Problem => ({
    code,
    ...shortened(table[code].say(details)),
    ...(where === undefined ? {} : { where }),
  })
}

/** Characters of a sentence or a hint. Names in them are strangers', and may be as long as a model. */
const longestSentence = 4000

function shortened({ message, hint }: ReturnType<ErrorRow<never>['say']>): ReturnType<ErrorRow<never>['say']> {
  return { message: cut(message), hint: cut(hint) }
}

/**
 * The beginning and the end: the one says what it is about, the other what is wrong with it. No word is cut, however long it is, because a
 * half of a secret is masked nowhere.
 */
function cut(text: string): string {
  if (text.length <= longestSentence) return text
  const half = longestSentence / 2
  const [first, last] = [text.slice(0, half), text.slice(-half)]
  const start = first.slice(0, first.search(/\s\S*$/) + 1)
  const end = last.slice(/^\S*/.exec(last)?.[0].length)
  return `${start}… (${text.length - start.length - end.length} characters) …${end}`
}

/** What to say of anything that was thrown, also of what is not an Error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** The first few of a list that may be long. */
export function fewOf(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}

/** ` Did you mean accuracy?`, or nothing where no name is near. */
export function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean ${name}?`
}
