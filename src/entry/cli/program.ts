import { Command, CommanderError, Option } from 'commander'
import { exitCodes } from '../../core/verdict.ts'
import { version } from '../../core/version.ts'
import type { Entry } from '../context.ts'
import { failureOf, problemLines } from '../failure.ts'
import type { CliCommand, Option as TakenOption } from './command.ts'

const exitCodeHelp = `
Exit codes:
  0 pass · 1 the gate failed · 2 wrong input or pipeline · 3 cannot be told · 4 rolled back · 70 our bug · 130 cancelled`

/** Runs the command that `argv` names and gives the exit code of the process. Nothing is thrown. */
export async function runProgram(
  commands: readonly CliCommand[],
  entry: Entry,
  argv: readonly string[],
): Promise<number> {
  let exitCode: number = exitCodes.pass
  // The command that is called needs no parsers of the others.
  const called = commands.filter(({ name }) => name === argv[2])
  const program = createProgram(called.length > 0 ? called : commands, entry, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.pass : exitCodes.input
    return tellFailure(thrown, entry, argv.includes('--json'))
  }
}

function tellFailure(thrown: unknown, entry: Entry, json: boolean): number {
  const failure = failureOf(thrown)
  if (json) entry.out(`${JSON.stringify({ problems: failure.problems }, null, 2)}\n`)
  else entry.err(problemLines(failure.problems))
  return failure.exitCode
}

function createProgram(commands: readonly CliCommand[], entry: Entry, done: (exitCode: number) => void): Command {
  const program = quiet(new Command('airworthy'))
    .description(
      'Measure a model against the version in production, gate it, version it, roll it out in steps, and take it back.',
    )
    .version(version)
    .showSuggestionAfterError()
    .addHelpText('after', exitCodeHelp)
  for (const command of commands) program.addCommand(parserOf(command, entry, done))
  return program
}

/** Nothing ends the process by itself, and a wrong call is told in two lines. */
function quiet(command: Command): Command {
  return command.exitOverride().showHelpAfterError('Use --help for what this command takes.')
}

function parserOf(definition: CliCommand, entry: Entry, done: (exitCode: number) => void): Command {
  const command = quiet(new Command(definition.name)).description(definition.summary)
  const names = Object.keys(definition.arguments)
  for (const [name, { usage, description }] of Object.entries(definition.arguments))
    command.argument(usage(name), description)
  for (const [name, option] of Object.entries(definition.options)) command.addOption(optionOf(name, option))
  return command
    .addHelpText('after', `\nExample:\n${definition.examples.map((line) => `  $ ${line}`).join('\n')}`)
    .action(async () => {
      const values = Object.fromEntries(names.map((name, index) => [name, command.processedArgs[index]]))
      done(await definition.run(entry, { ...values, ...command.opts() }))
    })
}

function optionOf(name: string, taken: TakenOption<unknown>): Option {
  const { short, placeholder, fallback, fallbackText, required, conflicts, implies } = taken
  const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const flags = `${short === undefined ? '' : `${short}, `}${long}${placeholder === undefined ? '' : ` ${placeholder}`}`
  const option = new Option(flags, taken.description).makeOptionMandatory(required === true)
  if (fallback !== undefined) option.default(fallback, fallbackText)
  if (conflicts !== undefined) option.conflicts([...conflicts])
  if (implies !== undefined) option.implies(implies)
  return option
}
