import { setOwn } from '../core/own.ts'
import type { Block, GpuState, Scenario, WorkerSample } from '../core/products/index.ts'
import type { Worker, World } from '../core/world.ts'
import { findProvider } from '../providers/index.ts'
import { createRandom } from '../stats/random.ts'
import type { BenchRequest, Feeds, Measure, Measured, Opened, Peak, Prepared, Serve, Warmed } from './protocol.ts'
import { arrivals, openRounds, turnPlan, turns } from './schedule.ts'

export interface BlockMember {
  /** Absolute path of the model file. */
  readonly path: string
  readonly feeds: Feeds
  /** Makes every run take this many times as long: a known effect, for calibration. */
  readonly slowdown?: number | undefined
}

export interface BlockPlan {
  readonly scenario: Scenario
  /** Contender ids in the order of their first turns. */
  readonly order: readonly string[]
  readonly members: ReadonlyMap<string, BlockMember>
  /** The processor for all workers of the block; undefined leaves them free. */
  readonly cpu: number | undefined
  /** What is random in an open loop follows from it: every contender of the block gets the same requests. */
  readonly seed: readonly number[]
}

export interface BlockTools {
  readonly world: Pick<World, 'processes'>
  readonly signal: AbortSignal
  /** Watches the GPU while something is done, where there is one to watch. */
  watch?(work: () => Promise<void>): Promise<GpuState | undefined>
}

export interface BlockResult {
  readonly block: Block
  /** Whether all workers ran on the given processor. */
  readonly pinned: boolean
}

/**
 * One block: a fresh worker for each contender, all loaded and warmed first, then short turns, one worker at a time; or,
 * isolated, one contender after the other, each alone on the machine. The workers are gone when it returns or throws.
 */
export function runBlock(plan: BlockPlan, tools: BlockTools): Promise<BlockResult> {
  return plan.scenario.order === 'isolated' ? isolatedBlock(plan, tools) : interleavedBlock(plan, tools)
}

async function interleavedBlock(plan: BlockPlan, tools: BlockTools): Promise<BlockResult> {
  const crew = await startCrew(plan.order.length, plan, tools)
  try {
    const pinned = await pinAll(crew, plan.cpu)
    const started: Started[] = []
    for (const [at, id] of plan.order.entries()) started.push(await open(id, crew[at] as Worker, plan))
    const { rounds, turn } = turnsOf(plan, Math.max(...started.map(({ runMs }) => runMs)))
    const order = turns(plan.order, rounds)
    for (const id of order) {
      const one = started.find((each) => each.id === id) as Started
      await takeTurn(one, turn(one.turns.length))
    }
    return { block: { order, runs: await samplesOf(started) }, pinned }
  } finally {
    await dismiss(crew)
  }
}

async function isolatedBlock(plan: BlockPlan, tools: BlockTools): Promise<BlockResult> {
  const runs: Record<string, WorkerSample> = {}
  let pinned = true
  for (const id of plan.order) {
    const crew = await startCrew(1, plan, tools)
    try {
      pinned = (await pinAll(crew, plan.cpu)) && pinned
      const started = await open(id, crew[0] as Worker, plan)
      const work = async (): Promise<void> => {
        for (const turn of turnsAlone(plan, started.runMs)) await takeTurn(started, turn)
      }
      const gpu = await (tools.watch === undefined ? work() : tools.watch(work))
      for (const [name, sample] of Object.entries(await samplesOf([started])))
        setOwn(runs, name, gpu === undefined ? sample : { ...sample, gpu })
    } finally {
      await dismiss(crew)
    }
  }
  return { block: { order: plan.order, runs }, pinned }
}

/**
 * Starts processes side by side, on any processor, up to where their models matter: the runtime's library is loaded. When one
 * cannot start, the others are gone and the reason is thrown.
 */
async function startCrew(count: number, { scenario }: BlockPlan, tools: BlockTools): Promise<readonly Worker[]> {
  const starting = await Promise.allSettled(Array.from({ length: count }, () => startOne(scenario.provider, tools)))
  const crew = starting.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const failed = starting.find((each) => each.status === 'rejected')
  if (failed === undefined) return crew
  await dismiss(crew)
  throw failed.reason
}

