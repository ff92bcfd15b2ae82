import path from 'node:path'
import type { Sha256 } from '../core/json.ts'
import type { Share } from '../core/share.ts'
import type { DeclaredTools, StageTools, ToolName } from '../core/stage.ts'
import { withDefaultContext } from '../core/with-append.ts'
import type { RunContext } from './context.ts'
import { keepEvidence } from './evidence.ts'
import { extensionsFor, productsAfter, questionsFor } from './key.ts'
import { type LinesFile, openJsonLines } from './lines.ts'
import type { PipelineStage } from './load.ts'
import { openMeasurements } from './measurements.ts'
import { measuredAlone } from './measuring.ts'
import type { StageResult } from './stage-result.ts'

/** A stage that is about to run. */
interface Starting {
  readonly stage: PipelineStage
  readonly key: Sha256
  readonly scratch: string
  readonly share: Share | undefined
  readonly signal: AbortSignal
  readonly context: RunContext
  readonly results: ReadonlyMap<string, StageResult>
}

/** What each tool is that a stage kind may declare. */
const declared: { readonly [Name in ToolName]: (starting: Starting) => DeclaredTools[Name] } = {
  ledger: ({ stage, context: { ledger, options, warnings }, signal }) =>
    withDefaultContext(
      {
        signal,
        waits: (message) => options.waits?.(`${stage.name}: ${message}`),
        warns: (warning) => warnings.push(warning),
      },
      ledger,
    ),
  targets: ({ context }) => context.pipeline.targets,
  sources: ({ context }) => context.pipeline.sources,
  measurements:
    ({ stage, signal, context: { home, journal, waits, world } }) =>
    (key) =>
      measuredAlone({
        lines: openMeasurements(home, world.files, key),
        folder: home.measurements,
        key,
        runId: journal.runId,
        signal,
        world,
        waits: (message) => waits(message, stage.name),
      }),
  questions: ({ stage, context }) => questionsFor(context.pipeline, stage),
  attempts: ({ context }) => context.attempts,
  after: ({ stage, context }) => productsAfter(context.pipeline, stage),
  extensions: ({ stage, context }) => extensionsFor(context.pipeline, stage),
  shard: ({ share }) => (share !== undefined && 'shard' in share ? share.shard : undefined),
  override: ({ context }) => context.override,
  evidence:
    ({ stage, context, results }) =>
    () =>
      keepEvidence({ context, results }, stage),
}

/** The tools of every stage, and those that the kind of this one declares. */
export function toolsFor(starting: Starting): StageTools & Partial<DeclaredTools> {
  const { stage, key, scratch, signal, context } = starting
  const { home, pipeline, world, journal, store } = context
  const checkpoint = `checkpoints/${stage.name.replaceAll('/', '-')}-${key.slice(0, 12)}.jsonl`
  const place: LinesFile = { name: `runs/${journal.runId}/${checkpoint}`, seals: home.seals, kind: 'checkpoint' }
  return {
    world,
    store,
    signal,
    scratch,
    checkpoint: openJsonLines(world.files, path.join(journal.folder, checkpoint), place),
    runId: journal.runId,
    stage: stage.name,
    folder: pipeline.folder,
    progress: (message, fraction) => context.progress(stage.name, message, fraction),
    waits: (message) => context.waits(message, stage.name),
    leavesOpen: (rollout) => {
      context.left.rollout = rollout
    },
    ...Object.fromEntries(stage.kind.uses.map((name) => [name, declared[name](starting)])),
  }
}
