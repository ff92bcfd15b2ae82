import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What sends signals to this process, and ends it. */
export interface Signalled {
  on(signal: NodeJS.Signals, heard: () => void): unknown
  exit(code: number): unknown
}

/**
 * Milliseconds within which the same signal is the same wish: `timeout` and some runners of scripts send it to a process and again to its
 * group, as a terminal does.
 */
const sameWish = 1000

/**
 * Aborts on Ctrl-C, on SIGTERM and when the terminal closes (SIGHUP): the first signal asks the run to end in order. The same signal again,
 * a second later or more, ends the process at once. One that outlives its terminal goes on when that closes.
 */
export function cancelSignal(
  process: Signalled,
  outlives: boolean,
  now: () => number = () => performance.now(),
): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let firstAt: number | undefined
    process.on(name, () => {
      if (name === 'SIGHUP' && outlives) return
      firstAt ??= now()
      controller.abort()
      if (now() - firstAt >= sameWish) process.exit(130)
    })
  }
  return controller.signal
}

/**
 * Whether `nohup` started this process, so that it outlives its terminal. Node hears SIGHUP all the same: what tells are the variable in
 * which shells name what they start, and the standard input that nobody can read, which `nohup` puts in the place of a terminal.
 */
export function outlivesTerminal(env: NodeJS.ProcessEnv, descriptor: string = standardInput()): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(descriptor)?.[1] ?? '0'
  return path.basename(env['_'] ?? '') === 'nohup' || (Number.parseInt(flags, 8) & accessMode) === writeOnly
}

/** Of the flags of an open file. */
const accessMode = 0o3
const writeOnly = 0o1

/** What Linux says of the standard input; nothing on any other system. */
function standardInput(): string {
  try {
    return readFileSync('/proc/self/fdinfo/0', 'utf8')
  } catch {
    return ''
  }
}
