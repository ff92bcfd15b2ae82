import { z } from 'zod'
import { longestBakeMs } from './longest-bake.ts'
import { judgementSchema } from './products/rollout.ts'
import type { Warning } from './products/warning.ts'
import type { TypeOf } from './schema.ts'
import { moment, trafficWindow } from './traffic.ts'
import { trafficMetric } from './traffic-metric.ts'
import { verdicts } from './verdict.ts'

/**
 * The ledger is the single source of truth: an append-only log of what was released, what serves, and why. Versions, what each stage
 * holds and the rollouts are folds over it: `registry/ledger/state.ts`, `rollout/state.ts`.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const share = z.number().min(0).max(1)
const verdict = z.enum(verdicts)
const counts = z.strictObject({ stable: z.number(), candidate: z.number() })
const file = z.strictObject({ sha256, bytes: z.number(), name: z.string() })
const artifact = file.extend({ files: z.array(file).min(1).optional() })

/** One of several kinds with its checked settings: `{ local: { rate: 200 } }`. */
const chosen = z.record(z.string(), z.unknown())

/**
 * The settings of a rollout, copied from the pipeline when it started. Later processes use this copy and never reread the file.
 * Times in milliseconds, margins absolute for `error-rate` and relative for `latency.p50`.
 */
export const rolloutSettings = z.strictObject({
  target: chosen,
  source: chosen,
  bakeMs: z.number().positive().max(longestBakeMs),
  analysis: z.array(
    z.strictObject({
      metric: trafficMetric,
      margin: z.number().min(0),
      minRequests: z.int().positive(),
    }),
  ),
  hold: z.int().min(0),
  hooks: z.strictObject({ promoted: z.array(chosen), 'rolled-back': z.array(chosen) }),
})

const ofModel = { model: z.string() }
const ofRollout = { ...ofModel, rollout: z.string() }

/**
 * Who drives a rollout, from this entry on: one run at a time, and nobody else before `expires`. All of it is absent in older ledgers,
 * whose rollouts anybody may take over.
 */
const driving = {
  /** The run, and its stage. */
  driver: z.string().optional(),
  /** Until when it may take to its next entry, by its own clock: other runs never compare it with their own clocks. */
  expires: moment.optional(),
}

/** The process that drives, so that others on its machine can see when it is gone. It names no host. */
const process = z.strictObject({ pid: z.int(), start: z.string(), machine: z.string(), namespace: z.string() })

/** An entry of a rollout under way. */
const driven = {
  ...driving,
  /** The key of the rollout's entry before this one: refused where another is the last, so that a rollout has one story. */
  follows: z.string().optional(),
}

/** The first entry of every ledger: that it was made on purpose. Older ledgers begin without it. */
const created = z.strictObject({ kind: z.literal('created') })

const release = z.strictObject({
  ...ofModel,
  kind: z.literal('release'),
  /** Semantic version without the `v`. */
  version: z.string(),
  artifact,
  why: z.string(),
  /** Commit of the source it was made from, where known. */
  source: z.string().optional(),
  /**
   * Digest of the evidence it was decided on, that of the file's bytes: `verify` says what it binds. Older ledgers have the digest of its
   * measurements alone. Absent for an adopted version.
   */
  evidence: z.string().optional(),
  /** False for a release that is not shown as a tag; absent otherwise. */
  tagged: z.boolean().optional(),
  /**
   * The version that it was compared with, empty where nothing served: refused once another one serves. Absent where a file of the
   * pipeline was compared with, and in older ledgers.
   */
  against: z.string().optional(),
  /** Whether it serves from then on, as no rollout decides that. Absent in older ledgers. */
  serves: z.boolean().optional(),
})

const assign = z.strictObject({
  ...ofModel,
  kind: z.literal('assign'),
  stage: z.string(),
  version: z.string(),
  why: z.string(),
  /** Commit of the source that asked for it, where known: later ones have to contain it. */
  source: z.string().optional(),
  /**
   * The version that serves until then, empty where none does: refused once another one serves. Absent in older ledgers, and where
   * what serves does not change.
   */
  against: z.string().optional(),
  /** Digest of the evidence that it serves again on; absent where the release or its rollout says it, and in older ledgers. */
  evidence: z.string().optional(),
  /** The rollout that it ends; absent where none is, and in older ledgers. */
  rollout: z.string().optional(),
  ...driven,
})

