import type { Block, Scenario, WorkerSample } from '../core/products.ts'
import type { Worker, World } from '../core/world.ts'
import { median } from '../stats/describe.ts'
import type { BenchRequest, Feeds, Measured, Opened, Peak } from './protocol.ts'
import { turns } from './schedule.ts'

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
}

export interface BlockTools {
  readonly world: Pick<World, 'processes'>
  readonly signal: AbortSignal
}

/**
 * One block: a fresh worker for each contender, all loaded and warmed first, then short turns, one worker at a time. The
 * workers are gone when it returns, also when it throws. `pinned` says whether all of them ran on the given processor.
 */
export async function runBlock(
  plan: BlockPlan,
  tools: BlockTools,
): Promise<{ readonly block: Block; readonly pinned: boolean }> {
  const started: Started[] = []
  try {
    for (const id of plan.order) started.push(await start(id, plan, tools))
    const order = turns(plan.order, roundsFor(Math.max(...started.map(({ runMs }) => runMs))))
    for (const id of order) await takeTurn(started.find((each) => each.id === id) as Started)
    const runs: Record<string, WorkerSample> = {}
    for (const each of started) runs[each.id] = await sampleOf(each)
    return { block: { order, runs }, pinned: started.every(({ worker }) => worker.cpu !== undefined) }
  } finally {
    await Promise.all(started.map(({ worker }) => worker.close()))
  }
}

interface Started {
  readonly id: string
  readonly worker: Worker
  readonly sessionMs: number
  readonly firstRunMs: number
  /** The usual time of one warm run. */
  readonly runMs: number
  readonly samplesMs: number[]
}

/** Long enough for caches and clock speeds to settle; a run that takes longer is warmed by the first run and one more. */
const warmupMs = 60

/** A turn is short, so that what disturbs the machine disturbs all contenders alike; at least one run. */
const turn = { forMs: 12, runs: 100 }

/** Time that each contender is measured in a block: with less, what disturbs single turns does not average out. */
const measuredMs = 300

/** Rounds there and back: 12 for a fast model, fewer for a slow one, whose every turn takes a whole run. */
function roundsFor(runMs: number): number {
  return Math.max(1, Math.round(measuredMs / (2 * Math.max(turn.forMs, runMs))))
}

async function start(id: string, plan: BlockPlan, tools: BlockTools): Promise<Started> {
  const { path, feeds, slowdown } = plan.members.get(id) as BlockMember
  const options = { signal: tools.signal, ...(plan.cpu === undefined ? {} : { cpu: plan.cpu }) }
  const worker = await tools.world.processes.worker('bench', options)
  try {
    const { provider, threads } = plan.scenario
    const opened = await ask<Opened>(worker, { do: 'open', model: path, provider, threads, slowdown })
    const first = await ask<Measured>(worker, {
      do: 'measure',
      feeds,
      warmup: { runs: 1, forMs: 0 },
      runs: 100_000,
      forMs: warmupMs,
    })
    const [firstRunMs = 0] = first.warmupMs
    return { id, worker, sessionMs: opened.sessionMs, firstRunMs, runMs: median(first.samplesMs), samplesMs: [] }
  } catch (thrown) {
    await worker.close()
    throw thrown
  }
}

async function takeTurn({ worker, samplesMs }: Started): Promise<void> {
  const measured = await ask<Measured>(worker, { do: 'measure', ...turn })
  samplesMs.push(...measured.samplesMs)
}

async function sampleOf({ worker, sessionMs, firstRunMs, samplesMs }: Started): Promise<WorkerSample> {
  const { peakBytes } = await ask<Peak>(worker, { do: 'peak' })
  return { samplesMs: samplesMs.map(tidy), sessionMs: tidy(sessionMs), firstRunMs: tidy(firstRunMs), peakBytes }
}

/** To 10 ns: finer than any clock here, and evidence stays short. */
function tidy(ms: number): number {
  return Math.round(ms * 1e5) / 1e5
}

function ask<Answer>(worker: Worker, request: BenchRequest): Promise<Answer> {
  return worker.ask<Answer>(request)
}
