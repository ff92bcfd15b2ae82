import type { TensorInfo } from '../core/tensor.ts'
import type { Worker, World } from '../core/world.ts'
import { findProvider } from '../providers/index.ts'
import type { BenchRequest, Feeds, Opened, RunAnswer } from './protocol.ts'

export interface PredictionPlan {
  /** Absolute path of the model file. */
  readonly path: string
  readonly provider: string
  readonly examples: number
  /** The inputs of the examples `start` to `end`. `end` may lie beyond the last example: the batch is then filled up. */
  batch(start: number, end: number): Feeds
}

/** The outputs of a batch: of `rows` rows the first `count` are those of the examples from `start` on. */
export interface Answered {
  readonly outputs: Feeds
  readonly start: number
  readonly count: number
  readonly rows: number
  /** What the model says of its outputs, in its order, which a mapping by names need not keep. */
  readonly declared: readonly TensorInfo[]
}

/**
 * Runs a model over a whole data set in a worker process, batch by batch, and hands each batch of outputs on, in order.
 * Of its `rows` rows the first `count` belong to the data set: a model with a fixed batch gets full batches all the same.
 */
export async function predict(
  plan: PredictionPlan,
  take: (answered: Answered) => void | Promise<void>,
  tools: { readonly world: Pick<World, 'processes'>; readonly signal: AbortSignal },
): Promise<void> {
  const worker = await tools.world.processes.worker('bench', {
    signal: tools.signal,
    runtime: findProvider(plan.provider).runtime,
  })
  try {
    const opened = await ask<Opened>(worker, { do: 'open', model: plan.path, provider: plan.provider, threads: 0 })
    const fixed = fixedBatch(opened)
    const size = fixed ?? usualBatch
    for (let start = 0; start < plan.examples; start += size) {
      const count = Math.min(size, plan.examples - start)
      const rows = fixed ?? count
      const feeds = plan.batch(start, start + rows)
      const { outputs } = await ask<RunAnswer>(worker, { do: 'run', feeds })
      await take({ outputs, start, count, rows, declared: opened.outputs })
    }
  } finally {
    await worker.close()
  }
}

/** Large enough to keep the runtime busy, small enough that activations and messages stay small. */
const usualBatch = 64

/** The first dimension of the inputs, where the model does not leave it open. Scalars have none. */
function fixedBatch({ inputs }: Opened): number | undefined {
  const first = inputs.find(({ dims }) => typeof dims[0] === 'number')?.dims[0]
  const open = inputs.some(({ dims }) => typeof dims[0] === 'string')
  return open || typeof first !== 'number' ? undefined : first
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