const override = z.strictObject({
  ...ofModel,
  kind: z.literal('override'),
  /** Digest of the model that was let through. */
  candidate: z.string(),
  /** What the gate had said, where that was overridden. */
  verdict: z.enum(['fail', 'inconclusive']).optional(),
  /** The commit that does not descend from what serves, where that was overridden. */
  commit: z.string().optional(),
  /** Who takes the responsibility: the name that was given, beside the author that every entry has. */
  approver: z.string(),
  reason: z.string(),
})

const rolloutStarted = z.strictObject({
  ...ofRollout,
  kind: z.literal('rollout-started'),
  version: z.string(),
  /** What serves beside it, and it was compared with: refused where another one serves. */
  from: z.string().optional(),
  /** Digest of the evidence of that comparison; absent where there is none, and in older ledgers. */
  evidence: z.string().optional(),
  /** Commit of the source that asked for it, where known. */
  source: z.string().optional(),
  /** The kind of target. */
  target: z.string(),
  /** Shares of traffic, rising from above 0 to 1. */
  steps: z.array(share).refine(isRising, 'expected shares that rise from above 0 to 1'),
  /** Absent in ledgers of Airworthy 0.1. */
  settings: rolloutSettings.optional(),
  process: process.optional(),
  ...driving,
})

/** Another run goes on with a rollout, or the same one after it was killed, or needs longer than it said. */
const rolloutClaimed = z.strictObject({
  ...ofRollout,
  kind: z.literal('rollout-claimed'),
  driver: z.string(),
  expires: moment,
  follows: z.string(),
  process: process.optional(),
  /** For how long it saw that nothing was recorded, by its own clock; absent where it did not have to wait for that. */
  watchedMs: z.number().min(0).optional(),
  /** That it saw the end of the process that drove. Absent otherwise. */
  gone: z.literal(true).optional(),
})

/** A run that drives a rollout ends before it does, and says so: the next may go on at once. */
const rolloutLeft = z.strictObject({
  ...ofRollout,
  kind: z.literal('rollout-left'),
  driver: z.string(),
  follows: z.string(),
  /** That the target was never told to move traffic: nothing is lost when another rollout begins instead. Absent otherwise. */
  untouched: z.literal(true).optional(),
})

const rolloutWeight = z.strictObject({
  ...ofRollout,
  ...driven,
  kind: z.literal('rollout-weight'),
  step: z.int(),
  weight: share,
})

const rolloutJudged = z.strictObject({
  ...ofRollout,
  ...driven,
  kind: z.literal('rollout-judged'),
  step: z.int(),
  verdict,
  /** Over all looks at the step so far. */
  requests: counts,
  judgements: z.array(z.strictObject(judgementSchema.shape)),
  /** Over all looks at the step so far. */
  seconds: z.number(),
  /** What this look saw. Absent in ledgers of Airworthy 0.1. */
  windows: z.array(trafficWindow).optional(),
})

const hook = z.strictObject({
  ...ofRollout,
  ...driven,
  kind: z.literal('hook'),
  name: z.string(),
  outcome: z.enum(['done', 'failed']),
  detail: z.string(),
})

const rolloutFinished = z.strictObject({
  ...ofRollout,
  ...driven,
  kind: z.literal('rollout-finished'),
  outcome: z.enum(['promoted', 'rolled-back']),
  why: z.string(),
  /** Requests seen after the traffic was set back, per version: the proof that the rollback took. */
  verified: counts.optional(),
})

const events = [
  created,
  release,
  assign,
  override,
  rolloutStarted,
  rolloutClaimed,
  rolloutLeft,
  rolloutWeight,
  rolloutJudged,
  hook,
  rolloutFinished,
] as const

