import { afterAll } from 'vitest'
import { Cancelled } from '../src/core/errors/index.ts'
import type { Worker, World } from '../src/core/world.ts'

/**
 * Opens worlds whose worker processes are used again: one that is closed waits for the next test of the file that starts one of
 * its kind. What a test asks of a worker takes milliseconds, and starting one 200. A worker that could not answer, or was asked
 * and not waited for, is never used again. That workers are fresh is tested by `test/measure/experiment-for-real.test.ts`.
 * `clear` asks one that is given back for what it would not forget by itself.
 */
export function sharingWorkers<Given extends readonly unknown[]>(
  open: (...given: Given) => Promise<World>,
  clear: (worker: Worker) => Promise<unknown> = async () => {},
): (...given: Given) => Promise<World> {
  const idle = new Map<string, Worker[]>()
  afterAll(async () => {
    await Promise.all([...idle.values()].flat().map((worker) => worker.close()))
  })
  return async (...given) => {
    const world = await open(...given)
    // Its machine is looked at when it is asked for, not here.
    const { processes, ...rest } = Object.getOwnPropertyDescriptors(world)
    return Object.defineProperties(
      {},
      { ...rest, processes: { ...processes, value: { ...world.processes, worker } } },
    ) as World

    async function worker(role: string, { signal, ...options }: WorkerOptions = {}): Promise<Worker> {
      if (signal?.aborted) throw cancelled()
      const kind = JSON.stringify([role, options])
      const waiting = idle.get(kind) ?? []
      idle.set(kind, waiting)
      const worker = waiting.pop() ?? (await world.processes.worker(role, options))
      return lent(worker, signal, () =>
        clear(worker).then(
          () => void waiting.push(worker),
          () => worker.close(),
        ),
      )
    }
  }
}

type WorkerOptions = NonNullable<Parameters<World['processes']['worker']>[1]>

function lent(worker: Worker, signal: AbortSignal | undefined, giveBack: () => Promise<void>): Worker {
  let [asked, answered, closed] = [0, 0, false]
  const end = (): void => void worker.close()
  signal?.addEventListener('abort', end, { once: true })
  return {
    ...worker,
    async ask<Answer>(request: unknown, options?: { readonly timeoutMs?: number }): Promise<Answer> {
      asked += 1
      const answer = await worker.ask<Answer>(request, options).catch((thrown: unknown) => {
        throw signal?.aborted ? cancelled() : thrown
      })
      answered += 1
      return answer
    },
    async close() {
      if (closed) return
      closed = true
      signal?.removeEventListener('abort', end)
      if (asked === answered && !signal?.aborted) await giveBack()
      else await worker.close()
    },
  }
}

function cancelled(): Cancelled {
  return new Cancelled('a shared worker was ended: the run was cancelled')
}
