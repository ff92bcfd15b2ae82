import type { Sha256 } from '../../core/json.ts'
import type { LedgerEvent } from '../../core/ledger.ts'
import type { Artifact, Release } from '../../core/products/index.ts'
import { highestVersion, isCandidate, nextCandidate, nextVersion, type VersionEvidence } from './version.ts'

/** What there is to decide a version from. */
export interface ReleaseEvidence {
  /** How the interface changed against production, and in what; undefined where there was nothing to compare with. */
  readonly interfaceChange:
    | { readonly change: NonNullable<VersionEvidence['interfaceChange']>; readonly reasons: readonly string[] }
    | undefined
  /** Quality metrics that are better beyond doubt. */
  readonly improved: readonly string[]
}

/** Which version is wanted. */
export interface WantedVersion {
  /** An exact version that stands in for the one that follows from the evidence. */
  readonly exact: string | undefined
  /** As a candidate of that version: `1.4.0-rc.1`. */
  readonly candidate: boolean
}

/** A version with what led to it. */
export interface PlannedRelease {
  readonly version: string
  readonly bump: Release['bump']
  readonly why: string
}

/** The version of the next release after `versions`, all that were released so far. */
export function planRelease(
  versions: readonly string[],
  { interfaceChange, improved }: ReleaseEvidence,
  { exact, candidate }: WantedVersion,
): PlannedRelease {
  const latest = highestVersion(versions.filter((version) => !isCandidate(version)))
  const next = nextVersion({ latest, interfaceChange: interfaceChange?.change, improved: improved.length > 0 })
  const final = exact ?? next.version
  const version = candidate && !isCandidate(final) ? nextCandidate(final, versions) : final
  if (exact !== undefined)
    return { ...next, version, why: `version ${exact} as the pipeline says; the evidence says ${next.bump}` }
  const facts = [...(interfaceChange?.reasons ?? []), ...improved.map((metric) => `${metric} improved`)]
  return { ...next, version, why: facts.length === 0 ? next.why : `${next.why} (${facts.join('; ')})` }
}

/** Every version that may be next, whatever the evidence will say: the smallest step first. */
export function possibleVersions(versions: readonly string[], wanted: WantedVersion): readonly string[] {
  const changes = (['compatible', 'additive', 'breaking'] as const).map((change) => ({ change, reasons: [] }))
  const possible = changes.map((interfaceChange) => planRelease(versions, { interfaceChange, improved: [] }, wanted))
  return [...new Set(possible.map(({ version }) => version))]
}

/**
 * The latest release of a file. A file that was a candidate has no version yet, unless a candidate is all that is wanted.
 */
export function releaseOf<Released extends { readonly version: string; readonly artifact: Artifact }>(
  sha256: Sha256,
  released: readonly Released[],
  { candidate }: Pick<WantedVersion, 'candidate'>,
): Released | undefined {
  return released.findLast(
    ({ version, artifact }) => artifact.sha256 === sha256 && (candidate || !isCandidate(version)),
  )
}

/** The key of a release in the ledger: a file is released once, and once as a candidate. */
export function releaseKey(model: string, { sha256 }: Artifact, version: string): string {
  return `${isCandidate(version) ? 'candidate' : 'release'}:${model}:${sha256}`
}

/** What the ledger records of a release. */
export function releaseEvent({
  model,
  artifact,
  planned: { version, why },
  source,
  evidence,
  tag,
  against,
  serves,
}: {
  readonly model: string
  readonly artifact: Artifact
  readonly planned: Pick<PlannedRelease, 'version' | 'why'>
  /** The commit that it was made from, where known. */
  readonly source: string | undefined
  /** Digest of the evidence it was decided on, where there was any. */
  readonly evidence: Sha256 | undefined
  /** False for a release that is not shown as a tag. */
  readonly tag: boolean
  /** The version that it was compared with, empty where nothing served; undefined where that was a file of the pipeline. */
  readonly against?: string | undefined
  /** Whether it serves from then on: false where a rollout decides. */
  readonly serves?: boolean | undefined
}): LedgerEvent {
  return {
    kind: 'release',
    model,
    version,
    artifact,
    why,
    ...(source === undefined ? {} : { source }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(tag ? {} : { tagged: false }),
    ...(against === undefined ? {} : { against }),
    ...(serves === undefined ? {} : { serves }),
  }
}
