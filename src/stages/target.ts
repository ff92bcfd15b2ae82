import { type Choice, chosenName } from '../core/choice.ts'
import { nearest } from '../core/nearest.ts'
import { ownValue } from '../core/own.ts'
import type { DataReference, Subject } from '../core/products/index.ts'
import type { PathInFile, PreflightProblem, StageTools, Surroundings } from '../core/stage.ts'
import type { Target, TargetKind, TargetTools } from '../core/target.ts'
import { unread } from './data.ts'
import { stageError, stageProblem } from './errors.ts'

/** Throws `target-unknown`; `replay-unknown` when it is to replay a data set that the pipeline does not name. */
export function openTarget(chosen: Choice, subject: Subject, tools: StageTools<'targets'>): Target {
  const name = chosenName(chosen)
  const kind = tools.targets.find((row) => row.name === name)
  const valid = tools.targets.map((row) => row.name)
  if (kind === undefined) throw stageError('target-unknown', { name, valid, nearest: nearest(name, valid) })
  const replayed = kind.replays?.(chosen[name])
  if (replayed !== undefined) admitReplayed(replayed, subject)
  return kind.make(chosen[name], {
    world: tools.world,
    signal: tools.signal,
    model: subject.model,
    fetch: (artifact) => tools.store.path(artifact),
    replay: (data) => requestsOf(data, subject, tools),
  })
}

function admitReplayed(name: string, { data }: Subject): DataReference {
  const reference = ownValue(data, name)
  const valid = Object.keys(data)
  if (reference === undefined) throw stageError('replay-unknown', { data: name, valid, nearest: nearest(name, valid) })
  return reference
}

/** The examples of a data set, one request each. */
async function requestsOf(
  name: string,
  subject: Subject,
  { store, world }: StageTools,
): ReturnType<TargetTools['replay']> {
  const reference = admitReplayed(name, subject)
  // Loaded when it serves: checking a pipeline needs none of it.
  const [{ loadData }, { fitted }, { batchOf }, { readModel }, { requiredInputs }] = await Promise.all([
    import('../data/load.ts'),
    import('../data/fit.ts'),
    import('../data/batch.ts'),
    import('../onnx/format/index.ts'),
    import('../onnx/graph/index.ts'),
  ])
  const { files, trust } = world
  const { candidate, production } = subject
  const served = [candidate, ...(production === undefined ? [] : [production.artifact])]
  const models = await Promise.all(
    served.map(async (artifact) => requiredInputs(readModel(await files.read(await store.path(artifact))))),
  )
  const loaded = await loadData(name, reference, { path: await store.path(reference.artifact), files, trust })
  const data = fitted(loaded, models)
  return Array.from({ length: data.examples }, (_, index) => batchOf(data, index, index + 1))
}

/** A data set that a chosen target would replay, and cannot. */
export function replayProblems(
  chosen: Choice,
  targets: readonly TargetKind[],
  { data }: Surroundings,
  at: PathInFile,
): readonly PreflightProblem[] {
  const name = chosenName(chosen)
  const replayed = targets.find((kind) => kind.name === name)?.replays?.(chosen[name])
  if (replayed === undefined) return []
  const declared = data.get(replayed)
  if (declared !== undefined) return unread(replayed, declared)
  const valid = [...data.keys()]
  const problem = stageProblem('replay-unknown', { data: replayed, valid, nearest: nearest(replayed, valid) })
  return [{ problem, at: [...at, name] }]
}
