import type { TensorInfo } from '../core/tensor.ts'
import type { Worker, World } from '../core/world.ts'
import type { BenchRequest, Description, Opened } from './protocol.ts'

export interface ModelInterface {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
}

export interface Inspection {
  /** What the runtime says of each model, by contender id. */
  readonly interfaces: Readonly<Record<string, ModelInterface>>
  readonly processors: readonly number[]
}

/** Loads each model once, in one worker process, to learn its inputs and outputs: a model that does not load is found early. */
export async function inspectModels(
  models: readonly { readonly id: string; readonly path: string }[],
  provider: string,
  tools: { readonly world: Pick<World, 'processes'>; readonly signal: AbortSignal },
): Promise<Inspection> {
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal })
  try {
    const { processors } = await ask<Description>(worker, { do: 'describe', provider })
    const interfaces: Record<string, ModelInterface> = {}
    for (const { id, path } of models) {
      const { inputs, outputs } = await ask<Opened>(worker, { do: 'open', model: path, provider, threads: 1 })
      interfaces[id] = { inputs, outputs }
    }
    return { interfaces, processors }
  } finally {
    await worker.close()
  }
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
