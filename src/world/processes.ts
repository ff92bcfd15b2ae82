import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Cancelled } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import type { RuntimeName } from '../core/runtime.ts'
import type { Processes, ProcessIdentity, ProgramOptions, RunResult } from '../core/world.ts'
import { programOn } from './confined.ts'
import { programVariables } from './environment.ts'
import { fateOf, identityOf } from './identity.ts'
import type { Mask } from './secrets/index.ts'
import { startWorker } from './workers.ts'

export interface ProcessesOptions {
  /** The bundled `worker.js`: absolute path. */
  readonly workerScript: string
  readonly cwd: string
  /** Where a stranger's commit lies: nothing in it is started or loaded, and workers run elsewhere. Undefined in trusted runs. */
  readonly checkout: string | undefined
  /** For the last words of workers. */
  readonly mask: Mask
  /** Finds what runs models, and gives the variables that tell a worker where it is. */
  readonly prepare: (runtime: RuntimeName, signal?: AbortSignal) => Promise<Readonly<Record<string, string>>>
}

/** The real processes: programs and workers of this machine. */
export function createProcesses({ workerScript, cwd, checkout, mask, prepare }: ProcessesOptions): Processes {
  // Libraries and drivers may be looked for in the folder that a process runs in.
  const workersRunIn = checkout === undefined ? cwd : path.dirname(workerScript)
  const worker: Processes['worker'] = async (role, options = {}) => {
    const prepared = role === 'exec' ? {} : await prepare(options.runtime ?? 'onnxruntime-node', options.signal)
    return startWorker(workerScript, role, { cwd: workersRunIn, checkout, mask, prepared, ...options })
  }
  // Stays the same for as long as the process lives.
  let own: ProcessIdentity | undefined
  const identity = (): ProcessIdentity => (own ??= identityOf())
  return {
    pid: process.pid,
    alive,
    identity,
    fate: (other) => fateOf(other, identity(), alive),
    worker,
    async run(program, args, options = {}) {
      const at = { cwd, checkout, ...options }
      const file = checkout === undefined ? program : locate(program, checkout)
      return options.diesWithParent === 'worker' ? runThroughWorker(worker, file, args, at) : runProgram(file, args, at)
    },
  }
}

