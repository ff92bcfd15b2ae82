import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Bug, Cancelled, type Problem, UserError } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import type { Worker, WorkerOptions } from '../core/world.ts'
import { programVariables, workerVariables } from './environment.ts'
import type { Mask } from './secrets/index.ts'

/** What a worker process answers: see `src/entry/worker.ts` for the other end. */
export type Reply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }
  | { readonly ok: false; readonly bug: string }

interface Options extends WorkerOptions {
  readonly cwd: string
  /** Where a stranger's commit lies; undefined in trusted runs. */
  readonly checkout: string | undefined
  readonly mask: Mask
  /** Tell a worker that runs models where the library for it is: the bundle reads them where it loads that. */
  readonly prepared: Readonly<Record<string, string>>
}

/**
 * Compiled early, JavaScript is as fast at the end of warming up as it ever gets. With V8's own patience a model of 0.1 ms goes
 * on getting faster while it is timed, each process at another moment. `lab/process-spread.ts` shows how much that matters.
 */
export const earlyCompilation: readonly string[] = [
  '--always-sparkplug',
  Number.parseInt(process.versions.node, 10) < 22 ? '--interrupt-budget=10000' : '--invocation-count-for-turbofan=400',
]

/**
 * Large pages for what is allocated, where the kernel lends them (Linux with glibc): where small pages land in physical memory
 * makes some processes of a model of 10 MB slower than others for as long as they live. `lab/process-spread.ts` shows it.
 */
export function largePages(tunables: string | undefined): string {
  return [tunables, 'glibc.malloc.hugetlb=1'].filter(Boolean).join(':')
}

/** Starts a worker process and waits until it is ready. It ends by itself when its channel to this process breaks. */
export async function startWorker(script: string, role: string, options: Options): Promise<Worker> {
  const { fork } = await import('node:child_process')
  if (options.signal?.aborted) throw new Cancelled(`a ${role} worker was not started: the run was cancelled`)
  const child = fork(script, [role], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    execArgv: options.measured === true ? [...earlyCompilation] : [],
    env: {
      // One that runs a program passes on what programs are given.
      ...(role === 'exec' ? programVariables : workerVariables)(process.env, options.checkout),
      // Else onnxruntime reports to Microsoft, and leaves files of its own in the temporary folder and the home.
      ORT_DISABLE_TELEMETRY: '1',
      ...options.prepared,
      ...(options.measured === true ? { GLIBC_TUNABLES: largePages(process.env['GLIBC_TUNABLES']) } : {}),
    },
    cwd: options.cwd,
  })
  const words = lastWords(child, options.mask)
  // One that runs a program has to end that first, as it does when its channel breaks.
  const abort = (): void => {
    if (role === 'exec' && child.connected) child.disconnect()
    else child.kill('SIGKILL')
  }
  options.signal?.addEventListener('abort', abort, { once: true })
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  gone.then(() => options.signal?.removeEventListener('abort', abort))

  const receive = replies(child, gone, (how) => died(role, how, words(), options.signal))
  const answer = async (timeoutMs: number): Promise<Reply> => {
    const reply = await receive(timeoutMs)
    if (reply !== undefined) return reply
    child.kill('SIGKILL')
    throw portError('worker-slow', { role, seconds: Math.round(timeoutMs / 1000) })
  }
  await answer(startMs)

  let queue: Promise<unknown> = Promise.resolve()
  return {
    pid: child.pid ?? -1,
    pin: (cpu) => pin(child.pid, cpu, programVariables(process.env, options.checkout)),
    ask<Answer>(request: unknown, { timeoutMs = 600_000 }: { readonly timeoutMs?: number } = {}): Promise<Answer> {
      const answered = queue.then(async () => {
        // A channel that breaks now is told by the end of the process, not by the sending.
        if (child.connected) child.send(request as object, () => {})
        return unwrap(await answer(timeoutMs)) as Answer
      })
      queue = answered.catch(() => {})
      return answered
    },
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/**
 * Waits for the next message of a process; undefined when it takes too long, `ended` says what to throw when the process ends.
 * One listener for all of them: measured workers are asked hundreds of times a second, and what is done between two runs
 * drives the model out of the processor's caches.
 */
function replies(
  child: ChildProcess,
  gone: Promise<string>,
  ended: (how: string) => Error,
): (timeoutMs: number) => Promise<Reply | undefined> {
  let settle: { resolve(reply: Reply): void; reject(reason: Error): void } | undefined
  let end: Error | undefined
  child.on('message', (message) => settle?.resolve(message as Reply))
  gone.then((how) => {
    end = ended(how)
    settle?.reject(end)
  })
  return (timeoutMs) =>
    new Promise<Reply | undefined>((resolve, reject) => {
      if (end !== undefined) return reject(end)
      const done = (settled: () => void): void => {
        clearTimeout(timer)
        settle = undefined
        settled()
      }
      const timer = setTimeout(() => done(() => resolve(undefined)), timeoutMs)
      settle = {
        resolve: (reply) => done(() => resolve(reply)),
        reject: (reason) => done(() => reject(reason)),
      }
    })
}

/** Starting Node takes 40 ms; a machine under load may need much longer. */
const startMs = 60_000

/** Linux alone binds a running process to a processor, with `taskset` of util-linux. */
async function pin(pid: number | undefined, cpu: number, env: Record<string, string>): Promise<boolean> {
  if (pid === undefined || process.platform !== 'linux') return false
  const { spawn } = await import('node:child_process')
  const taskset = spawn('taskset', ['-a', '-c', '-p', String(cpu), String(pid)], { stdio: 'ignore', env })
  const ended = await Promise.race([once(taskset, 'exit'), once(taskset, 'error').then(() => [-1])])
  return ended[0] === 0
}

/** More is kept than is told, as a secret at the cut cannot be known. */
function lastWords(child: ChildProcess, mask: Mask): () => string {
  const [kept, told] = [16_384, 500]
  let [words, cut] = ['', false]
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const all = words + chunk
    cut ||= all.length > kept
    words = all.slice(-kept)
  })
  return () => (cut ? mask.torn(words) : mask(words)).trim().slice(-told)
}

function died(role: string, how: string, words: string, signal: AbortSignal | undefined): Error {
  if (signal?.aborted) return new Cancelled(`a ${role} worker was ended: the run was cancelled`)
  return portError('worker-died', { role, how, words })
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.answer
  if ('problems' in reply) throw new UserError(reply.problems)
  throw new Bug(`in a worker process: ${reply.bug}`)
}
