import { ownValue } from '../../core/own.ts'
import type { Entry } from '../context.ts'

/** Facts of an option that `--help` shows and the parser keeps. */
interface OptionFacts {
  readonly description: string
  /** What its value is, as `--help` shows it: `<file>`; none for a flag. */
  readonly placeholder?: string
  /** `-o`, besides the long name. */
  readonly short?: string
  readonly fallback?: string | readonly string[]
  /** How `--help` words the fallback, where its value would not tell. */
  readonly fallbackText?: string
  readonly required?: boolean
  /** Names of options that it excludes. */
  readonly conflicts?: readonly string[]
  /** Options that it sets. */
  readonly implies?: Readonly<Record<string, string>>
}

/** An option, and what its value is for the command. */
export interface Option<Value> extends OptionFacts {
  read(raw: unknown): Value
}

type More = Pick<OptionFacts, 'short' | 'conflicts'>

/** `--dry-run`: true where it stands. */
export function flag(description: string, more: Pick<OptionFacts, 'implies'> = {}): Option<boolean> {
  return { description, ...more, read: (raw) => raw === true }
}

/** `--run <id>`: undefined without it. */
export function text(placeholder: string, description: string, more: More = {}): Option<string | undefined> {
  return { placeholder, description, ...more, read: stringOf }
}

/** `--budget <time>`: `fallback` without it. */
export function textOr(fallback: string, placeholder: string, description: string): Option<string> {
  return { placeholder, description, fallback, read: (raw) => stringOf(raw) ?? fallback }
}

/** `--out <file>`: the command cannot be called without it. */
export function neededText(placeholder: string, description: string, more: More = {}): Option<string> {
  return { placeholder, description, required: true, ...more, read: (raw) => stringOf(raw) ?? '' }
}

/** `--input <name=value...>`: as many values as follow it; `fallback`, or none, without it. */
export function texts(
  placeholder: string,
  description: string,
  more: { readonly fallback?: readonly string[]; readonly fallbackText?: string } = {},
): Option<readonly string[]> {
  return { placeholder, description, ...more, read: (raw) => stringsOf(raw) }
}

/** What stands on the command line without a name. */
export interface Argument<Value> {
  readonly description: string
  readonly takes: 'one' | 'one or none' | 'one or more'
  read(raw: unknown): Value
}

export function one(description: string): Argument<string> {
  return { description, takes: 'one', read: (raw) => stringOf(raw) ?? '' }
}

export function oneOrNone(description: string): Argument<string | undefined> {
  return { description, takes: 'one or none', read: stringOf }
}

export function oneOrMore(description: string): Argument<readonly string[]> {
  return { description, takes: 'one or more', read: stringsOf }
}

type Arguments = Readonly<Record<string, Argument<unknown>>>
type Options = Readonly<Record<string, Option<unknown>>>

/** What a command is given: a member for each of its arguments and options. */
export type Given<Taken extends Readonly<Record<string, { read(raw: unknown): unknown }>>> = {
  readonly [Name in keyof Taken]: ReturnType<Taken[Name]['read']>
}

interface Definition<A extends Arguments, O extends Options> {
  /** One word, or two: `registry init`. */
  readonly name: string
  readonly summary: string
  /** In their order. */
  readonly arguments: A
  /** `dryRun` is `--dry-run`; in the order in which `--help` lists them. */
  readonly options: O
  /** Whole calls, for `--help`. */
  readonly examples: readonly [string, ...string[]]
  /** Does it and gives the exit code. What goes wrong is thrown. */
  run(entry: Entry, given: Given<A & O>): Promise<number>
}

/** A command as the program takes it. */
export interface CliCommand extends Omit<Definition<Arguments, Options>, 'run'> {
  /** `raw`: the values of arguments and options by name, as the parser has them. */
  run(entry: Entry, raw: Readonly<Record<string, unknown>>): Promise<number>
}

/**
 * A command: what it takes, its help and what it does, in one place. All commands are loaded at every call, so one imports what
 * it works with inside of `run`: `airworthy check` must not pay for what a benchmark needs.
 */
export function defineCommand<const A extends Arguments, const O extends Options>(
  definition: Definition<A, O>,
): CliCommand {
  const taken: Arguments | Options = { ...definition.arguments, ...definition.options }
  return {
    ...definition,
    run: (entry, raw) => {
      const given = Object.entries(taken).map(([name, { read }]) => [name, read(ownValue(raw, name))])
      return definition.run(entry, Object.fromEntries(given) as Given<A & O>)
    },
  }
}

function stringOf(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined
}

function stringsOf(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.filter((each) => typeof each === 'string') : []
}
