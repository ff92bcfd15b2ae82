import type { LedgerEntry, ModelEntry } from '../../core/ledger.ts'
import { headAfter, type RolloutHead, rolloutOf } from './leases.ts'
import { nothingServes, type Serving, servingAfter } from './state.ts'

/** What the rules ask of the entries of one model. Each entry is added once, so that a whole ledger is judged in one pass. */
export interface Standing {
  add(entry: ModelEntry): void
  isReleased(version: string): boolean
  readonly versions: readonly string[]
  /** The released version that serves; undefined where none does. `but`: as if this version had not been released. */
  serving(but?: string): string | undefined
  /** The rollout that has not ended, the oldest of several. */
  openRollout(): RolloutHead | undefined
  /** How a rollout stands; undefined for one that never began. */
  head(rollout: string): RolloutHead | undefined
}

export function createStanding(): Standing {
  const own: ModelEntry[] = []
  /** What served before each of them, and after the last. */
  const servings: Serving[] = [nothingServes]
  /** Where each version was released. */
  const released = new Map<string, number>()
  const heads = new Map<string, RolloutHead>()
  const open = new Set<string>()
  return {
    add(entry) {
      if (entry.kind === 'release' && !released.has(entry.version)) released.set(entry.version, own.length)
      const rollout = rolloutOf(entry)
      const head = rollout === undefined ? undefined : headAfter(heads.get(rollout), entry)
      if (rollout !== undefined && head !== undefined) {
        heads.set(rollout, head)
        if (head.outcome === undefined) open.add(rollout)
        else open.delete(rollout)
      }
      own.push(entry)
      servings.push(servingAfter(servings.at(-1) ?? nothingServes, entry))
    },
    isReleased: (version) => released.has(version),
    get versions() {
      return [...released.keys()]
    },
    serving(but) {
      const from = but === undefined ? undefined : released.get(but)
      const last =
        from === undefined
          ? servings.at(-1)
          : own
              .slice(from)
              .filter((entry) => entry.kind !== 'release' || entry.version !== but)
              .reduce(servingAfter, servings[from] ?? nothingServes)
      const version = last?.version
      return version !== undefined && released.has(version) ? version : undefined
    },
    openRollout() {
      const [rollout] = open
      return rollout === undefined ? undefined : heads.get(rollout)
    },
    head: (rollout) => heads.get(rollout),
  }
}

/** The standing of one model after all entries of a ledger. */
export function standingOf(entries: readonly LedgerEntry[], model: string): Standing {
  const standing = createStanding()
  for (const entry of entries) if (entry.kind !== 'created' && entry.model === model) standing.add(entry)
  return standing
}
