import { jsonText } from '../../report/json.ts'
import type { Entry } from '../context.ts'
import { failureOf, problemLines } from '../failure.ts'
import type { CliCommand } from './command.ts'
import { type Call, plainCall } from './plain-call.ts'

/**
 * Runs the command that `argv` names and gives the exit code of the process. Nothing is thrown.
 * `argv`: as Node has it, from the executable on.
 */
export async function runProgram(
  commands: readonly CliCommand[],
  entry: Entry,
  argv: readonly string[],
): Promise<number> {
  try {
    const call = plainlyCalled(commands, argv) ?? (await (await import('./parser.ts')).parse(commands, argv, entry))
    return 'exitCode' in call ? call.exitCode : await call.command.run(entry, call.values)
  } catch (thrown) {
    return tellFailure(thrown, entry, argv.includes('--json'))
  }
}

function plainlyCalled(commands: readonly CliCommand[], [, , ...words]: readonly string[]): Call | undefined {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => word === words[at]))
  const values = command && plainCall(command, words.slice(command.name.split(' ').length))
  return command && values && { command, values }
}

function tellFailure(thrown: unknown, entry: Entry, json: boolean): number {
  const failure = failureOf(thrown)
  const problems = entry.world.files.maskedValue(failure.problems)
  if (json) entry.out(jsonText({ problems }, 2))
  else entry.err(problemLines(problems))
  return failure.exitCode
}
