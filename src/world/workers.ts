import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Bug, Cancelled, type Problem, UserError, userError } from '../core/errors.ts'
import type { Worker, WorkerOptions } from '../core/world.ts'

/** What a worker process answers: see `src/entry/worker.ts` for the other end. */
export type Reply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }
  | { readonly ok: false; readonly bug: string }

interface Options extends WorkerOptions {
  readonly cwd: string
}

/**
 * Compiled early, JavaScript is as fast at the end of warming up as it ever gets. With V8's own patience a model of 0.1 ms goes
 * on getting faster while it is timed, each process at another moment. `bench/process-spread.ts` shows how much that matters.
 */
export const earlyCompilation: readonly string[] = [
  '--always-sparkplug',
  Number.parseInt(process.versions.node, 10) < 22 ? '--interrupt-budget=10000' : '--invocation-count-for-turbofan=400',
]

/**
 * Large pages for what is allocated, where the kernel lends them (Linux with glibc): where small pages land in physical memory
 * makes some processes of a model of 10 MB slower than others for as long as they live. `bench/process-spread.ts` shows it.
 */
export function largePages(tunables: string | undefined): string {
  return [tunables, 'glibc.malloc.hugetlb=1'].filter(Boolean).join(':')
}

/** Starts a worker process and waits until it is ready. It ends by itself when its channel to this process breaks. */
export async function startWorker(script: string, role: string, options: Options): Promise<Worker> {
  if (options.signal?.aborted) throw new Cancelled(`a ${role} worker was not started: the run was cancelled`)
  const child = fork(script, [role], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    execArgv: options.measured === true ? [...earlyCompilation] : [],
    env:
      options.measured === true
        ? { ...process.env, GLIBC_TUNABLES: largePages(process.env['GLIBC_TUNABLES']) }
        : process.env,
    cwd: options.cwd,
  })
  const words = lastWords(child)
  const abort = (): void => void child.kill('SIGKILL')
  options.signal?.addEventListener('abort', abort, { once: true })
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  gone.then(() => options.signal?.removeEventListener('abort', abort))

  const receive = async (timeoutMs: number): Promise<Reply> => {
    const stopped = new AbortController()
    const timer = setTimeout(() => stopped.abort(), timeoutMs)
    try {
      const reply = once(child, 'message', { signal: stopped.signal }).then(([message]) => message as Reply)
      return await Promise.race([reply, gone.then((how) => died(role, how, words(), options.signal))])
    } catch (cause) {
      if (!stopped.signal.aborted || cause instanceof UserError || cause instanceof Cancelled) throw cause
      child.kill('SIGKILL')
      throw userError('worker-slow', { role, seconds: Math.round(timeoutMs / 1000) }, { cause })
    } finally {
      clearTimeout(timer)
      stopped.abort()
    }
  }
  await receive(startMs)

  let queue: Promise<unknown> = Promise.resolve()
  return {
    pid: child.pid ?? -1,
    pin: (cpu) => pin(child.pid, cpu),
    ask<Answer>(request: unknown, { timeoutMs = 600_000 }: { readonly timeoutMs?: number } = {}): Promise<Answer> {
      const answer = queue.then(async () => {
        // A channel that breaks now is told by the end of the process, not by the sending.
        if (child.connected) child.send(request as object, () => {})
        return unwrap(await receive(timeoutMs)) as Answer
      })
      queue = answer.catch(() => {})
      return answer
    },
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Starting Node takes 40 ms; a machine under load may need much longer. */
const startMs = 60_000

/** Linux alone binds a running process to a processor, with `taskset` of util-linux. */
async function pin(pid: number | undefined, cpu: number): Promise<boolean> {
  if (pid === undefined || process.platform !== 'linux') return false
  const taskset = spawn('taskset', ['-a', '-c', '-p', String(cpu), String(pid)], { stdio: 'ignore' })
  const ended = await Promise.race([once(taskset, 'exit'), once(taskset, 'error').then(() => [-1])])
  return ended[0] === 0
}

function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-500)
  })
  return () => words.trim()
}

function died(role: string, how: string, words: string, signal: AbortSignal | undefined): never {
  if (signal?.aborted) throw new Cancelled(`a ${role} worker was ended: the run was cancelled`)
  throw userError('worker-died', { role, how, words })
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.answer
  if ('problems' in reply) throw new UserError(reply.problems)
  throw new Bug(`in a worker process: ${reply.bug}`)
}
