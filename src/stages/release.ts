import { z } from 'zod'
import { UserError } from '../core/errors/index.ts'
import { digest } from '../core/json.ts'
import type { Artifact, Comparison, Decision, Release, Subject, Warning } from '../core/products/index.ts'
import { defineStage, type Outlook, type StageKind, type StageTools } from '../core/stage.ts'
import {
  admitDescent,
  baselineOf,
  commitIn,
  isCandidate,
  isVersion,
  openRolloutError,
  type PlannedRelease,
  planRelease,
  type ReleasedVersion,
  type ReleaseEvidence,
  registryState,
  releaseEvent,
  releaseKey,
  releaseOf,
  standingOf,
  versionsIn,
  versionTag,
  type WantedVersion,
} from '../registry/index.ts'
import { metrics } from '../verdicts/metrics/index.ts'
import { stageError } from './errors.ts'

const fromEvidence = 'from-evidence'

const settings = z.strictObject({
  version: z
    .string()
    .refine(
      (text) => text === fromEvidence || isVersion(text),
      'expected from-evidence or a semantic version such as 1.4.0',
    )
    .default(fromEvidence)
    .describe(
      '`from-evidence` lets the evidence decide (interface break: major, better quality: minor, else patch); or an exact version such as `2.0.0`.',
    ),
  candidate: z
    .boolean()
    .default(false)
    .describe(
      'Release as a candidate of the version that the evidence says, such as `1.4.0-rc.1`; the same file becomes `1.4.0` when it is released without `candidate: true`.',
    ),
  tag: z
    .boolean()
    .default(true)
    .describe('Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.'),
})

type Settings = z.output<typeof settings>
type Tools = StageTools<'ledger' | 'override' | 'after' | 'evidence'>

export const release: StageKind = defineStage({
  name: 'release',
  summary: 'Gives what passed a semantic version that follows from the evidence, and records it in the registry.',
  effects: 'remote',
  reachesOut: () => false,
  needs: ['subject', 'decision'],
  wants: ['validation', 'variants', 'comparison', 'measurements'],
  uses: ['ledger', 'override', 'after', 'evidence'],
  gives: 'release',
  concludes: 'reached',
  reported: true,
  settings,
  example: '{ version: from-evidence, tag: true }',
  shows: (settings) => (settings.tag ? wantedBy(settings) : undefined),
  admit: admitRelease,
  async run({ settings, given, tools }) {
    const { subject, decision, variants, comparison } = given
    if (decision.verdict !== 'pass') throw stageError('release-refused', { verdict: decision.verdict })
    const { model } = subject
    const artifact = variants?.chosen.model ?? subject.candidate
    const entries = await tools.ledger.read()
    const serving = baselineOf(entries, model)
    const overridden = await admitCommit(serving, { subject, decision }, tools)
    const { versions } = registryState(entries, model)
    const known = releaseOf(artifact.sha256, versions, settings)
    if (known !== undefined) {
      const again = known.version === serving?.version ? overridden : !isRolledOut(tools)
      if (again && !isCandidate(known.version)) await serveAgain(model, known.version, serving?.version ?? '', tools)
      return kept(model, known, settings, tools)
    }
    const evidence = await gather(subject.production?.artifact, artifact, comparison, tools)
    const product = await record({ subject, artifact, evidence, settings, tools })
    const summary = product.existed
      ? `${model} ${product.version} was released before`
      : `${model} ${product.version} (${product.why})`
    return { product, summary }
  },
})

/**
 * What the ledger would refuse at the end of a run is told at its beginning: a commit without what serves, and what serves changing while
 * a rollout decides that. Somebody who takes the responsibility for the commit is asked once the gate has decided.
 * Throws `commit-not-descendant`, `commit-differs`, `rollout-under-way`.
 */
async function admitRelease(settings: Settings, outlook: Outlook): Promise<void> {
  const { subject, ledger, world, folder, override, after } = outlook
  const entries = await ledger.read()
  const serving = baselineOf(entries, subject.model)
  await commitIn(folder, world)
  if (override === undefined) await admitDescent(serving?.source, folder, world)
  const open = standingOf(entries, subject.model).openRollout()
  if (open === undefined || isRolledOut({ after })) return
  const { versions } = registryState(entries, subject.model)
  const known = releaseOf(subject.candidate.sha256, versions, settings)
  const changesNothing = known !== undefined && (known.version === serving?.version || isCandidate(known.version))
  if (!changesNothing) throw openRolloutError('rollout-under-way', open)
}

/**
 * A commit that does not contain what serves is released only by whoever takes the responsibility: a name and a reason go to the ledger.
 * An override that the gate took was meant for that, and not for this. Gives whether it took one.
 * Throws `commit-not-descendant` and `commit-differs`.
 */
async function admitCommit(
  serving: ReleasedVersion | undefined,
  { subject: { model, candidate }, decision }: { readonly subject: Subject; readonly decision: Decision },
  { folder, world, ledger, override }: Tools,
): Promise<boolean> {
  try {
    await admitDescent(serving?.source, folder, world)
    return false
  } catch (thrown) {
    if (override === undefined || !(thrown instanceof UserError) || thrown.code !== 'commit-not-descendant')
      throw thrown
    const commit = await commitIn(folder, world)
    if (commit === undefined || decision.override !== undefined) throw thrown
    const { by: approver, reason } = override
    const key = `override:${model}:${candidate.sha256}:${digest({ ...override, commit }).slice(0, 16)}`
    await ledger.append(key, { kind: 'override', model, candidate: candidate.sha256, commit, approver, reason })
    return true
  }
}

