import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { shellWord } from '../core/shell-word.ts'
import type { HomePlace, World } from '../core/world.ts'
import { ciFacts } from '../world/ci.ts'
import { ciRunOf } from '../world/ci-run.ts'
import { createWorld, type WorldOptions } from '../world/index.ts'
import { createMask } from '../world/secrets/index.ts'
import { tidyHome } from '../world/tidy.ts'
import { writerTo } from './output.ts'
import { cancelSignal, outlivesTerminal } from './signals.ts'

/** What every command works with: the real world, and where to write. */
export interface Entry {
  readonly world: World
  /** Results: standard output, secrets masked. */
  out(text: string): void
  /** Progress, warnings and errors: standard error, secrets masked. */
  err(text: string): void
  readonly colour: boolean
  readonly width: number
  /** True for a terminal that shows only ASCII. */
  readonly ascii: boolean
  /** True on a terminal: progress may redraw its line. */
  readonly interactive: boolean
  /** Aborts on Ctrl-C, on SIGTERM and when the terminal closes. */
  readonly signal: AbortSignal
  /** How this tool is called here, for the commands it proposes. */
  readonly command: string
}

/** The entry of this process. The only place that reads `process`. */
export function processEntry(): Entry {
  const mask = createMask(process.env)
  const writeErr = writerTo(process.stderr)
  const writeOut = writerTo(process.stdout, (reason) =>
    writeErr(mask(`warning[output-lost]: What is left to print cannot be written to standard output: ${reason}.\n`)),
  )
  return {
    world: processWorld({ mask, say: (line) => writeErr(mask(`${line}\n`)) }),
    out: (text) => writeOut(mask(text)),
    err: (text) => writeErr(mask(text)),
    colour: wantsColour(),
    width: process.stdout.columns ?? 100,
    ascii: showsOnlyAscii(),
    interactive: process.stderr.isTTY === true && process.env['CI'] === undefined,
    signal: cancelSignal(process, outlivesTerminal(process.env)),
    command: commandName(),
  }
}

export interface ProcessWorldOptions extends Pick<WorldOptions, 'mask' | 'say'> {
  readonly cwd?: string | undefined
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** The real world of this process. Worker processes run the script beside this bundle. */
export function processWorld(options: ProcessWorldOptions = {}): World {
  const facts = ciFacts(process.env, eventPayload())
  const world = createWorld({
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, ...options.env },
    workerScript: workerScript(),
    ...facts,
    ciRun: ciRunOf(process.env),
    ...(options.mask === undefined ? {} : { mask: options.mask }),
    say: options.say,
  })
  tidyAtExit(world.home)
  return world
}

const homes: HomePlace[] = []

function tidyAtExit(home: HomePlace): void {
  if (home.kind !== 'isolated') return
  if (homes.length === 0) process.once('exit', () => homes.forEach(tidyHome))
  homes.push(home)
}

/** Bundled code lives in `dist/` or in `dist/chunks/`; the worker's script stands in `dist/`. */
function workerScript(): string {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return path.join(path.basename(here) === 'chunks' ? path.dirname(here) : here, 'worker.js')
}

/** Bytes: GitHub sends 25 million at most. What cannot be read is trusted no more than the event alone is. */
const largestPayload = 2 ** 26

function eventPayload(): unknown {
  const file = process.env['GITHUB_EVENT_PATH']
  if (file === undefined) return undefined
  try {
    if (statSync(file).size > largestPayload) return undefined
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

/** https://no-color.org: a set and non-empty NO_COLOR means no. */
function wantsColour(): boolean {
  if (process.env['NO_COLOR']) return false
  if (process.env['FORCE_COLOR']) return true
  return process.stdout.isTTY === true && process.env['TERM'] !== 'dumb'
}

/** Told from the locale, where one is set: the first of these variables counts. */
function showsOnlyAscii(): boolean {
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG']
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale)
}

/** How reports look on this terminal. */
export function terminalOf({ colour, width, ascii }: Entry): { colour: boolean; width: number; ascii: boolean } {
  return { colour, width, ascii }
}

function commandName(): string {
  const script = process.argv[1] ?? 'airworthy'
  return script.endsWith('.js') ? `node ${shellWord(path.relative(process.cwd(), script))}` : 'npx airworthy'
}
