import type { World } from '../core/world.ts'
import { matchesPattern } from './events.ts'
import type { PipelineStage } from './load.ts'
import type { When } from './schema.ts'

export interface PolicyOptions {
  /** Stop before stages that touch the world outside. */
  readonly dryRun?: boolean | undefined
}

/** Why a stage must not run here, whatever its inputs; undefined when it may. */
export function reasonToSkip(
  stage: PipelineStage,
  world: Pick<World, 'trust' | 'event' | 'branch'>,
  options: PolicyOptions,
): string | undefined {
  const { kind } = stage
  const mismatch = stage.when === undefined ? undefined : whenMismatch(stage.when, world)
  if (mismatch !== undefined) return mismatch
  if (kind.effects === 'remote' && options.dryRun) return 'a dry run stops before it'
  if (kind.effects === 'remote' && world.trust.level === 'untrusted') return `refused: ${world.trust.why}`
  return undefined
}

/** True when a stage would run a user's own code where that is refused. */
export function refusesCode(stage: PipelineStage, world: Pick<World, 'trust'>): boolean {
  return world.trust.level === 'untrusted' && stage.kind.runsUserCode(stage.settings)
}

function whenMismatch(when: When, world: Pick<World, 'event' | 'branch'>): string | undefined {
  if (!matches(when.event, world.event)) return `when: the event is ${world.event}`
  if (!matches(when.branch, world.branch ?? '')) return `when: the branch is ${world.branch ?? 'not known'}`
  return undefined
}

function matches(patterns: string | readonly string[] | undefined, value: string): boolean {
  return patterns === undefined || [patterns].flat().some((pattern) => matchesPattern(pattern, value))
}
