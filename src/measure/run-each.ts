import type { World } from '../core/world.ts'
import { findProvider } from '../providers/index.ts'
import type { BenchRequest, Feeds, Opened, RunAnswer } from './protocol.ts'

/**
 * The outputs of a model on each of these inputs, in order, run once on each in a worker process. Throws as `Provider.open` and
 * `Session.run` do.
 */
export async function runEach(
  model: { readonly path: string; readonly provider: string },
  inputs: readonly Feeds[],
  tools: { readonly world: Pick<World, 'processes'>; readonly signal: AbortSignal },
): Promise<Feeds[]> {
  const { path, provider } = model
  const worker = await tools.world.processes.worker('bench', {
    signal: tools.signal,
    runtime: findProvider(provider).runtime,
  })
  try {
    await worker.ask<Opened>({ do: 'open', model: path, provider, threads: 0 } satisfies BenchRequest)
    const answers: Feeds[] = []
    for (const feeds of inputs) {
      const { outputs } = await worker.ask<RunAnswer>({ do: 'run', feeds } satisfies BenchRequest)
      answers.push(outputs)
    }
    return answers
  } finally {
    await worker.close()
  }
}
