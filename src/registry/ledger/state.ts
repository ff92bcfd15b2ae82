import { entriesOf } from '../../core/entries-of.ts'
import type { LedgerEntry, ModelEntry } from '../../core/ledger.ts'
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

/** What serves after some entries of one model: a version, and whether assignments decide that, rather than releases. */
export interface Serving {
  readonly version: string | undefined
  readonly assigned: boolean
}

export const nothingServes: Serving = { version: undefined, assigned: false }

/**
 * What serves after one more entry: what was last assigned to `production`, or released where no rollout decides. While a rollout goes
 * on, what it began from.
 */
export function servingAfter(before: Serving, entry: ModelEntry): Serving {
  if (entry.kind === 'release')
    return (entry.serves ?? !before.assigned) && !isCandidate(entry.version)
      ? { ...before, version: entry.version }
      : before
  if (entry.kind === 'assign' && entry.stage === 'production') return { version: entry.version, assigned: true }
  return entry.kind === 'rollout-started' ? { version: entry.from, assigned: true } : before
}

/**
 * What serves, with the commit that last asked for it. `but`: as if this version had not been released. Undefined where nothing serves.
 */
export function baselineOf(
  entries: readonly LedgerEntry[],
  model: string,
  { but }: { readonly but?: string } = {},
): ReleasedVersion | undefined {
  const own = entriesOf(entries, model).filter((entry) => entry.kind !== 'release' || entry.version !== but)
  const { version: serving } = own.reduce(servingAfter, nothingServes)
  const sources = new Map<string, string | undefined>()
  for (const entry of own) {
    if (entry.kind === 'release') sources.set(entry.version, entry.source)
    else if (entry.kind === 'assign' && entry.stage === 'production' && entry.source !== undefined)
      sources.set(entry.version, entry.source)
  }
  const version = registryState(entries, model).versions.find((each) => each.version === serving)
  return version && { ...version, source: sources.get(version.version) ?? version.source }
}

function released({ version, artifact, why, at, by, source }: LedgerEntry & { kind: 'release' }): ReleasedVersion {
  return { version, artifact, why, at, by, source }
}
