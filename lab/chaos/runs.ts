import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const cli = path.resolve(import.meta.dirname, '..', '..', 'dist', 'cli.js')

/** How a command line is started. */
export interface Surroundings {
  /** In a namespace of its own, where process ids begin at 1. */
  readonly ownProcessIds?: boolean
  /** Its wall clock, as faketime takes it: `+2h`, `-30d`. */
  readonly clock?: string
}

export interface Ended {
  readonly code: number | null
  readonly output: string
  /** Nothing had ended it before the patience of the harness was over. */
  readonly hung: boolean
}

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts the command line. `mark` stands in the environment of all that comes of it. */
export function start(
  args: readonly string[],
  {
    cwd,
    mark,
    surroundings = {},
    patienceMs = 400_000,
  }: { cwd: string; mark: string; surroundings?: Surroundings; patienceMs?: number },
): Started {
  const [program = '', ...rest] = wrapped([process.execPath, cli, ...args], surroundings)
  const child = spawn(program, rest, {
    cwd,
    env: {
      ...process.env,
      AIRWORTHY_CHAOS: mark,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_COLOR: '1',
      CI: '',
      GITHUB_ACTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000)
    })
  const ended = new Promise<Ended>((resolve) => {
    let hung = false
    const timer = setTimeout(() => {
      hung = true
      for (const pid of processesOf(mark)) signal(pid, 'SIGKILL')
    }, patienceMs)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output, hung })
    })
  })
  return { child, ended }
}

function wrapped(command: readonly string[], { ownProcessIds, clock }: Surroundings): readonly string[] {
  const timed = clock === undefined ? command : ['faketime', '-f', clock, ...command]
  return ownProcessIds === true
    ? ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child', '--mount-proc', ...timed]
    : timed
}

/** The ids of the processes that carry a mark in their environment: whatever came of a start, directly or not. */
export function processesOf(mark: string): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    if (!Number.isInteger(pid) || pid === process.pid) return []
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      if (!environment.includes(`AIRWORTHY_CHAOS=${mark}`)) return []
      return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ') ? [] : [pid]
    } catch {
      return []
    }
  })
}

/** What a process is, in a few words. */
export function nameOf(pid: number): string {
  try {
    return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 120)}`
  } catch {
    return String(pid)
  }
}

/** Gone already is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {}
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
