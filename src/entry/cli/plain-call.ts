import type { CliCommand, Option } from './command.ts'

/** The values of a command's arguments and options by name. */
export type Values = Readonly<Record<string, unknown>>

/** A command, and what it is called with. */
export interface Call {
  readonly command: CliCommand
  readonly values: Values
}

/** `dryRun` stands on the command line as `--dry-run`. */
export function longName(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * The values of a call that holds nothing but arguments and flags, exactly as the parser reads it; undefined for every other call,
 * help and mistakes included, which are the parser's. Avoids loading commander, which takes longer than reading a pipeline file.
 */
export function plainCall(command: CliCommand, words: readonly string[]): Values | undefined {
  const options = Object.entries(command.options)
  if (options.some(([, { required }]) => required === true)) return undefined
  const flags = new Map(options.flatMap(([name, option]) => (isPlainFlag(option) ? [[longName(name), name]] : [])))
  const found: Record<string, unknown> = {}
  for (const [name, { fallback }] of options) if (fallback !== undefined) found[name] = fallback
  const rest: string[] = []
  for (const word of words) {
    const flag = flags.get(word)
    if (flag !== undefined) found[flag] = true
    else if (word.startsWith('-')) return undefined
    else rest.push(word)
  }
  for (const [name, { takes }] of Object.entries(command.arguments)) {
    if (takes === 'one or more') found[name] = rest.splice(0)
    else found[name] = rest.shift()
    if (takes !== 'one or none' && [found[name]].flat()[0] === undefined) return undefined
  }
  return rest.length === 0 ? found : undefined
}

function isPlainFlag({ placeholder, conflicts, implies }: Option<unknown>): boolean {
  return placeholder === undefined && conflicts === undefined && implies === undefined
}
