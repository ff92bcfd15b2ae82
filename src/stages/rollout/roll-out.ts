import { chosenName } from '../../core/choice.ts'
import { UserError } from '../../core/errors/index.ts'
import type { Hook } from '../../core/hook.ts'
import type { LedgerEntry, RolloutSettings } from '../../core/ledger.ts'
import type { MetricSource } from '../../core/metric-source.ts'
import type { OpenRollout, Release, RolloutResult, Subject, Warning } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import type { Served, Target } from '../../core/target.ts'
import { baselineOf, commitIn, openRolloutError, registryState } from '../../registry/index.ts'
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

type RolloutTools = 'ledger' | 'targets' | 'sources' | 'evidence'
type Input = StageInput<RolloutStageSettings, 'subject' | 'release', 'decision', RolloutTools>

/** The release of a rollout in hand, or of one that goes on where an earlier run left it. */
interface PreparedRollout {
  readonly plan: RolloutPlan
  readonly stable: Served | undefined
  readonly candidate: Served
}

/** Takes a release through its rollout, from wherever the ledger says it stands, together with other runs that want the same. */
export async function rollOut(input: Input): Promise<StageOutcome<'rollout'>> {
  for (;;) {
    const outcome = await rollOutOnce(input)
    if (outcome !== undefined) return outcome
  }
}

/** Gives nothing where another run has begun a rollout at the same moment: what the ledger says is to be looked at again. */
async function rollOutOnce(input: Input): Promise<StageOutcome<'rollout'> | undefined> {
  const { settings: chosen, given, tools } = input
  const { release, subject } = given
  const id = idOf(tools)
  const entries = await tools.ledger.read()
  const { current, instead } = rolloutToResume(entries, id, release, chosen)
  const { stages } = registryState(entries, release.model)
  if (current === undefined && stages['production'] === release.version) return alreadyServing(id, release, chosen)
  if (current?.finished !== undefined) return outcomeOf(resultOf(current), release)
  const prepared = preparedOf(current ?? (await begunBy(input, entries)), { chosen, release, entries, instead })
  try {
    return outcomeOf(resultOf(await driveRollout(prepared, subject, tools)), release)
  } catch (thrown) {
    const isOvertaken = thrown instanceof UserError && thrown.code === 'rollout-under-way' && current === undefined
    if (!isOvertaken) throw thrown
    return undefined
  }
}

function idOf({ runId, stage }: StageTools): string {
  return `${runId}/${stage}`
}

/**
 * The rollout to go on with; or one that ends before it began, as nobody drives it and it moved no traffic.
 * @throws `rollout-under-way` for one of another version or on another target.
 */
function rolloutToResume(
  entries: readonly LedgerEntry[],
  id: string,
  { model, version }: Release,
  chosen: RolloutStageSettings,
): { readonly current?: RolloutState | undefined; readonly instead?: string } {
  const own = rolloutState(entries, id)
  const open = own ?? openRollout(entries, model)
  if (own !== undefined || open === undefined) return { current: own }
  if (open.head.untouched) return { instead: open.id }
  if (open.version === version && open.target === chosenName(chosen.target)) return { current: open }
  throw openRolloutError('rollout-under-way', open.head)
}

/** What a rollout keeps of its beginning. */
type Begun = Pick<RolloutState, 'id' | 'from' | 'source'> &
  Partial<Pick<RolloutState, 'steps' | 'settings'>> & { readonly evidence?: string | undefined }

/** One that this run begins: beside what its candidate was compared with. */
async function begunBy({ given, tools }: Input, entries: readonly LedgerEntry[]): Promise<Begun> {
  const { subject, release } = given
  return {
    id: idOf(tools),
    from: comparedWith(subject, release, entries),
    source: await commitIn(tools.folder, tools.world),
    evidence: await tools.evidence(),
  }
}

/** The version that serves, as the candidate's comparison has it; where that was with a file, as the ledger does. */
function comparedWith(
  { production, model }: Subject,
  { version }: Release,
  entries: readonly LedgerEntry[],
): string | undefined {
  const isAnother = production === undefined || (production.version !== undefined && production.version !== version)
  return isAnother ? production?.version : baselineOf(entries, model, { but: version })?.version
}

/** A rollout that has begun goes by what the ledger keeps of its settings, whatever the pipeline file says by now. */
function preparedOf(
  { id, from, source, evidence, steps, settings }: Begun,
  {
    chosen,
    release,
    entries,
    instead,
  }: {
    readonly chosen: RolloutStageSettings
    readonly release: Release
    readonly entries: readonly LedgerEntry[]
    readonly instead: string | undefined
  },
): PreparedRollout {
  const { model, version, artifact } = release
  const { versions } = registryState(entries, model)
  const stable = versions.find((each) => each.version === from)
  return {
    plan: {
      ...{ id, model, version, from, source, evidence, instead },
      // With nothing to share traffic with, a first release takes all of it at once.
      steps: steps ?? (from === undefined ? [1] : chosen.steps),
      settings: settings ?? settingsForLedger(chosen),
    },
    stable: stable && { version: stable.version, artifact: stable.artifact },
    candidate: { version, artifact },
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
      driver: idOf(tools),
      target,
      source,
      stable,
      candidate,
      clock: world.clock,
      processes: world.processes,
      signal,
      progress,
      waits: (message) => tools.waits?.(message),
      leavesOpen: (state) => tools.leavesOpen?.(openRolloutOf(state, plan.model)),
      randomId: world.randomId,
      hooks: hooksOf(plan.settings),
      runHook: (hook, call) => callHook(hook, call, { world, folder, signal }),
    })
  } finally {
    for (const each of opened) await each.close()
  }
}

/** How a rollout stands that has not ended. Its last weight is that of the rollback, where one began. */
function openRolloutOf(state: RolloutState, model: string): OpenRollout {
  const { id, version, from, target, promoted } = state
  const weight = state.weights.at(-1)?.weight ?? 0
  const passed = state.looks.filter(({ verdict }) => verdict === 'pass').length
  const steps = state.steps.length
  const what = `The rollout of ${model} ${version}`
  const others = `no other version of ${model} is rolled out until it has ended`
  const sentence = promoted
    ? `${model} ${version} serves; what follows its promotion is not done yet.`
    : state.weights.length === 0
      ? `${what} has moved no traffic yet.`
      : `${what} is open: ${weight === 0 ? 'its traffic was taken back' : `it was given ${printShare(weight)} of traffic`}, and ${passed} of ${steps} steps passed; ${others}.`
  const before = from === undefined ? {} : { from }
  return { id, version, ...before, target, weight, passed, steps, promoted, sentence }
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
