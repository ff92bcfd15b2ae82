import { Cancelled } from '../core/errors/index.ts'
import { digest, type Sha256 } from '../core/json.ts'
import type { BlockLook, Contender, GpuState, Scenario, Speed, Warning } from '../core/products/index.ts'
import type { KeptMeasurements } from '../core/stage.ts'
import type { World } from '../core/world.ts'
import { median } from '../stats/describe.ts'
import { type BlockMember, type BlockPlan, type BlockResult, runBlock } from './block.ts'
import { readCounters } from './counters.ts'
import type { FoundGpu } from './gpu/find.ts'
import { mustRepeat, summarizeGpu } from './gpu/summary.ts'
import { gpuTroubles } from './gpu/trouble.ts'
import { watchGpu } from './gpu/watch.ts'
import { lookDue, type Tranche, trancheAfter, trancheFor } from './looks.ts'
import { type Progress, progressOf, type SavedBlock } from './progress.ts'
import type { Feeds } from './protocol.ts'
import { type BlockBudget, blockOrder } from './schedule.ts'
import { troubles } from './trouble.ts'
import { attemptWarnings, blockWarnings } from './warnings.ts'

/** A contender with what a worker needs to run it. */
export interface Runner extends Omit<BlockMember, 'feeds'> {
  readonly contender: Contender
  /** What it is run on in a block, of which there is one at 0. */
  feeds(block: number): Feeds
}

export interface ExperimentPlan {
  readonly scenario: Scenario
  readonly runners: readonly Runner[]
  readonly seed: number
  /** Fingerprint of the machine: blocks measured elsewhere are not continued. */
  readonly environment: string
  /** Digest of the data that feeds the models, or how the inputs were made. */
  readonly inputs: string
  readonly blocks: BlockBudget
  /** How often the budget may be spent again when questions are still open. */
  readonly extensions: number
  /** How many attempts at the same there were before, whose measurements need not be here. */
  readonly attempts: number
  /** Whether what was measured so far answers every question. */
  answered(speed: Speed): boolean
}

export interface ExperimentTools {
  readonly world: Pick<World, 'clock' | 'processes' | 'files'>
  /** The GPU to watch; undefined for providers on the CPU, and where it cannot be watched. */
  readonly gpu?: FoundGpu | undefined
  /** What was measured under a key, by this run or an earlier one, and is to be kept. */
  measurements(key: Sha256): KeptMeasurements
  readonly signal: AbortSignal
  /** Numbers of the processors that workers may be pinned to. */
  readonly processors: readonly number[]
  progress(message: string, fraction: number): void
}

