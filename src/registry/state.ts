import { entriesOf } from '../core/entries-of.ts'
import type { LedgerEntry } from '../core/ledger.ts'
import type { Artifact } from '../core/products/index.ts'
import { isCandidate } from './versions/version.ts'

/** What the ledger says of one model. */
export interface RegistryState {
  /** In the order in which they were released. */
  readonly versions: readonly ReleasedVersion[]
  /** The version that each stage (`production`, …) holds. */
  readonly stages: Readonly<Record<string, string>>
}

export interface ReleasedVersion {
  readonly version: string
  readonly artifact: Artifact
  readonly why: string
  readonly at: string
  readonly by: string
  readonly source: string | undefined
}

/** The registry is a fold over the ledger: versions, and what each stage holds. */
export function registryState(entries: readonly LedgerEntry[], model: string): RegistryState {
  const own = entriesOf(entries, model)
  return {
    versions: own.flatMap((entry) => (entry.kind === 'release' ? [released(entry)] : [])),
    stages: Object.fromEntries(own.flatMap((entry) => (entry.kind === 'assign' ? [[entry.stage, entry.version]] : []))),
  }
}

/**
 * The version that a candidate is compared with: what `production` holds. Where no rollout ever assigned anything to it, releases
 * themselves are what is used, and the latest counts. Undefined where there is neither.
 */
export function baselineOf(entries: readonly LedgerEntry[], model: string): ReleasedVersion | undefined {
  const { versions, stages } = registryState(entries, model)
  const serving = stages['production']
  if (serving !== undefined) return versions.find(({ version }) => version === serving)
  const rolledOut = entriesOf(entries, model).some(({ kind }) => kind === 'rollout-started')
  return rolledOut ? undefined : versions.findLast(({ version }) => !isCandidate(version))
}

function released({ version, artifact, why, at, by, source }: LedgerEntry & { kind: 'release' }): ReleasedVersion {
  return { version, artifact, why, at, by, source }
}