/** Whether a rollout decides what serves. */
function isRolledOut({ after }: Pick<Tools, 'after'>): boolean {
  return after.includes('rollout')
}

/** Where releases themselves are what is used, a version that was released before serves again from this commit on. */
async function serveAgain(
  model: string,
  version: string,
  against: string,
  { ledger, world, folder, runId, stage, evidence }: Tools,
): Promise<void> {
  const source = await commitIn(folder, world)
  const restsOn = await evidence()
  await ledger.append(`${runId}/${stage}/again`, {
    kind: 'assign',
    model,
    stage: 'production',
    version,
    why: 'it was released again',
    against,
    ...(source === undefined ? {} : { source }),
    ...(restsOn === undefined ? {} : { evidence: restsOn }),
  })
}

function wantedBy({ version, candidate }: Settings): WantedVersion {
  return { exact: version === fromEvidence ? undefined : version, candidate }
}

/** What is released already keeps its version, whatever the settings say. */
async function kept(
  model: string,
  { version, artifact, why }: ReleasedVersion,
  settings: Settings,
  tools: Tools,
): Promise<{ product: Release; summary: string; warnings: readonly Warning[] }> {
  const here = await plannedBefore(tools, version)
  const product: Release = {
    model,
    version,
    tag: versionTag(model, version),
    artifact,
    bump: here?.bump ?? 'none',
    why,
    existed: here === undefined,
  }
  await ensureShown(product, settings, tools)
  const { exact } = wantedBy(settings)
  const warnings = exact === undefined || exact === version ? [] : [versionKept(model, version, exact)]
  return {
    product,
    summary: here === undefined ? `${model} ${version} was released before` : `${model} ${version} (${why})`,
    warnings,
  }
}

/** Appending a known key writes nothing, and puts tags in place that a kill left out. */
async function ensureShown({ model, artifact, ...planned }: Release, { tag }: Settings, tools: Tools): Promise<void> {
  const key = releaseKey(model, artifact, planned.version)
  const entries = await tools.ledger.read()
  if (!entries.some((entry) => entry.key === key)) return
  const source = await commitIn(tools.folder, tools.world)
  await tools.ledger.append(key, releaseEvent({ model, artifact, planned, source, evidence: undefined, tag }))
}

function versionKept(model: string, version: string, wanted: string): Warning {
  return {
    code: 'version-kept',
    message: `The same model file is ${model} ${version} already, so it did not become ${wanted}.`,
    remedy: `Take out \`version: ${wanted}\`, or release a different file.`,
  }
}

async function gather(
  production: Artifact | undefined,
  artifact: Artifact,
  comparison: Comparison | undefined,
  { world, store }: Tools,
): Promise<ReleaseEvidence> {
  const improved =
    comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? []
  if (production === undefined) return { interfaceChange: undefined, improved }
  // Loaded when two models are compared: checking a pipeline needs none of it.
  const { diffInterface } = await import('../onnx/diff/index.ts')
  const { readModel } = await import('../onnx/format/index.ts')
  const [before, after] = await Promise.all(
    [production, artifact].map(async (each) => readModel(await world.files.open(await store.path(each)), each.name)),
  )
  return { interfaceChange: before && after && diffInterface(before, after), improved }
}

/** Metrics of per-example values: accuracy and its kin, their slices, and a user's own, which the table does not know. */
function isQuality(metric: string): boolean {
  const known = metrics.find(({ name }) => name === metric.replace(/\[.*\]$/, ''))
  return known === undefined || known.how === 'paired'
}

interface ToRecord {
  readonly subject: Subject
  readonly artifact: Artifact
  readonly evidence: ReleaseEvidence
  readonly settings: Settings
  readonly tools: Tools
}

/**
 * Two runs that release different files at once may want the same version: the one that comes second takes the next. So it does after one
 * that only a damaged end of the ledger names.
 */
async function record({ subject, artifact, evidence, settings, tools }: ToRecord): Promise<Release> {
  const { model, production } = subject
  const wanted = wantedBy(settings)
  const source = await commitIn(tools.folder, tools.world)
  const restsOn = await tools.evidence()
  const refused: string[] = []
  for (let attempt = 1; ; attempt++) {
    const { versions } = registryState(await tools.ledger.read(), model)
    // What others have tagged is taken, too.
    const known = [
      ...versions.map(({ version }) => version),
      ...versionsIn(await tools.ledger.tags(), model),
      ...refused,
    ]
    const planned = planRelease(known, evidence, wanted)
    await tools.checkpoint.append({ releasing: planned })
    try {
      const event = releaseEvent({
        model,
        artifact,
        planned,
        source,
        evidence: restsOn,
        tag: settings.tag,
        against: production === undefined ? '' : production.version,
        serves: !isRolledOut(tools),
      })
      const entry = await tools.ledger.append(releaseKey(model, artifact, planned.version), event)
      const version = entry.kind === 'release' ? entry.version : planned.version
      const existed = version !== planned.version
      const why = existed && entry.kind === 'release' ? entry.why : planned.why
      return { ...planned, version, why, model, tag: versionTag(model, version), artifact, existed }
    } catch (error) {
      const taken = error instanceof UserError && error.code === 'version-exists'
      if (!taken || wanted.exact !== undefined || attempt === 5) throw error
      refused.push(planned.version)
    }
  }
}

/** What this run had set out to release before it was killed, if it was that version. */
async function plannedBefore({ checkpoint }: Tools, version: string): Promise<PlannedRelease | undefined> {
  const records = (await checkpoint.read()) as readonly { readonly releasing?: PlannedRelease }[]
  return records.map(({ releasing }) => releasing).findLast((planned) => planned?.version === version)
}
