import { spawn } from 'node:child_process'
import path from 'node:path'
import type { World } from '../src/core/world.ts'
import { commands } from '../src/entry/cli/commands.ts'
import { runProgram } from '../src/entry/cli/program.ts'
import type { Entry } from '../src/entry/context.ts'
import { bundle } from './world.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line as a user starts it: a process of its own, built from the sources under test. */
export function airworthy(
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string>>
    readonly node?: string
  } = {},
): Promise<Ran> {
  return program(options.node ?? process.execPath, [path.join(bundle, 'cli.js'), ...args], options)
}

/**
 * What the command line does in a world, without a process for it: for all that is not about starting one, or printed by the
 * parser (help, and options that there are not).
 */
export async function airworthyIn(world: World, args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const entry: Entry = {
    world,
    out: (text) => void out.push(world.files.masked(text)),
    err: (text) => void err.push(world.files.masked(text)),
    colour: false,
    width: 100,
    ascii: false,
    interactive: false,
    signal: new AbortController().signal,
    command: 'npx airworthy',
  }
  const code = await runProgram(commands, entry, ['node', 'airworthy', ...args])
  return { code, out: out.join(''), err: err.join('') }
}

export function program(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { GITHUB_ACTIONS: _, ...inherited } = process.env
    const child = spawn(file, args, {
      cwd: options.cwd,
      // A CI system that is not known, and that says that no stranger wrote what it runs.
      env: { ...inherited, CI: 'true', AIRWORTHY_TRUSTED: 'true', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
}
