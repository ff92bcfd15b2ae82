import { entriesOf } from '../../core/entries-of.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { Artifact } from '../../core/products/index.ts'
import { isCandidate } from '../versions/version.ts'

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
 * What serves, with the commit that last asked for it: what was last assigned to `production`, or released where no rollout decides. While
 * a rollout goes on, what it began from. `but`: as if this version had not been released. Undefined where nothing serves.
 */
export function baselineOf(
  entries: readonly LedgerEntry[],
  model: string,
  { but }: { readonly but?: string } = {},
): ReleasedVersion | undefined {
  const own = entriesOf(entries, model).filter((entry) => entry.kind !== 'release' || entry.version !== but)
  const sources = new Map<string, string | undefined>()
  let [serving, assigned]: [string | undefined, boolean] = [undefined, false]
  for (const entry of own) {
    if (entry.kind === 'release') {
      sources.set(entry.version, entry.source)
      if ((entry.serves ?? !assigned) && !isCandidate(entry.version)) serving = entry.version
    } else if (entry.kind === 'assign' && entry.stage === 'production') {
      assigned = true
      serving = entry.version
      if (entry.source !== undefined) sources.set(entry.version, entry.source)
    } else if (entry.kind === 'rollout-started') {
      assigned = true
      serving = entry.from
    }
  }
  const version = registryState(entries, model).versions.find((each) => each.version === serving)
  return version && { ...version, source: sources.get(version.version) ?? version.source }
}

function released({ version, artifact, why, at, by, source }: LedgerEntry & { kind: 'release' }): ReleasedVersion {
  return { version, artifact, why, at, by, source }
}