const recorded = {
  /** Makes appending idempotent: the same key is recorded once, whoever asks again. */
  key: z.string(),
  at: moment,
  by: z.string(),
  /**
   * SHA-256 of the texts of all entries before it, each with a newline, and of its own text without this member. Absent in older
   * ledgers, whose entries the first one that has it covers.
   */
  chain: sha256.optional(),
}

/** An entry as the ledger holds it: an event, when it was recorded, and by whom. */
export const ledgerEntry = z.discriminatedUnion('kind', [
  created.extend(recorded),
  release.extend(recorded),
  assign.extend(recorded),
  override.extend(recorded),
  rolloutStarted.extend(recorded),
  rolloutClaimed.extend(recorded),
  rolloutLeft.extend(recorded),
  rolloutWeight.extend(recorded),
  rolloutJudged.extend(recorded),
  hook.extend(recorded),
  rolloutFinished.extend(recorded),
])

function isRising(steps: readonly number[]): boolean {
  return steps.at(-1) === 1 && steps.every((step, index) => step > (steps[index - 1] ?? 0))
}

export type LedgerEvent = TypeOf<(typeof events)[number]>
export type LedgerEntry = LedgerEvent & {
  readonly key: string
  readonly at: string
  readonly by: string
  readonly chain?: string | undefined
}
/** An entry about one model. */
export type ModelEntry = Exclude<LedgerEntry, { kind: 'created' }>
export type RolloutSettings = TypeOf<typeof rolloutSettings>

/** What is to be recorded, and under which key: the same key is recorded once, whoever asks again. */
export interface LedgerRecord {
  readonly key: string
  readonly event: LedgerEvent
}

/** What a caller gives to a ledger that may have to wait for others, such as a server. */
export interface CallContext {
  /** Ends the waiting. What was recorded before it fired stays recorded, and is told. */
  readonly signal?: AbortSignal | undefined
  /** Told once a second, after the first few, what is waited for: `waits for origin, 12 s of at most 60 s`. */
  readonly waits?: ((message: string) => void) | undefined
  /** Told of what is recorded and does not show everywhere yet, as where a tag could not be made. */
  readonly warns?: ((warning: Warning) => void) | undefined
}

/** A driver of the ledger. Implementations: a file, a git branch. One contract suite runs on all. */
export interface Ledger {
  /** For people: `git registry at …`. */
  readonly describe: string
  /** All entries, oldest first. Throws `ledger-broken` when the log does not parse. */
  read(context?: CallContext): Promise<readonly LedgerEntry[]>
  /**
   * Appends one entry and returns when it is durable and its public face (tags) is in place. When an entry with this key
   * is there already, nothing is written and that entry is returned. Safe against concurrent writers: `ledger-busy` after
   * repeated collisions.
   */
  append(key: string, event: LedgerEvent, context?: CallContext): Promise<LedgerEntry>
  /**
   * As `append`, of several, in their order: all of them are recorded, or none where one is refused. Gives the entries of their keys. A
   * process that is killed while it writes to a file may leave the first of them.
   */
  appendAll(records: readonly LedgerRecord[], context?: CallContext): Promise<readonly LedgerEntry[]>
  /** The names of the tags that show the registry to other tools, sorted; a file registry has none. */
  tags(context?: CallContext): Promise<readonly string[]>
  /** What stands in the log and counts for nothing, one sentence each. Absent where nothing can. */
  remarks?(context?: CallContext): Promise<readonly string[]>
  /**
   * Reads all that it consists of from where it is kept, whatever was read and checked before. Throws `ledger-broken` and the like. Absent
   * where `read` does so.
   */
  readWhole?(context?: CallContext): Promise<readonly LedgerEntry[]>
  /**
   * Throws what would keep it from showing these versions of a model, and what serves of it in a stage, before anything is recorded.
   * Absent where it shows nothing.
   */
  admitTags?(wanted: WantedTags, context?: CallContext): Promise<void>
}

/** What may come to be shown of a model. */
export interface WantedTags {
  readonly model: string
  /** Without the `v`. */
  readonly versions: readonly string[]
  readonly stages: readonly string[]
}
