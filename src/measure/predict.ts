import { UserError } from '../core/errors/index.ts'
import { oneRow, type TensorInfo } from '../core/tensor.ts'
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
  /** The outputs of some of these rows by themselves, for some of the batches; of a model with a fixed batch, of that row in the place of all. */
  readonly alone: readonly { readonly row: number; readonly outputs: Feeds }[]
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
      const alone: Answered['alone'][number][] = []
      const batch = start / size
      for (const row of batch % every === 0 ? rowsAlone(rows, batch / every) : []) {
        const answer = await tried(worker, oneRow(feeds, row, fixed ?? 1))
        if (answer !== undefined) alone.push({ row, outputs: answer })
      }
      await take({ outputs, start, count, rows, declared: opened.outputs, alone })
    }
  } finally {
    await worker.close()
  }
}

/** Large enough to keep the runtime busy, small enough that activations and messages stay small. */
const usualBatch = 64

/** Of so many batches, at most, some examples are run by themselves too. */
const mostAlone = 8

/** The first row and the last, of which one is where an example alone is, and another between them for each batch. */
function rowsAlone(rows: number, batch: number): readonly number[] {
  if (rows < 2) return []
  return [...new Set([0, 1 + ((7 * batch + Math.floor(rows / 2)) % (rows - 1)), rows - 1])]
}

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
