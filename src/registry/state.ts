import type { LedgerEntry } from '../core/ledger.ts'
import type { Artifact } from '../core/products/index.ts'

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
  const own = entries.filter((entry) => entry.model === model)
  return {
    versions: own.flatMap((entry) => (entry.kind === 'release' ? [released(entry)] : [])),
    stages: Object.fromEntries(own.flatMap((entry) => (entry.kind === 'assign' ? [[entry.stage, entry.version]] : []))),
  }
}

function released({ version, artifact, why, at, by, source }: LedgerEntry & { kind: 'release' }): ReleasedVersion {
  return { version, artifact, why, at, by, source }
}
