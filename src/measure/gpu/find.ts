import { UserError } from '../../core/errors/index.ts'
import type { RunResult, World } from '../../core/world.ts'
import { type Gpu, parseBaseClock, parseGpus, parseInstances } from './parse.ts'
import {
  type Column,
  type IdentityKey,
  identity,
  type Query,
  queryFor,
  refusedField,
  type StateKey,
  state,
} from './query.ts'

export interface GpuTools {
  readonly world: Pick<World, 'processes' | 'env'>
  readonly signal: AbortSignal
}

export interface FoundGpu {
  readonly gpu: Gpu
  /** What its driver answers about its state. */
  readonly query: Query<StateKey>
}

/**
 * The GPU that a provider computes on which is asked for number `device`, by nvidia-smi. Undefined where there is no NVIDIA
 * driver, or no telling which one it is. Starts programs: only for providers whose `device` is a GPU.
 */
export async function findGpu(device: number, tools: GpuTools): Promise<FoundGpu | undefined> {
  const known: Answer<IdentityKey> | undefined = await ask(identity, tools)
  const gpus = known === undefined ? [] : parseGpus(known.text, known.query)
  const cut = gpus.some(({ mig }) => mig)
  const instances = cut ? parseInstances((await smi(['-L'], tools))?.stdout ?? '') : []
  const gpu = visibleGpu(gpus, instances, device, tools.world.env)
  if (gpu === undefined) return undefined
  const { query } = (await ask(state, tools)) ?? {}
  return query === undefined ? undefined : { gpu: { ...gpu, baseMHz: await baseClock(gpu, tools) }, query }
}

interface Answer<Key extends string> {
  readonly text: string
  readonly query: Query<Key>
}

/** Asks until no field is refused any more; each refusal takes one name away. */
async function ask<Key extends string>(
  columns: readonly Column<Key>[],
  tools: GpuTools,
): Promise<Answer<Key> | undefined> {
  const refused = new Set<string>()
  for (;;) {
    const query = queryFor(columns, refused)
    const result = await smi(query.args, tools)
    if (result?.code === 0) return { text: result.stdout, query }
    const field = refusedField(`${result?.stdout}\n${result?.stderr}`)
    if (field === undefined || refused.has(field)) return undefined
    refused.add(field)
  }
}

/** A driver that was just loaded answers after seconds; one that hangs must not hang the benchmark. */
const patienceMs = 30_000

/** Undefined where there is no such program. */
async function smi(args: readonly string[], { world, signal }: GpuTools): Promise<RunResult | undefined> {
  try {
    return await world.processes.run('nvidia-smi', args, { timeoutMs: patienceMs, signal })
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code === 'program-missing') return undefined
    throw thrown
  }
}

type Instance = ReturnType<typeof parseInstances>[number]

/**
 * Which GPU a process calls number `device`, by CUDA's rules. CUDA_VISIBLE_DEVICES lists numbers or (beginnings of) UUIDs. CUDA
 * counts the fastest first unless CUDA_DEVICE_ORDER is PCI_BUS_ID: with different models and no order, no one can tell.
 */
export function visibleGpu(
  gpus: readonly Gpu[],
  instances: readonly Instance[],
  device: number,
  env: Readonly<Record<string, string | undefined>>,
): Gpu | undefined {
  const byIndex = gpus.toSorted((a, b) => a.index - b.index)
  const ordered = env['CUDA_DEVICE_ORDER'] === 'PCI_BUS_ID' || new Set(gpus.map(({ name }) => name)).size === 1
  const at = (index: number): Gpu | undefined => (ordered ? byIndex[index] : undefined)
  const listed = env['CUDA_VISIBLE_DEVICES']?.split(',').map((entry) => entry.trim())
  if (listed === undefined) return cutOf(at(device), instances)
  const entry = listed[device] ?? ''
  if (/^\d+$/.test(entry)) return cutOf(at(Number(entry)), instances)
  if (entry.startsWith('MIG-')) {
    const instance = instances.find(({ uuid }) => uuid.startsWith(entry))
    return (
      instance &&
      named(
        byIndex.find(({ uuid }) => uuid === instance.gpu),
        instance,
      )
    )
  }
  return entry.startsWith('GPU-')
    ? cutOf(
        byIndex.find(({ uuid }) => uuid.startsWith(entry)),
        instances,
      )
    : undefined
}

/** Of a GPU that is cut into instances, a process is given the first. */
function cutOf(gpu: Gpu | undefined, instances: readonly Instance[]): Gpu | undefined {
  const first = gpu?.mig ? instances.find((instance) => instance.gpu === gpu.uuid) : undefined
  return first === undefined ? gpu : named(gpu, first)
}

/** An instance computes at a part of the speed of its GPU: figures of the two are of different devices. */
function named(gpu: Gpu | undefined, { profile }: Instance): Gpu | undefined {
  return gpu && { ...gpu, name: `${gpu.name} MIG ${profile}` }
}

/**
 * The base clock, by the command that says it; else by the default application clock, which older drivers tell and which is near
 * it on most boards; else the highest clock, of which NVBench too takes three quarters as its limit.
 */
async function baseClock({ index, baseMHz, maxMHz }: Gpu, tools: GpuTools): Promise<number | undefined> {
  const said = await smi(['base-clocks', '-i', String(index)], tools)
  return (said?.code === 0 ? parseBaseClock(said.stdout) : undefined) ?? baseMHz ?? maxMHz
}
