import type { LedgerEntry } from '../core/ledger.ts'
import type { Artifact, RolloutJudgement } from '../core/products/index.ts'
import type { Verdict } from '../core/verdict.ts'

/** What the ledger says of one model. */
export interface RegistryState {
  /** In the order in which they were released. */
  readonly versions: readonly ReleasedVersion[]
  /** The version that each stage (`production`, …) holds. */
  readonly stages: Readonly<Record<string, string>>
  /** The rollout that was started and not finished, if there is one: the latest. */
  readonly rollout: RolloutState | undefined
}

export interface ReleasedVersion {
  readonly version: string
  readonly artifact: Artifact
  readonly why: string
  readonly at: string
  readonly by: string
  readonly source: string | undefined
}

/** One look at one step: what the ledger recorded of it. */
export interface Look {
  readonly step: number
  readonly verdict: Verdict
  readonly requests: { readonly stable: number; readonly candidate: number }
  readonly judgements: readonly RolloutJudgement[]
  readonly seconds: number
}

/** What the ledger says of one rollout. */
export interface RolloutState {
  readonly id: string
  readonly version: string
  readonly from: string | undefined
  readonly target: string
  readonly steps: readonly number[]
  /** Every change of weight, oldest first. A weight of 0 is the rollback. */
  readonly weights: readonly { readonly step: number; readonly weight: number; readonly at: string }[]
  readonly looks: readonly Look[]
  /** Its version was put into production after it began. */
  readonly promoted: boolean
  readonly hooks: readonly {
    readonly key: string
    readonly name: string
    readonly outcome: 'done' | 'failed'
    readonly detail: string
  }[]
  readonly finished:
    | {
        readonly outcome: 'promoted' | 'rolled-back'
        readonly why: string
        readonly verified?: { readonly stable: number; readonly candidate: number } | undefined
      }
    | undefined
}

/** The registry is a fold over the ledger: versions, what each stage holds, and the rollout under way. */
export function registryState(entries: readonly LedgerEntry[], model: string): RegistryState {
  const own = entries.filter((entry) => entry.model === model)
  const started = own.filter((entry) => entry.kind === 'rollout-started')
  const open = started
    .map(({ rollout }) => rolloutState(own, rollout))
    .findLast((rollout) => rollout?.finished === undefined)
  return {
    versions: own.flatMap((entry) => (entry.kind === 'release' ? [released(entry)] : [])),
    stages: Object.fromEntries(own.flatMap((entry) => (entry.kind === 'assign' ? [[entry.stage, entry.version]] : []))),
    rollout: open,
  }
}

/** One rollout, folded from the ledger; undefined when it was never started. */
export function rolloutState(entries: readonly LedgerEntry[], id: string): RolloutState | undefined {
  const start = entries.findIndex((entry) => entry.kind === 'rollout-started' && entry.rollout === id)
  const first = entries[start]
  if (first?.kind !== 'rollout-started') return undefined
  const after = entries.slice(start + 1).filter((entry) => entry.model === first.model)
  const own = after.filter((entry) => 'rollout' in entry && entry.rollout === id)
  return {
    id,
    version: first.version,
    from: first.from,
    target: first.target,
    steps: first.steps,
    weights: own.flatMap((entry) =>
      entry.kind === 'rollout-weight' ? [{ step: entry.step, weight: entry.weight, at: entry.at }] : [],
    ),
    looks: own.flatMap((entry) => (entry.kind === 'rollout-judged' ? [lookOf(entry)] : [])),
    promoted: after.some(
      (entry) => entry.kind === 'assign' && entry.stage === 'production' && entry.version === first.version,
    ),
    hooks: own.flatMap((entry) =>
      entry.kind === 'hook' ? [{ key: entry.key, name: entry.name, outcome: entry.outcome, detail: entry.detail }] : [],
    ),
    finished: own.find((entry) => entry.kind === 'rollout-finished'),
  }
}

function released({ version, artifact, why, at, by, source }: LedgerEntry & { kind: 'release' }): ReleasedVersion {
  return { version, artifact, why, at, by, source }
}

function lookOf({ step, verdict, requests, judgements, seconds }: LedgerEntry & { kind: 'rollout-judged' }): Look {
  return { step, verdict, requests, judgements, seconds }
}
