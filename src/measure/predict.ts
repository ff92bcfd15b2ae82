import { UserError } from '../core/errors/index.ts'
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
  /** The outputs of the first of these examples by itself, for some of the batches. */
  readonly alone?: Feeds | undefined
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
    const every = Math.ceil(Math.ceil(plan.examples / size) / mostAlone)
    for (let start = 0; start < plan.examples; start += size) {
      const count = Math.min(size, plan.examples - start)
      const rows = fixed ?? count
      const feeds = plan.batch(start, start + rows)
      const { outputs } = await ask<RunAnswer>(worker, { do: 'run', feeds })
      const single = fixed === undefined && rows > 1 && (start / size) % every === 0
      const alone = single ? await tried(worker, plan.batch(start, start + 1)) : undefined
      await take({ outputs, start, count, rows, declared: opened.outputs, alone })
    }
  } finally {
    await worker.close()
  }
}

/** Large enough to keep the runtime busy, small enough that activations and messages stay small. */
const usualBatch = 64

/** As many examples are run by themselves too, at most. */
const mostAlone = 8

/** Some models run on batches alone. */
async function tried(worker: Worker, feeds: Feeds): Promise<Feeds | undefined> {
  try {
    return (await ask<RunAnswer>(worker, { do: 'run', feeds })).outputs
  } catch (error) {
    if (error instanceof UserError && error.code === 'model-run-failed') return undefined
    throw error
  }
}

/** The first dimension of the inputs, where the model does not leave it open. Scalars have none. */
function fixedBatch({ inputs }: Opened): number | undefined {
  const first = inputs.find(({ dims }) => typeof dims[0] === 'number')?.dims[0]
  const open = inputs.some(({ dims }) => typeof dims[0] === 'string')
  return open || typeof first !== 'number' ? undefined : first
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
