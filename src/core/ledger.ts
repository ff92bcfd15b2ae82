import type { Sha256 } from './json.ts'
import type { Artifact, RolloutJudgement } from './products/index.ts'

/**
 * The ledger is the single source of truth: an append-only log of what was released, what serves, and why.
 * The registry (versions, stages, the rollout under way) is a fold over it; see `src/registry/state.ts`.
 */
export type LedgerEvent =
  | {
      readonly kind: 'release'
      readonly model: string
      /** Semantic version without the `v`. */
      readonly version: string
      readonly artifact: Artifact
      readonly why: string
      /** Commit of the source it was made from, where known. */
      readonly source?: string | undefined
      /** Digest of the evidence it was decided on; absent for an adopted version. */
      readonly evidence?: Sha256 | undefined
      /** False for a release that is not shown as a tag; absent otherwise. */
      readonly tagged?: boolean | undefined
    }
  | {
      readonly kind: 'assign'
      readonly model: string
      readonly stage: string
      readonly version: string
      readonly why: string
    }
  | {
      readonly kind: 'override'
      readonly model: string
      /** Digest of the model that was let through. */
      readonly candidate: Sha256
      readonly verdict: 'fail' | 'inconclusive'
      /** Who takes the responsibility: the name that was given, beside the author that every entry has. */
      readonly approver: string
      readonly reason: string
    }
  | {
      readonly kind: 'rollout-started'
      readonly model: string
      readonly rollout: string
      readonly version: string
      readonly from?: string | undefined
      readonly target: string
      /** Shares of traffic, rising, each above 0 and at most 1. */
      readonly steps: readonly number[]
    }
  | {
      readonly kind: 'rollout-weight'
      readonly model: string
      readonly rollout: string
      readonly step: number
      readonly weight: number
    }
  | {
      readonly kind: 'rollout-judged'
      readonly model: string
      readonly rollout: string
      readonly step: number
      readonly verdict: 'pass' | 'fail' | 'inconclusive'
      readonly requests: { readonly stable: number; readonly candidate: number }
      readonly judgements: readonly RolloutJudgement[]
      readonly seconds: number
    }
  | {
      readonly kind: 'hook'
      readonly model: string
      readonly rollout: string
      readonly name: string
      readonly outcome: 'done' | 'failed'
      readonly detail: string
    }
  | {
      readonly kind: 'rollout-finished'
      readonly model: string
      readonly rollout: string
      readonly outcome: 'promoted' | 'rolled-back'
      readonly why: string
      /** Requests seen after the traffic was set back, per version: the proof that the rollback took. */
      readonly verified?: { readonly stable: number; readonly candidate: number } | undefined
    }

/** An event as the ledger holds it. `key` makes appending idempotent: the same key is recorded once, whoever asks again. */
export type LedgerEntry = LedgerEvent & { readonly key: string; readonly at: string; readonly by: string }

/** A registry driver. Implementations: a file, a git branch. One contract suite runs on all. */
export interface Ledger {
  /** For people: `git registry at …`. */
  readonly describe: string
  /** All entries, oldest first. Throws `ledger-broken` when the log does not parse. */
  read(): Promise<readonly LedgerEntry[]>
  /**
   * Appends one entry and returns when it is durable and its public face (tags) is in place. When an entry with this key
   * is there already, nothing is written and that entry is returned. Safe against concurrent writers: `ledger-busy` after
   * repeated collisions.
   */
  append(key: string, event: LedgerEvent): Promise<LedgerEntry>
  /** The names of the tags that show the registry to other tools, sorted; a file registry has none. */
  tags(): Promise<readonly string[]>
}
