import { entriesOf } from '../core/entries-of.ts'
import type { LedgerEntry, ModelEntry, RolloutSettings } from '../core/ledger.ts'
import type { RolloutJudgement } from '../core/products/index.ts'
import type { TrafficWindow } from '../core/traffic.ts'
import type { Verdict } from '../core/verdict.ts'
import { headAfter, type RolloutHead, rolloutOf } from '../registry/index.ts'

/** One look at one step: what the ledger recorded of it. */
export interface Look {
  readonly step: number
  readonly verdict: Verdict
  /** Over all looks at the step so far. */
  readonly requests: { readonly stable: number; readonly candidate: number }
  readonly judgements: readonly RolloutJudgement[]
  /** Over all looks at the step so far. */
  readonly seconds: number
  /** What this look saw; none in ledgers of Airworthy 0.1. */
  readonly windows: readonly TrafficWindow[]
  /** When it was recorded. */
  readonly at: string
}

/** What the ledger says of one rollout. */
export interface RolloutState {
  readonly id: string
  readonly version: string
  readonly from: string | undefined
  readonly source: string | undefined
  readonly target: string
  readonly steps: readonly number[]
  /** Undefined in ledgers of Airworthy 0.1. */
  readonly settings: RolloutSettings | undefined
  /** When it began. */
  readonly at: string
  /** What its next entry has to follow, and who may write it. */
  readonly head: RolloutHead
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

/** One rollout, folded from the ledger; undefined when it was never started. */
export function rolloutState(entries: readonly LedgerEntry[], id: string): RolloutState | undefined {
  const start = entries.findIndex((entry) => entry.kind === 'rollout-started' && entry.rollout === id)
  const first = entries[start]
  if (first?.kind !== 'rollout-started') return undefined
  const after = entriesOf(entries.slice(start + 1), first.model)
  const [begun = first, ...own] = byLastClock([first, ...after.filter((entry) => rolloutOf(entry) === id)])
  const head = [begun, ...own].reduce<RolloutHead | undefined>(headAfter, undefined)
  if (head === undefined) return undefined
  return {
    id,
    version: first.version,
    from: first.from,
    source: first.source,
    target: first.target,
    steps: first.steps,
    settings: first.settings,
    at: begun.at,
    head,
    weights: own.flatMap((entry) =>
      entry.kind === 'rollout-weight' ? [{ step: entry.step, weight: entry.weight, at: entry.at }] : [],
    ),
    looks: own.flatMap((entry) => (entry.kind === 'rollout-judged' ? [lookOf(entry)] : [])),
    promoted: after.some((entry) => entry.kind === 'assign' && promotes(entry, first)),
    hooks: own.flatMap((entry) =>
      entry.kind === 'hook' ? [{ key: entry.key, name: entry.name, outcome: entry.outcome, detail: entry.detail }] : [],
    ),
    finished: own.find((entry) => entry.kind === 'rollout-finished'),
  }
}

/**
 * Entries with their moments as the clock of who drives last has them: what stands before a claim was not recorded after it, whatever
 * the clock said of who recorded it.
 */
function byLastClock(entries: readonly ModelEntry[]): readonly ModelEntry[] {
  let latest: string | undefined
  return entries
    .toReversed()
    .map((entry) => {
      const at = latest !== undefined && latest < entry.at ? latest : entry.at
      if (entry.kind === 'rollout-claimed') latest = at
      return at === entry.at ? entry : { ...entry, at }
    })
    .toReversed()
}

/** Earlier versions did not say which rollout an assignment ends. */
function promotes(
  { stage, version, rollout }: LedgerEntry & { kind: 'assign' },
  started: LedgerEntry & { kind: 'rollout-started' },
): boolean {
  return stage === 'production' && version === started.version && (rollout ?? started.rollout) === started.rollout
}

/** The rollout of a model that was started and not finished, if there is one: the latest. */
export function openRollout(entries: readonly LedgerEntry[], model: string): RolloutState | undefined {
  const own = entriesOf(entries, model)
  return own
    .flatMap((entry) => (entry.kind === 'rollout-started' ? [rolloutState(own, entry.rollout)] : []))
    .findLast((rollout) => rollout?.finished === undefined)
}

function lookOf(entry: LedgerEntry & { kind: 'rollout-judged' }): Look {
  const { step, requests, judgements, seconds, windows = [], at } = entry
  // No data is never a pass, whatever an entry says.
  const seen = requests.candidate > 0 && judgements.length > 0
  const verdict = entry.verdict === 'pass' && !seen ? 'inconclusive' : entry.verdict
  return { step, verdict, requests, judgements, seconds, windows, at }
}