async function startOne(provider: string, { world, signal }: BlockTools): Promise<Worker> {
  const worker = await world.processes.worker('bench', {
    signal,
    measured: true,
    runtime: findProvider(provider).runtime,
  })
  try {
    await ask<Prepared>(worker, { do: 'prepare', provider })
    return worker
  } catch (thrown) {
    await worker.close()
    throw thrown
  }
}

async function dismiss(crew: readonly Worker[]): Promise<void> {
  await Promise.all(crew.map((worker) => worker.close()))
}

async function pinAll(crew: readonly Worker[], cpu: number | undefined): Promise<boolean> {
  if (cpu === undefined) return false
  const pinned = await Promise.all(crew.map((worker) => worker.pin(cpu)))
  return pinned.every(Boolean)
}

interface Started {
  readonly id: string
  readonly worker: Worker
  readonly sessionMs: number
  readonly warmed: Warmed
  readonly runMs: number
  readonly samplesMs: number[]
  readonly turns: number[]
  /** Of an open loop: milliseconds in all, and at work. */
  readonly served: { ms: number; busyMs: number }
}

interface Turns {
  /** Rounds there and back: each contender has two turns in each. */
  readonly rounds: number
  /** What a contender is asked to do in its turn number `at`, from 0. */
  turn(at: number): Measure | Serve
}

/** Runs one after the other, or requests at random moments: the same for every contender, at the pace of the slowest. */
function turnsOf({ scenario: { rate }, seed }: BlockPlan, runMs: number): Turns {
  if (rate !== undefined) return { rounds: openRounds, turn: (at) => served(rate, seed, at) }
  const { rounds, ...turn } = turnPlan(runMs)
  return { rounds, turn: () => ({ do: 'measure', ...turn }) }
}

/** As many runs in one go, where no one else has turns in between. */
function turnsAlone({ scenario: { rate }, seed }: BlockPlan, runMs: number): readonly (Measure | Serve)[] {
  if (rate !== undefined) return Array.from({ length: 2 * openRounds }, (_, at) => served(rate, seed, at))
  const { rounds, runs } = turnPlan(runMs)
  return [{ do: 'measure', runs: 2 * rounds * runs, settle: 0 }]
}

function served(rate: number, seed: readonly number[], turn: number): Serve {
  return { do: 'serve', arrivals: arrivals(rate, createRandom(...seed, turn)) }
}

async function open(id: string, worker: Worker, plan: BlockPlan): Promise<Started> {
  const { path, feeds, slowdown } = plan.members.get(id) as BlockMember
  const { provider, threads, options, allowFallback } = plan.scenario
  const request = { model: path, provider, threads, options, allowFallback, slowdown }
  const { sessionMs } = await ask<Opened>(worker, { do: 'open', ...request })
  const warmed = await ask<Warmed>(worker, { do: 'warm', feeds })
  return { id, worker, sessionMs, warmed, runMs: warmed.runMs, samplesMs: [], turns: [], served: { ms: 0, busyMs: 0 } }
}

async function takeTurn({ worker, samplesMs, turns: counts, served }: Started, turn: Measure | Serve): Promise<void> {
  const measured = await ask<Measured>(worker, turn)
  for (const ms of measured.samplesMs) samplesMs.push(tidy(ms))
  counts.push(measured.samplesMs.length)
  served.ms += measured.served?.ms ?? 0
  served.busyMs += measured.served?.busyMs ?? 0
}

async function samplesOf(started: readonly Started[]): Promise<Record<string, WorkerSample>> {
  const runs: Record<string, WorkerSample> = {}
  for (const { id, worker, samplesMs, turns: counts, sessionMs, warmed, served } of started) {
    const { peakBytes } = await ask<Peak>(worker, { do: 'peak' })
    runs[id] = {
      samplesMs,
      turns: counts,
      sessionMs: tidy(sessionMs),
      firstRunMs: tidy(warmed.firstRunMs),
      peakBytes,
      warmup: { runs: warmed.runs, ms: tidy(warmed.ms), steady: warmed.steady },
      ...(served.ms === 0 ? {} : { load: tidy(served.busyMs / served.ms) }),
    }
  }
  return runs
}

/** To 10 ns: finer than any clock here, and evidence stays short. */
function tidy(ms: number): number {
  return Math.round(ms * 1e5) / 1e5
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
