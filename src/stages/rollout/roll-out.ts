import { chosenName } from '../../core/choice.ts'
import type { Hook } from '../../core/hook.ts'
import type { LedgerEntry, RolloutSettings } from '../../core/ledger.ts'
import type { MetricSource } from '../../core/metric-source.ts'
import type { Release, RolloutResult, Subject, Warning } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import type { Served, Target } from '../../core/target.ts'
import { baselineOf, commitIn, registryError, registryState } from '../../registry/index.ts'
import {
  callHook,
  drive,
  hookKinds,
  openRollout,
  type RolloutPlan,
  type RolloutState,
  resultOf,
  rolloutState,
} from '../../rollout/index.ts'
import { stageError } from '../errors.ts'
import { openTarget } from '../target.ts'
import { type RolloutStageSettings, settingsForLedger } from './settings.ts'

type RolloutTools = 'ledger' | 'targets' | 'sources'

/** The release of a rollout in hand, or of one that goes on where an earlier run left it. */
interface PreparedRollout {
  readonly plan: RolloutPlan
  readonly stable: Served | undefined
  readonly candidate: Served
}

/** Takes a release through its rollout, from wherever the ledger says it stands. */
export async function rollOut({
  settings: chosen,
  given: { subject, release },
  tools,
}: StageInput<RolloutStageSettings, 'subject' | 'release', 'decision', RolloutTools>): Promise<
  StageOutcome<'rollout'>
> {
  const id = `${tools.runId}/${tools.stage}`
  const entries = await tools.ledger.read()
  const current = rolloutState(entries, id) ?? rolloutToResume(entries, release, chosenName(chosen.target))
  const { stages } = registryState(entries, release.model)
  if (current === undefined && stages['production'] === release.version) return alreadyServing(id, release, chosen)
  if (current?.finished !== undefined) return outcomeOf(resultOf(current), release)
  const source = current === undefined ? await commitIn(tools.folder, tools.world) : current.source
  if (current === undefined) admitCompared(subject, release, entries)
  const prepared = prepareRollout(current, { id, source }, chosen, release, entries)
  return outcomeOf(resultOf(await driveRollout(prepared, subject, tools)), release)
}

/** @throws `rollout-open` when another version's rollout is under way. */
function rolloutToResume(
  entries: readonly LedgerEntry[],
  { model, version }: Release,
  target: string,
): RolloutState | undefined {
  const open = openRollout(entries, model)
  if (open === undefined) return undefined
  if (open.version === version && open.target === target) return open
  throw stageError('rollout-open', { model, open: open.id, version: open.version, target: open.target })
}

/** Throws `production-changed` where the candidate was compared with another version than serves now. */
function admitCompared({ production, model }: Subject, { version }: Release, entries: readonly LedgerEntry[]): void {
  const serving = baselineOf(entries, model, { but: version })?.version
  const isFile = production !== undefined && production.version === undefined
  if (!isFile && production?.version !== version && production?.version !== serving)
    throw registryError('production-changed', { model, compared: production?.version, serving })
}

/** A rollout that has begun goes by what the ledger keeps of its settings, whatever the pipeline file says by now. */
function prepareRollout(
  current: RolloutState | undefined,
  { id, source }: { readonly id: string; readonly source: string | undefined },
  chosen: RolloutStageSettings,
  release: Release,
  entries: readonly LedgerEntry[],
): PreparedRollout {
  const { versions } = registryState(entries, release.model)
  const serving = baselineOf(entries, release.model, { but: release.version })
  const from = current === undefined ? serving?.version : current.from
  const plan: RolloutPlan = {
    id: current?.id ?? id,
    model: release.model,
    version: release.version,
    from,
    source,
    // With nothing to share traffic with, a first release takes all of it at once.
    steps: current?.steps ?? (from === undefined ? [1] : chosen.steps),
    settings: current?.settings ?? settingsForLedger(chosen),
  }
  const stable = versions.find(({ version }) => version === from)
  return {
    plan,
    stable: stable && { version: stable.version, artifact: stable.artifact },
    candidate: { version: release.version, artifact: release.artifact },
  }
}

async function driveRollout(
  { plan, stable, candidate }: PreparedRollout,
  subject: Subject,
  tools: StageTools<RolloutTools>,
): Promise<RolloutState> {
  const { world, signal, folder, ledger, progress } = tools
  const target = openTarget(plan.settings.target, subject, tools)
  const opened: { close(): Promise<void> }[] = [target]
  try {
    const source = openSource(plan.settings, target, subject, tools)
    opened.unshift(source)
    return await drive(plan, {
      ledger,
      target,
      source,
      stable,
      candidate,
      clock: world.clock,
      signal,
      progress,
      hooks: hooksOf(plan.settings),
      runHook: (hook, call) => callHook(hook, call, { world, folder, signal }),
    })
  } finally {
    for (const each of opened) await each.close()
  }
}

/** @throws `source-unknown`, and what the source says where it cannot be opened. */
function openSource(
  { source: choice }: RolloutSettings,
  { traffic }: Target,
  { model }: Subject,
  { world, signal, sources }: StageTools<RolloutTools>,
): MetricSource {
  const name = chosenName(choice)
  const kind = sources.find((row) => row.name === name)
  if (kind === undefined) throw stageError('source-unknown', { name, valid: sources.map((row) => row.name) })
  return kind.make(choice[name], { world, signal, model, targetTraffic: traffic })
}

function hooksOf({ hooks }: RolloutSettings): Readonly<Record<'promoted' | 'rolled-back', readonly Hook[]>> {
  const made = (chosen: RolloutSettings['hooks']['promoted']): Hook[] =>
    chosen.map((choice) => {
      const name = chosenName(choice)
      const kind = hookKinds.find((row) => row.name === name)
      if (kind === undefined) throw stageError('hook-unknown', { name, valid: hookKinds.map((row) => row.name) })
      return kind.make(choice[name])
    })
  return { promoted: made(hooks.promoted), 'rolled-back': made(hooks['rolled-back']) }
}

function alreadyServing(
  id: string,
  { model, version }: Release,
  chosen: RolloutStageSettings,
): StageOutcome<'rollout'> {
  const why = `${model} ${version} is in production already`
  return {
    product: {
      id,
      outcome: 'already-serving',
      version,
      from: version,
      target: chosenName(chosen.target),
      steps: [],
      why,
      hooks: [],
    },
    summary: `${why}; nothing was done`,
  }
}

function outcomeOf(product: RolloutResult, { model, version }: Release): StageOutcome<'rollout'> {
  const promoted = product.outcome === 'promoted'
  const before = product.from === undefined ? 'nothing serves' : `${product.from} serves again`
  return {
    product,
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
      message: `Nothing was in production to compare with: the release took ${printShare(1)} of traffic at once, and was judged by its own errors in ${requests} requests.`,
      remedy:
        'The next release is compared with this one; to compare with a model that serves already, take it in with `adopt:`.',
    },
  ]
}
