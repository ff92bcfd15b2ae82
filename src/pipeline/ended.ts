import path from 'node:path'
import type { Products, Subject } from '../core/products/index.ts'
import { shellWord } from '../core/shell-word.ts'
import type { RunContext } from './context.ts'
import { giverOf, nodesOf } from './graph.ts'
import type { PipelineStage } from './load.ts'
import type { StageResult } from './stage-result.ts'

/** A run whose stages have ended, each in its way. */
export interface Ended {
  readonly context: RunContext
  /** By the names of the stages; those that the run did not get to are missing. */
  readonly results: ReadonlyMap<string, StageResult>
}

export interface FinishedStage {
  readonly stage: PipelineStage
  readonly product: unknown
}

/** The stages that finished, in file order. */
export function finishedStages({ context: { pipeline }, results }: Ended): readonly FinishedStage[] {
  return pipeline.stages.flatMap((stage) => {
    const result = results.get(stage.name)
    return result?.status === 'finished' ? [{ stage, product: result.product }] : []
  })
}

/** Whether it failed because of what another run has decided by now: its candidate was compared with what served before. */
export function isOvertaken(ended: Ended): boolean {
  return failedWith(ended, ['production-changed', 'rollout-under-way'])
}

/** Whether it would fail again if it were resumed. */
export function isInVain(ended: Ended): boolean {
  return isOvertaken(ended) || failedWith(ended, ['commit-not-descendant'])
}

function failedWith({ results }: Ended, codes: readonly string[]): boolean {
  const problems = [...results.values()].flatMap((result) => (result.status === 'failed' ? result.problems : []))
  return problems.some(({ code }) => codes.includes(code))
}

/** Whether a later process finds what this run kept: one that is not trusted has another home. */
export function isResumable({ world }: Pick<RunContext, 'world'>): boolean {
  return world.home.kind !== 'isolated'
}

/** What a finished stage was given. */
export function givenIn(
  { context: { pipeline, subject }, results }: Ended,
  { name, kind }: PipelineStage,
): Partial<Products> & { readonly subject: Subject } {
  const nodes = nodesOf(pipeline.stages)
  const products = [...kind.needs, ...kind.wants].flatMap((product) => {
    const giver = giverOf(nodes, name, product)
    const result = giver === undefined ? undefined : results.get(giver)
    return result?.status === 'finished' ? [[product, result.product] as const] : []
  })
  return { ...Object.fromEntries(products), subject }
}

/** A path as a person in the working directory would type it into a shell. */
export function typed(context: RunContext, file: string): string {
  return shellWord(shown(context, file))
}

/** A path from the working directory. */
export function shown({ world }: RunContext, file: string): string {
  return path.relative(world.cwd, file) || file
}
