import { spawn } from 'node:child_process'
import path from 'node:path'
import { bundle, knownTimes } from './world.ts'

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
    readonly cli?: string
  } = {},
): Promise<Ran> {
  const cli = options.cli ?? path.join(bundle, 'cli.js')
  return program(options.node ?? process.execPath, [cli, ...args], options)
}

/** The same, except that measuring takes no time and every model a known one: see `test/known-times.mjs`. */
export function airworthyOfKnownTimes(args: readonly string[], options: { readonly cwd: string }): Promise<Ran> {
  return airworthy(args, { ...options, cli: path.join(knownTimes, 'cli.js') })
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
      env: { ...inherited, CI: 'true', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
}
