import type { World } from '../core/world.ts'
import { ledgerKindOf } from '../registry/index.ts'
import { matchesPattern } from './events.ts'
import type { Pipeline, PipelineStage } from './load.ts'
import type { When } from './schema.ts'

export interface PolicyOptions {
  /** Stop before stages that touch the world outside. */
  readonly dryRun?: boolean | undefined
}

type Facts = Pick<World, 'trust' | 'event' | 'branch'> & Partial<Pick<World, 'ciSystem'>>

/** Why a stage must not run here, whatever its inputs; undefined when it may. */
export function reasonToSkip(
  stage: PipelineStage,
  { registry }: Pick<Pipeline, 'registry'>,
  world: Facts,
  options: PolicyOptions,
): string | undefined {
  const mismatch = stage.when === undefined ? undefined : whenMismatch(stage.when, world)
  if (mismatch !== undefined || stage.kind.effects !== 'remote') return mismatch
  if (options.dryRun) return 'a dry run stops before it'
  // Nothing of such a registry stays, and no later step is given a release.
  const endsHere = ledgerKindOf(registry).endsWithRun && !stage.kind.reachesOut(stage.settings)
  if (!tellsOthers(world) && endsHere) return undefined
  if (world.trust.level === 'untrusted') return `refused: ${world.trust.why}`
  return beforeMerge(world.event) && stage.when?.event === undefined
    ? `not on ${world.event}, before anything is merged, unless its \`when:\` names that event`
    : undefined
}

/** On GitHub an Action goes on from what a run says that it released. */
function tellsOthers({ event, ciSystem }: Facts): boolean {
  return event !== 'local' && (ciSystem === undefined || ciSystem === 'GitHub')
}

/** Events of commits that are not part of the repository's branches yet, and may never be. */
function beforeMerge(event: string): boolean {
  return event.startsWith('pull_request') || event === 'merge_group'
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