export interface Experiment extends Speed {
  readonly answered: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Measures all contenders of one scenario in randomised, balanced blocks of fresh worker processes until the questions are
 * answered or the budget is spent. Blocks and looks are kept as they come: whoever measures the same again, after a kill or
 * in another run, goes on from there and accounts for every look that was taken. No sample is left out. Two at a time would count
 * blocks twice, and disturb each other's times: the second waits, and goes on from what the first measured.
 */
export async function runExperiment(plan: ExperimentPlan, tools: ExperimentTools): Promise<Experiment> {
  const measurements = tools.measurements(keyOf(plan))
  return measurements.alone(() => runAlone(plan, tools, measurements))
}

async function runAlone(
  plan: ExperimentPlan,
  tools: ExperimentTools,
  measurements: KeptMeasurements,
): Promise<Experiment> {
  const progress = progressOf(await measurements.read())
  const keepLook = async (look: BlockLook): Promise<void> => {
    await measurements.append({ look })
    progress.looks.push(look)
  }
  const before = await readCounters(tools.world.files)
  const keep: Keep = {
    block: (saved) => measurements.append(saved),
    look: keepLook,
    async tranche(tranche) {
      await measurements.append({ tranche })
      progress.begun = tranche
    },
  }
  for (let tranches = 0; tranches <= plan.extensions && !answered(plan, progress); tranches++)
    await runTranche(plan, tools, progress, keep)
  const speed = speedOf(plan, progress)
  const warnings = [
    ...blockWarnings(plan, progress.blocks),
    ...attemptWarnings(progress.begun),
    ...troubles(before, await readCounters(tools.world.files)),
    ...(tools.gpu === undefined ? [] : gpuTroubles(tools.gpu.gpu, watched(progress))),
  ]
  return { ...speed, answered: plan.answered(speed), warnings }
}

/** Blocks may be continued when everything that they depend on is the same. */
function keyOf({ scenario, runners, seed, environment, inputs }: ExperimentPlan): Sha256 {
  const models = runners.map(({ contender, slowdown = 1 }) => [contender.id, contender.model.sha256, slowdown])
  return digest({ scenario, models, seed, environment, inputs, protocol })
}

/** Changes when blocks are measured in another way: older ones are then not continued. */
const protocol = 4

function answered(plan: ExperimentPlan, progress: Progress): boolean {
  return progress.looks.length > 0 && plan.answered(speedOf(plan, progress))
}

/** Blocks after the last look have not been looked at yet, and are no part of any verdict. */
function speedOf({ scenario, environment }: ExperimentPlan, { blocks, looks }: Progress): Speed {
  const seen = blocks.slice(0, looks.at(-1)?.blocks ?? 0)
  return { scenario, environment, blocks: seen.map(({ block }) => block), looks: [...looks] }
}

function watched({ blocks }: Progress): GpuState[] {
  return blocks.flatMap(({ block }) => (block.gpu === undefined ? [] : [block.gpu]))
}

interface Keep {
  block(saved: SavedBlock): Promise<void>
  look(look: BlockLook): Promise<void>
  tranche(tranche: Tranche): Promise<void>
}

/** One budget's worth of blocks, fewer when a look answers the questions. */
async function runTranche(plan: ExperimentPlan, tools: ExperimentTools, progress: Progress, keep: Keep): Promise<void> {
  const tranche = await trancheOf(plan, progress, keep)
  for (;;) {
    const mine = progress.blocks.slice(tranche.from)
    const to = tranche.from + blocksFor(mine, plan.blocks)
    const ended = mine.length >= plan.blocks.min && (progress.blocks.length >= to || overBudget(mine, plan.blocks))
    const look = dueLook(plan, progress, tranche, { to, ended })
    if (look !== undefined) await keep.look(look)
    if (ended || (look !== undefined && answered(plan, progress))) return
    if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan.scenario.id} was cancelled`)
    tools.progress(progressText(plan, progress, tranche.number), fractionDone(mine, plan.blocks))
    const next = await measureBlock(plan, tools, progress.blocks.length)
    await keep.block(next)
    progress.blocks.push(next)
  }
}

async function trancheOf({ attempts }: ExperimentPlan, progress: Progress, keep: Keep): Promise<Tranche> {
  const { looks, blocks, begun } = progress
  const tranche = trancheFor(looks, begun, { blocks: blocks.length, attempts })
  if (tranche.number !== trancheAfter(looks, begun).number) await keep.tranche(tranche)
  return tranche
}

function dueLook(
  plan: ExperimentPlan,
  progress: Progress,
  tranche: Tranche,
  { to, ended }: { readonly to: number; readonly ended: boolean },
): BlockLook | undefined {
  const blocks = progress.blocks.length
  if (blocks <= (progress.looks.at(-1)?.blocks ?? 0)) return undefined
  return lookDue(blocks, progress.looks, tranche, { to, least: plan.blocks.min, ended })
}

/** How many blocks the budget buys, at the price of the first four. Fixed from then on: looks are planned by it. */
function blocksFor(mine: readonly SavedBlock[], { budgetMs, min, max }: BlockBudget): number {
  if (mine.length < Math.min(4, min)) return max
  const price = median(mine.slice(0, 4).map(({ spentMs }) => spentMs))
  return Math.max(min, Math.min(max, Math.floor(budgetMs / price)))
}

/** Whether another block would end after the budget. */
function overBudget(mine: readonly SavedBlock[], { budgetMs }: BlockBudget): boolean {
  return spent(mine) + spent(mine) / mine.length > budgetMs
}

function spent(saved: readonly SavedBlock[]): number {
  return saved.reduce((sum, { spentMs }) => sum + spentMs, 0)
}

async function measureBlock(plan: ExperimentPlan, tools: ExperimentTools, index: number): Promise<SavedBlock> {
  const start = tools.world.clock.monotonicMs()
  const members = new Map(
    membersOf(plan, index).map((runner): [string, BlockMember] => [
      runner.contender.id,
      { ...runner, feeds: runner.feeds(index) },
    ]),
  )
  const order = blockOrder([...members.keys()], plan.seed, index)
  const seed = [plan.seed, index]
  const given = { scenario: plan.scenario, order, members, cpu: processorOf(plan, tools, index), seed }
  const { block, pinned } = await watchedBlock(given, tools)
  return { block, pinned, spentMs: Math.round(tools.world.clock.monotonicMs() - start) }
}

/** A GPU whose clocks were cut for more than a tenth of a block says little in it: such a block is measured again. */
async function watchedBlock(given: BlockPlan, tools: ExperimentTools): Promise<BlockResult> {
  const { gpu } = tools
  if (gpu === undefined) return runBlock(given, tools)
  for (let attempt = 1; ; attempt++) {
    const watch = watchGpu(gpu, tools)
    const result = await runBlock(given, { ...tools, watch: (work) => watching(work, gpu, tools) }).finally(() =>
      watch.stop(),
    )
    const summary = summarizeGpu(gpu.gpu, await watch.stop())
    if (mustRepeat(summary) && attempt < mostAttempts) continue
    return summary === undefined ? result : { ...result, block: { ...result.block, gpu: summary } }
  }
}

async function watching(
  work: () => Promise<void>,
  gpu: FoundGpu,
  tools: ExperimentTools,
): Promise<GpuState | undefined> {
  const watch = watchGpu(gpu, tools)
  await work().finally(() => watch.stop())
  return summarizeGpu(gpu.gpu, await watch.stop())
}

/** A GPU that is still too slow by then is so for good: the block is kept, and a warning says it. */
const mostAttempts = 3

/** A second copy of production runs along in every fourth pair of blocks: enough to see the noise, cheap enough to do always. */
function membersOf({ runners }: ExperimentPlan, index: number): readonly Runner[] {
  return Math.floor(index / 2) % 4 === 3 ? runners : runners.filter(({ contender }) => contender.role !== 'copy')
}

/** One processor for all workers of a block, another for the next pair of blocks. Several threads need several processors. */
function processorOf({ scenario }: ExperimentPlan, { processors }: ExperimentTools, index: number): number | undefined {
  return scenario.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : undefined
}

function progressText({ scenario }: ExperimentPlan, { blocks }: Progress, tranche: number): string {
  const again = tranche === 0 ? '' : `, extension ${tranche}`
  return `${scenario.id}: block ${blocks.length + 1}${again}`
}

function fractionDone(mine: readonly SavedBlock[], { budgetMs, min }: BlockBudget): number {
  return Math.min(1, Math.max(spent(mine) / budgetMs, mine.length < min ? mine.length / min : 0))
}
