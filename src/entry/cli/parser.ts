import { Command, CommanderError, Option } from 'commander'
import { exitCodes } from '../../core/verdict.ts'
import { version } from '../../core/version.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import type { Argument, CliCommand, Option as TakenOption } from './command.ts'
import { type Call, longName } from './plain-call.ts'

type Output = Pick<Entry, 'out' | 'err'>

const exitCodeHelp = `
Exit codes:
  0 pass · 1 fail · 2 wrong input or pipeline · 3 inconclusive · 4 rolled back · 70 bug in Airworthy · 130 cancelled`

/**
 * Reads any call. Help and the version are printed here; the exit code is left to give.
 * `argv`: as Node has it, from the executable on.
 * @throws `call-wrong`.
 */
export async function parse(
  commands: readonly CliCommand[],
  argv: readonly string[],
  to: Output,
): Promise<Call | { readonly exitCode: number }> {
  let found: Call | undefined
  // The command that is called needs no parsers of the others.
  const called = commands.filter(({ name }) => name.split(' ')[0] === argv[2])
  const program = createProgram(called.length > 0 ? called : commands, to, (call) => {
    found = call
  })
  try {
    await program.parseAsync(argv)
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    if (thrown.exitCode === 0) return { exitCode: exitCodes.pass }
    // A family of commands without one of them prints its help.
    if (thrown.code === 'commander.help') return { exitCode: exitCodes.input }
    throw entryError('call-wrong', { reason: reasonOf(thrown) })
  }
  return found ?? { exitCode: exitCodes.pass }
}

/** `error: unknown command 'rnu'`, and in a line of its own `(Did you mean run?)`. */
function reasonOf({ message }: CommanderError): string {
  return message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')
}

function createProgram(commands: readonly CliCommand[], to: Output, onCall: (call: Call) => void): Command {
  const program = quiet(new Command('airworthy'), to)
    .description(
      'Measure a model against the version in production, gate it, version it, roll it out in steps, and roll it back.',
    )
    .version(version)
    .showSuggestionAfterError()
    .addHelpText('after', exitCodeHelp)
  const families = new Map<string, Command>()
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ')
    if (second === undefined) program.addCommand(parserOf(first, command, to, onCall))
    else
      familyOf(first, families, to, program)
        .addCommand(parserOf(second, command, to, onCall))
        .addHelpText('after', exampleOf(command))
  }
  return program
}

/** The parser of commands with names of two words: `registry` of `registry init`. */
function familyOf(name: string, families: Map<string, Command>, to: Output, program: Command): Command {
  const known = families.get(name)
  if (known !== undefined) return known
  const made = quiet(new Command(name), to)
    .description(summaries[name] ?? '')
    .showSuggestionAfterError()
  families.set(name, made)
  program.addCommand(made)
  return made
}

const summaries: Readonly<Record<string, string>> = {
  registry: 'Work with the registry: versions, and what serves.',
  ledger: 'Work with the ledger, in which the registry is recorded.',
}

/** Nothing ends the process by itself or writes past the mask of secrets, and what is wrong with a call is left to tell. */
function quiet(command: Command, { out, err }: Output): Command {
  return command.exitOverride().configureOutput({ writeOut: out, writeErr: err, outputError: () => {} })
}

function parserOf(name: string, definition: CliCommand, to: Output, onCall: (call: Call) => void): Command {
  const command = quiet(new Command(name), to).description(definition.summary)
  const names = Object.keys(definition.arguments)
  for (const [name, argument] of Object.entries(definition.arguments))
    command.argument(usageOf(name, argument), argument.description)
  for (const [name, option] of Object.entries(definition.options)) command.addOption(optionOf(name, option))
  return command.addHelpText('after', exampleOf(definition)).action(() => {
    const values = Object.fromEntries(names.map((name, index) => [name, command.processedArgs[index]]))
    onCall({ command: definition, values: { ...values, ...command.opts() } })
  })
}

function exampleOf({ examples }: CliCommand): string {
  return `\nExample:\n${examples.map((line) => `  $ ${line}`).join('\n')}`
}

function usageOf(name: string, { takes }: Argument<unknown>): string {
  return { one: `<${name}>`, 'one or none': `[${name}]`, 'one or more': `<${name}...>` }[takes]
}

function optionOf(name: string, taken: TakenOption<unknown>): Option {
  const { short, placeholder, fallback, fallbackText, required, conflicts, implies } = taken
  const shortFlag = short === undefined ? '' : `${short}, `
  const value = placeholder === undefined ? '' : ` ${placeholder}`
  const option = new Option(`${shortFlag}${longName(name)}${value}`, taken.description)
  option.makeOptionMandatory(required === true)
  if (fallback !== undefined) option.default(fallback, fallbackText)
  if (conflicts !== undefined) option.conflicts([...conflicts])
  if (implies !== undefined) option.implies(implies)
  return option
}
