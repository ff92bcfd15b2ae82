import { z } from 'zod'
import { UserError } from '../core/errors/index.ts'
import type { LedgerEvent } from '../core/ledger.ts'
import type { Artifact, Comparison, Release, Warning } from '../core/products/index.ts'
import { defineStage, type StageKind, type StageTools } from '../core/stage.ts'
import { diffInterface, type InterfaceChange } from '../onnx/diff/index.ts'
import { readModel } from '../onnx/format/index.ts'
import {
  highestVersion,
  isCandidate,
  isVersion,
  nextCandidate,
  nextVersion,
  type ReleasedVersion,
  registryState,
  versionTag,
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
      'Release as a candidate of the version that the evidence says, such as `1.4.0-rc.1`; the same file becomes `1.4.0` when it is released without.',
    ),
  tag: z
    .boolean()
    .default(true)
    .describe('Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.'),
})

type Settings = z.output<typeof settings>
type Bump = Release['bump']

/** What there is to decide a version from. */
interface Evidence {
  readonly interfaceChange: InterfaceChange | undefined
  /** Quality metrics that are better beyond doubt. */
  readonly improved: readonly string[]
}

interface Planned {
  readonly version: string
  readonly bump: Bump
  readonly why: string
}

export const release: StageKind = defineStage({
  kind: 'release',
  summary: 'Gives what passed a semantic version that follows from the evidence, and records it in the registry.',
  effects: 'remote',
  needs: ['subject', 'decision'],
  wants: ['validation', 'variants', 'comparison', 'measurements'],
  gives: 'release',
  settings,
  example: '{ version: from-evidence, tag: true }',
  async run({ settings, given, tools }) {
    const { subject, decision, variants, comparison } = given
    if (decision.verdict !== 'pass') throw stageError('release-refused', { verdict: decision.verdict })
    const { model } = subject
    const artifact = variants?.chosen.model ?? subject.candidate
    const { versions } = registryState(await tools.ledger.read(), model)
    // A file that was a candidate has no version yet, unless a candidate is all that is wanted.
    const known = versions.findLast(
      ({ version, artifact: { sha256 } }) =>
        sha256 === artifact.sha256 && (settings.candidate || !isCandidate(version)),
    )
    if (known !== undefined) return kept(model, known, settings, tools)
    const evidence = await gather(subject.production?.artifact, artifact, comparison, tools)
    const product = await record({ model, artifact, evidence, comparison, settings, tools })
    return { product, summary: `${model} ${product.version} (${product.why})` }
  },
})

/** What is released already keeps its version, whatever the settings say. */
async function kept(
  model: string,
  { version, artifact, why }: ReleasedVersion,
  settings: Settings,
  tools: StageTools,
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
  await ensureShown(model, artifact, product, settings, tools)
  const wanted = settings.version
  const warnings = wanted === fromEvidence || wanted === version ? [] : [versionKept(model, version, wanted)]
  return {
    product,
    summary: here === undefined ? `${model} ${version} was released before` : `${model} ${version} (${why})`,
    warnings,
  }
}

/** Appending a known key writes nothing, and puts tags in place that a kill left out. */
async function ensureShown(
  model: string,
  artifact: Artifact,
  product: Release,
  settings: Settings,
  tools: StageTools,
): Promise<void> {
  const key = keyOf(model, artifact, product.version)
  const entries = await tools.ledger.read()
  if (!entries.some((entry) => entry.key === key)) return
  await tools.ledger.append(key, eventOf(model, artifact, product, settings, undefined, tools))
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
  tools: StageTools,
): Promise<Evidence> {
  const improved =
    comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? []
  if (production === undefined) return { interfaceChange: undefined, improved }
  const [before, after] = await Promise.all(
    [production, artifact].map(async (each) =>
      readModel(await tools.world.files.open(await tools.store.path(each)), each.name),
    ),
  )
  return { interfaceChange: before && after && diffInterface(before, after), improved }
}

/** Metrics of per-example values: accuracy and its kin, their slices, and a user's own, which the table does not know. */
function isQuality(metric: string): boolean {
  const known = metrics.find(({ name }) => name === metric.replace(/\[.*\]$/, ''))
  return known === undefined || known.how === 'paired'
}

interface ToRecord {
  readonly model: string
  readonly artifact: Artifact
  readonly evidence: Evidence
  readonly comparison: Comparison | undefined
  readonly settings: Settings
  readonly tools: StageTools
}

/** Two runs that release different files at once may want the same version: the one that comes second takes the next. */
async function record({ model, artifact, evidence, comparison, settings, tools }: ToRecord): Promise<Release> {
  for (let attempt = 1; ; attempt++) {
    const { versions } = registryState(await tools.ledger.read(), model)
    const planned = plan(
      versions.map(({ version }) => version),
      evidence,
      settings,
    )
    await tools.checkpoint.append({ releasing: planned })
    try {
      const event = eventOf(model, artifact, planned, settings, comparison?.evidence, tools)
      const entry = await tools.ledger.append(keyOf(model, artifact, planned.version), event)
      const version = entry.kind === 'release' ? entry.version : planned.version
      return {
        ...planned,
        version,
        model,
        tag: versionTag(model, version),
        artifact,
        existed: version !== planned.version,
      }
    } catch (error) {
      const taken = error instanceof UserError && error.code === 'version-exists'
      if (!taken || settings.version !== fromEvidence || attempt === 5) throw error
    }
  }
}

function plan(
  versions: readonly string[],
  { interfaceChange, improved }: Evidence,
  { version: wanted, candidate }: Settings,
): Planned {
  const latest = highestVersion(versions.filter((version) => !isCandidate(version)))
  const next = nextVersion({ latest, interfaceChange: interfaceChange?.change, improved: improved.length > 0 })
  const final = wanted === fromEvidence ? next.version : wanted
  const version = candidate && !isCandidate(final) ? nextCandidate(final, versions) : final
  if (wanted !== fromEvidence)
    return { ...next, version, why: `version ${wanted} as the pipeline says; the evidence says ${next.bump}` }
  const facts = [...(interfaceChange?.reasons ?? []), ...improved.map((metric) => `${metric} improved`)]
  return { ...next, version, why: facts.length === 0 ? next.why : `${next.why} (${facts.join('; ')})` }
}

/** What this run had set out to release before it was killed, if it was that version. */
async function plannedBefore({ checkpoint }: StageTools, version: string): Promise<Planned | undefined> {
  const records = (await checkpoint.read()) as readonly { readonly releasing?: Planned }[]
  return records.map(({ releasing }) => releasing).findLast((planned) => planned?.version === version)
}

function keyOf(model: string, artifact: Artifact, version: string): string {
  return `${isCandidate(version) ? 'candidate' : 'release'}:${model}:${artifact.sha256}`
}

function eventOf(
  model: string,
  artifact: Artifact,
  { version, why }: { readonly version: string; readonly why: string },
  { tag }: Settings,
  evidence: string | undefined,
  { world }: StageTools,
): LedgerEvent {
  return {
    kind: 'release',
    model,
    version,
    artifact,
    why,
    ...(world.commit === undefined ? {} : { source: world.commit }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(tag ? {} : { tagged: false }),
  }
}
