import { catalogue, type ErrorDetails } from './errors/catalogue.ts'

export type ErrorCode = keyof ErrorDetails

/** Where in a user's file a mistake stands. Lines and columns count from 1. */
export interface Where {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One mistake, as plain data: what reports and `--json` show and what crosses process borders. */
export interface Problem {
  readonly code: string
  /** One sentence: what is wrong. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
  readonly where?: Where | undefined
}

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

/** A problem from the catalogue. */
export function problem<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails[Code],
  where?: Where | undefined,
): Problem {
  const row = catalogue[code] as (details: ErrorDetails[Code]) => { message: string; hint: string }
  return { code, ...row(details), ...(where === undefined ? {} : { where }) }
}

/** An error from the catalogue: `throw userError('model-missing', { path })`. */
export function userError<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails[Code],
  options: { where?: Where | undefined; cause?: unknown } = {},
): UserError {
  return new UserError([problem(code, details, options.where)], { cause: options.cause })
}

/** What to say of anything that was thrown, also of what is not an Error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
