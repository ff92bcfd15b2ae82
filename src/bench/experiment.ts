import { Cancelled } from '../core/errors.ts'
import { digest } from '../core/json.ts'
import type { Block, Contender, Scenario, Warning } from '../core/products.ts'
import type { Checkpoint } from '../core/stage.ts'
import type { World } from '../core/world.ts'
import { type BlockMember, runBlock } from './block.ts'
import { blocksSaved, type SavedBlock } from './progress.ts'
import { anotherBlock, type BlockBudget, blockOrder } from './schedule.ts'

/** A contender with what a worker needs to run it. */
export interface Runner extends BlockMember {
  readonly contender: Contender
}

export interface ExperimentPlan {
  readonly scenario: Scenario
  readonly runners: readonly Runner[]
  readonly seed: number
  /** Fingerprint of the machine: blocks measured elsewhere are not continued. */
  readonly environment: string
  readonly blocks: BlockBudget
}

export interface ExperimentTools {
  readonly world: Pick<World, 'clock' | 'processes'>
  readonly checkpoint: Checkpoint
  readonly signal: AbortSignal
  /** Numbers of the processors that workers may be pinned to. */
  readonly processors: readonly number[]
  progress(message: string, fraction: number): void
}

export interface Experiment {
  readonly blocks: readonly Block[]
  readonly warnings: readonly Warning[]
}

/**
 * Measures all contenders of one scenario in randomised, balanced blocks of fresh worker processes until the budget is
 * spent. Each finished block is durable; a stage that starts again goes on after the last one. No sample is left out.
 */
export async function runExperiment(plan: ExperimentPlan, tools: ExperimentTools): Promise<Experiment> {
  const key = keyOf(plan)
  const saved = blocksSaved(await tools.checkpoint.read(), key)
  while (anotherBlock(saved.length, spent(saved), plan.blocks)) {
    if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan.scenario.id} was cancelled`)
    tools.progress(`${plan.scenario.id}: block ${saved.length + 1}`, fractionDone(saved, plan.blocks))
    const next = await measureBlock(plan, tools, key, saved.length)
    await tools.checkpoint.append(next)
    saved.push(next)
  }
  return { blocks: saved.map(({ block }) => block), warnings: warningsOf(plan, saved) }
}

/** Blocks may be continued when everything that they depend on is the same. */
function keyOf({ scenario, runners, seed, environment }: ExperimentPlan): string {
  const models = runners.map(({ contender, slowdown = 1 }) => [contender.id, contender.model.sha256, slowdown])
  return digest({ scenario, models, seed, environment })
}

async function measureBlock(
  plan: ExperimentPlan,
  tools: ExperimentTools,
  key: string,
  index: number,
): Promise<SavedBlock> {
  const start = tools.world.clock.monotonicMs()
  const members = new Map(plan.runners.map((runner): [string, BlockMember] => [runner.contender.id, runner]))
  const order = blockOrder([...members.keys()], plan.seed, index)
  const given = { scenario: plan.scenario, order, members, cpu: processorOf(plan, tools, index) }
  const { block, pinned } = await runBlock(given, tools)
  return { key, block, pinned, spentMs: Math.round(tools.world.clock.monotonicMs() - start) }
}

/** One processor for all workers of a block, another for the next pair of blocks. Several threads need several processors. */
function processorOf({ scenario }: ExperimentPlan, { processors }: ExperimentTools, index: number): number | undefined {
  return scenario.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : undefined
}

function spent(saved: readonly SavedBlock[]): number {
  return saved.reduce((sum, { spentMs }) => sum + spentMs, 0)
}

function fractionDone(saved: readonly SavedBlock[], { budgetMs, min }: BlockBudget): number {
  return Math.min(1, Math.max(spent(saved) / budgetMs, saved.length < min ? saved.length / min : 0))
}

function warningsOf(plan: ExperimentPlan, saved: readonly SavedBlock[]): Warning[] {
  const warnings: Warning[] = []
  if (plan.scenario.threads === 1 && saved.some(({ pinned }) => !pinned)) {
    warnings.push({
      code: 'not-pinned',
      message: `The workers of ${plan.scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
      remedy: 'Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`.',
    })
  }
  const seconds = Math.round(spent(saved) / 1000)
  if (spent(saved) > plan.blocks.budgetMs * overrun) {
    warnings.push({
      code: 'budget-overrun',
      message: `${plan.scenario.id} took ${seconds} s instead of ${plan.blocks.budgetMs / 1000} s: fewer than ${plan.blocks.min} blocks would prove nothing.`,
      remedy: `Give the benchmark a \`budget:\` of ${seconds} s or more for each scenario, or fewer scenarios.`,
    })
  }
  return warnings
}

/** Half as long again as was asked for is worth a word. */
const overrun = 1.5
