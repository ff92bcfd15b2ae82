import { setOwn } from '../core/own.ts'
import type { ProfiledTime, Scenario, Warning } from '../core/products/index.ts'
import type { TensorInfo } from '../core/tensor.ts'
import type { Worker, World } from '../core/world.ts'
import { refuseBarred } from '../providers/barred.ts'
import { findProvider } from '../providers/index.ts'
import { judgePlacement, type Placement } from '../providers/placement.ts'
import { makeInputs } from './inputs.ts'
import type { BenchRequest, Feeds, Opened, Placed, Prepared } from './protocol.ts'

export interface ModelInterface {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
}

export interface Inspection {
  /** What the runtime says of each model, by contender id. */
  readonly interfaces: Readonly<Record<string, ModelInterface>>
  readonly processors: readonly number[]
  /** Name and version of the runtime behind the provider. */
  readonly runtime: string
}

/** Loads each model once, in one worker process, to learn its inputs and outputs: a model that does not load is found early. */
export async function inspectModels(
  models: readonly { readonly id: string; readonly path: string }[],
  provider: string,
  tools: { readonly world: Pick<World, 'files' | 'processes'>; readonly signal: AbortSignal },
): Promise<Inspection> {
  for (const { path } of models) await refuseBarred(path, tools.world.files)
  const worker = await tools.world.processes.worker('bench', {
    signal: tools.signal,
    runtime: findProvider(provider).runtime,
  })
  try {
    const { processors, runtime } = await ask<Prepared>(worker, { do: 'prepare', provider })
    const interfaces: Record<string, ModelInterface> = {}
    for (const { id, path } of models) {
      // Where the model runs is asked later, by name of every node that would run elsewhere.
      const request = { model: path, provider, threads: 1, allowFallback: true }
      const { inputs, outputs } = await ask<Opened>(worker, { do: 'open', ...request })
      setOwn(interfaces, id, { inputs, outputs })
    }
    return { interfaces, processors, runtime }
  } finally {
    await worker.close()
  }
}

/**
 * Who runs the nodes of a model with a provider, by the profile of two runs on made inputs in a worker process; with fallback to
 * the CPU. Undefined where the runtime keeps no profile. Throws as `Provider.open` and `makeInputs` do.
 */
export async function placeModel(
  model: string,
  provider: string,
  shapes: Readonly<Record<string, readonly number[]>>,
  tools: { readonly world: Pick<World, 'files' | 'processes'>; readonly signal: AbortSignal },
): Promise<Placement | undefined> {
  await refuseBarred(model, tools.world.files)
  const worker = await tools.world.processes.worker('bench', {
    signal: tools.signal,
    runtime: findProvider(provider).runtime,
  })
  try {
    const request = { model, provider, threads: 1, allowFallback: true }
    const { inputs } = await ask<Opened>(worker, { do: 'open', ...request })
    const feeds = makeInputs(inputs, 1, 1, shapes)
    return (await ask<Placed>(worker, { do: 'place', ...request, feeds })).placement
  } finally {
    await worker.close()
  }
}

export interface Placing {
  readonly warning?: Warning | undefined
  readonly profile?: ProfiledTime | undefined
}

/**
 * Makes sure that a model runs on the device that a scenario names, before anything is measured: nodes that would run on the
 * CPU instead are an error that names them, or a warning where the scenario allows it. Tells where the time of a run goes,
 * too. Nothing to ask on the CPU itself. Throws `provider-fallback` and `provider-unused`.
 */
export async function checkPlacement(
  { path, feeds, name }: { readonly path: string; readonly feeds: Feeds; readonly name: string },
  { provider, threads, options, allowFallback = false }: Scenario,
  tools: { readonly world: Pick<World, 'processes'>; readonly signal: AbortSignal },
): Promise<Placing> {
  const asked = findProvider(provider)
  if (asked.device === 'cpu') return {}
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal, runtime: asked.runtime })
  try {
    const request = { model: path, provider, threads, options, feeds }
    const { placement } = await ask<Placed>(worker, { do: 'place', ...request })
    if (placement === undefined) return {}
    const { runs, clock } = placement.profile
    const last = runs.at(-1)
    return {
      warning: judgePlacement(placement, asked, name, allowFallback),
      ...(last === undefined ? {} : { profile: { ...last, clock } }),
    }
  } finally {
    await worker.close()
  }
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
