import type { Release, RolloutResult, Subject, Warning } from '../../core/products/index.ts'
import { percent } from '../../core/quantity.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import type { Served } from '../../core/target.ts'
import { type RegistryState, type RolloutState, registryState, rolloutState } from '../../registry/index.ts'
import { drive, type RolloutPlan, resultOf, runHook } from '../../rollout/index.ts'
import { stageError } from '../errors.ts'
import { kindOf, openTarget } from '../target.ts'
import type { RolloutSettings } from './settings.ts'

/** The release of a rollout in hand, or of one that goes on where an earlier run left it. */
interface Course {
  readonly plan: RolloutPlan
  readonly stable: Served | undefined
  readonly candidate: Served
}

/** Takes a release through its rollout, from wherever the ledger says it stands. */
export async function takeThrough({
  settings: chosen,
  given: { subject, release },
  tools,
}: StageInput<RolloutSettings, 'subject' | 'release', 'decision', 'ledger' | 'targets'>): Promise<
  StageOutcome<'rollout'>
> {
  const id = `${tools.runId}/${tools.stage}`
  const entries = await tools.ledger.read()
  const state = registryState(entries, release.model)
  const current = rolloutState(entries, id) ?? toTakeUp(state, release, kindOf(chosen.target))
  if (current === undefined && state.stages['production'] === release.version)
    return alreadyServing(id, release, chosen)
  if (current?.finished !== undefined) return outcomeOf(resultOf(current), release)
  const course = await plot(current, id, chosen, release, state, tools)
  return outcomeOf(resultOf(await fly(course, chosen, subject, tools)), release)
}

/** @throws `rollout-open` when another version's rollout is under way. */
function toTakeUp(
  { rollout: open }: RegistryState,
  { model, version }: Release,
  target: string,
): RolloutState | undefined {
  if (open === undefined) return undefined
  if (open.version === version && open.target === target) return open
  throw stageError('rollout-open', { model, open: open.id, version: open.version, target: open.target })
}

async function plot(
  current: RolloutState | undefined,
  id: string,
  chosen: RolloutSettings,
  release: Release,
  state: RegistryState,
  tools: StageTools<'ledger' | 'targets'>,
): Promise<Course> {
  const from = current === undefined ? state.stages['production'] : current.from
  const plan: RolloutPlan = {
    id: current?.id ?? id,
    model: release.model,
    version: release.version,
    from,
    target: kindOf(chosen.target),
    // With nothing to share traffic with, a first release takes all of it at once.
    steps: current?.steps ?? (from === undefined ? [1] : chosen.steps),
    bakeMs: chosen.bake,
    analysis: chosen.analysis,
    hold: chosen.hold,
    hooks: { promoted: chosen['on-promoted'], 'rolled-back': chosen['on-rollback'] },
  }
  const stable = state.versions.find(({ version }) => version === from)
  return {
    plan,
    stable: stable && {
      version: stable.version,
      artifact: stable.artifact,
      path: await tools.store.path(stable.artifact),
    },
    candidate: { version: release.version, artifact: release.artifact, path: await tools.store.path(release.artifact) },
  }
}

async function fly(
  { plan, stable, candidate }: Course,
  chosen: RolloutSettings,
  subject: Subject,
  tools: StageTools<'ledger' | 'targets'>,
): Promise<RolloutState> {
  const { world, signal, folder, ledger, checkpoint, progress } = tools
  const target = openTarget(chosen.target, subject, tools)
  try {
    return await drive(plan, {
      ledger,
      target,
      stable,
      candidate,
      checkpoint,
      clock: world.clock,
      signal,
      progress,
      runHook: (one, call) => runHook(one, call, { world, folder, signal }),
    })
  } finally {
    await target.close()
  }
}

function alreadyServing(id: string, { model, version }: Release, chosen: RolloutSettings): StageOutcome<'rollout'> {
  const why = `${model} ${version} is in production already`
  return {
    product: {
      id,
      outcome: 'already-serving',
      version,
      from: version,
      target: kindOf(chosen.target),
      steps: [],
      why,
      hooks: [],
    },
    verdict: 'pass',
    summary: `${why}; nothing was done`,
  }
}

function outcomeOf(product: RolloutResult, { model, version }: Release): StageOutcome<'rollout'> {
  const promoted = product.outcome === 'promoted'
  const before = product.from === undefined ? 'nothing serves' : `${product.from} serves again`
  return {
    product,
    verdict: promoted ? 'pass' : 'rolled-back',
    summary: promoted
      ? `${model} ${version} serves all traffic: ${product.why}`
      : `${model} ${version} was rolled back, ${before}: ${product.why}`,
    warnings: [...failedHooks(product), ...firstRelease(product)],
  }
}

function failedHooks({ hooks }: RolloutResult): Warning[] {
  return hooks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, detail }) => ({
      code: 'hook-failed',
      message: `The hook ${name} failed (${detail}).`,
      remedy:
        'Do by hand what it should have done, and check that it is executable and its paths start at the folder of the pipeline file.',
    }))
}

function firstRelease({ from, steps }: RolloutResult): Warning[] {
  if (from !== undefined || steps.length === 0) return []
  const requests = steps.at(-1)?.requests.candidate ?? 0
  return [
    {
      code: 'nothing-in-production',
      message: `Nothing was in production to compare with: the release took ${percent(1)} of traffic at once, and was judged by its own errors in ${requests} requests.`,
      remedy:
        'The next release is compared with this one; to compare with a model that serves already, take it in with `adopt:`.',
    },
  ]
}
