import { Bug, Cancelled, type Problem, UserError } from '../core/errors/index.ts'
import { portProblem } from '../core/errors/ports.ts'
import { exitCodes } from '../core/verdict.ts'
import { terminalText } from '../report/escape.ts'

/** What to tell and how to exit when something was thrown, whatever it was. */
export interface Failure {
  readonly exitCode: number
  readonly problems: readonly Problem[]
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof UserError) return { exitCode: exitCodes.input, problems: thrown.problems }
  if (thrown instanceof Cancelled)
    return { exitCode: exitCodes.cancelled, problems: [portProblem('run-cancelled', { run: undefined })] }
  const detail =
    thrown instanceof Error && !(thrown instanceof Bug)
      ? (thrown.stack ?? thrown.message)
      : thrown instanceof Error
        ? thrown.message
        : String(thrown)
  return { exitCode: exitCodes.bug, problems: [portProblem('bug', { detail })] }
}

/** Problems as lines for a terminal: place, code and sentence, then the hint. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ code, message, hint, where }) => {
      const place = where === undefined ? '' : `${terminalText(where.file)}:${where.line}:${where.column}: `
      return `${place}error[${code}]: ${terminalText(message)}\n  ${terminalText(hint)}\n`
    })
    .join('')
}