/** Throws `program-missing`. */
function locate(program: string, checkout: string): string {
  const file = programOn(programVariables(process.env, checkout), program)
  if (file === undefined) throw portError('program-missing', { program, reason: 'it was not found' })
  return file
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A worker process in between notices when we die and ends the program with all its children. */
async function runThroughWorker(
  worker: Processes['worker'],
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<RunResult> {
  const { signal, ...rest } = options
  const runner = await worker('exec', signal === undefined ? {} : { signal })
  try {
    return await runner.ask<RunResult>({ program, args, options: rest })
  } finally {
    await runner.close()
  }
}

/**
 * Runs a program in a process group of its own, so that ending it ends its children too.
 * `onStart` is told of the process while it runs.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions & { readonly checkout?: string | undefined },
  onStart: (child: ChildProcess) => void = () => {},
): Promise<RunResult> {
  const { spawn } = await import('node:child_process')
  if (options.signal?.aborted) throw new Cancelled(`${program} was not started: the run was cancelled`)
  const watched = options.diesWithParent === 'shell' && process.platform !== 'win32'
  const [file, vector] = watched ? watchedByShell(program, args) : [program, args]
  const child = spawn(file, vector, {
    detached: true,
    stdio: watched ? ['pipe', 'pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...programVariables(process.env, options.checkout), ...options.env },
  })
  onStart(child)
  for (const stream of [child.stdin, child.stdio[3]]) stream?.on('error', () => {})
  ;(child.stdin as Writable).end(options.input)
  const [stdoutOf, stderrOf] = [child.stdout as Readable, child.stderr as Readable]
  if (options.heard !== undefined) for (const stream of [stdoutOf, stderrOf]) stream.on('data', options.heard)
  const over = new AbortController()
  const read = (stream: Readable): (() => string) => collect(stream, options.keepEnd, () => over.abort())
  const [stdout, stderr] = [read(stdoutOf), read(stderrOf)]
  over.signal.addEventListener('abort', () => endGroup(child))
  const code = await ended(child, program, options)
  if (over.signal.aborted) throw portError('program-output', { program, limit: mostOutput })
  return { code, stdout: stdout(), stderr: stderr() }
}

/**
 * A shell that starts the program and a watcher of file descriptor 3, whose other end this process alone holds: when that is closed,
 * whatever ended us, the watcher ends the group. It says so to the shell first, which leaves it alone then: what the program has started
 * may outlive it. Signals that end the program leave the shell to tell how it ended.
 */
const watchingShell = `
trap : TERM INT HUP
over=
trap over=1 USR1
exec 4<&0
"$@" <&4 4<&- 3<&- &
program=$!
exec 4<&-
(trap '' TERM; read -r line <&3; kill -USR1 $$; kill -TERM 0; sleep 1; kill -KILL 0) </dev/null >/dev/null 2>&1 &
watcher=$!
exec 3<&- >/dev/null 2>&1
while :; do wait $program; code=$?; kill -0 $program || break; done
[ -n "$over" ] || kill -KILL $watcher
exit $code`

function watchedByShell(program: string, args: readonly string[]): [string, readonly string[]] {
  return ['/bin/sh', ['-c', watchingShell, 'sh', program, ...args]]
}

/** How long a program that was asked to end may take. */
const cleaningMs = 1000

/** Asks a program and everything it started to end, and ends them when they have not. */
function askToEnd(child: ChildProcess): () => void {
  let asked = false
  return () => {
    if (asked) return endGroup(child)
    asked = true
    const timer = setTimeout(() => endGroup(child), cleaningMs)
    child.once('close', () => clearTimeout(timer))
    endGroup(child, 'SIGTERM')
  }
}

/** Waits for what a program that was asked to end has started and left behind, and ends it when that takes long. */
async function endLeftBehind(child: ChildProcess): Promise<void> {
  for (let waited = 0; groupLives(child); waited += lookMs) {
    if (waited >= cleaningMs) return endGroup(child)
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}

const lookMs = 20

function groupLives({ pid }: ChildProcess): boolean {
  return pid !== undefined && process.platform !== 'win32' && alive(-pid)
}

/** Bytes of an output that are kept: the text of it is in memory twice, and Node has no strings above twice as much. */
const mostOutput = 2 ** 28

/** `keepEnd`: bytes; what is before them is forgotten as it comes. `over` is called when there is too much to keep. */
function collect(stream: Readable, keepEnd: number | undefined, over: () => void): () => string {
  let [chunks, bytes]: [Buffer[], number] = [[], 0]
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    bytes += chunk.length
    if (keepEnd !== undefined && bytes > 2 * keepEnd + 65_536) {
      chunks = [Buffer.from(Buffer.concat(chunks).subarray(-keepEnd))]
      bytes = keepEnd
    }
    if (bytes <= mostOutput) return
    chunks = []
    bytes = 0
    over()
  })
  return () => {
    const all = Buffer.concat(chunks)
    return (keepEnd === undefined ? all : all.subarray(-keepEnd)).toString('utf8')
  }
}

/** How long a program that has ended may leave its output to others before they are ended too. */
const afterwardsMs = 5000

/** The same of one that was ended: whoever ended it waits, and what is left of it has left its group, as a connection that ssh keeps open. */
const remainingMs = 200

function ended(child: ChildProcess, program: string, options: ProgramOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = options.graceful === true ? askToEnd(child) : (): void => endGroup(child)
    let stopped = false
    const stop = (): void => {
      stopped = true
      end()
    }
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(stop, options.timeoutMs)
    let afterwards: NodeJS.Timeout | undefined
    options.signal?.addEventListener('abort', stop, { once: true })
    options.until?.addEventListener('abort', stop, { once: true })
    const settle = (): void => {
      clearTimeout(timer)
      clearTimeout(afterwards)
      options.signal?.removeEventListener('abort', stop)
      options.until?.removeEventListener('abort', stop)
    }
    child.once('error', (cause: NodeJS.ErrnoException) => {
      settle()
      const reason =
        cause.code === 'ENOENT'
          ? 'it was not found'
          : cause.code === 'EACCES'
            ? 'it may not be executed'
            : cause.message
      reject(portError('program-missing', { program, reason }, { cause }))
    })
    child.once('exit', () => {
      afterwards = setTimeout(
        () => {
          stop()
          // One that has left the group cannot be ended, and its output may go on without us.
          for (const stream of [child.stdout, child.stderr]) stream?.destroy()
        },
        stopped ? remainingMs : afterwardsMs,
      )
    })
    child.once('close', async (code) => {
      settle()
      if (stopped && options.graceful === true) await endLeftBehind(child)
      if (options.signal?.aborted) reject(new Cancelled(`${program} was cancelled`))
      else resolve(code ?? -1)
    })
  })
}

/** Ends a process started by `runProgram` and everything it started. */
export function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}
