import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'

/** Requests seen, by version. */
const requests = z.object({ stable: z.number(), candidate: z.number() })

/** One metric judged during a rollout, candidate against stable. */
export const judgementSchema = z.object({
  metric: z.string(),
  stable: z.number(),
  candidate: z.number(),
  change: z.number(),
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }),
  margin: z.number(),
  verdict: z.enum(verdicts),
  why: z.string(),
})
export interface RolloutJudgement extends TypeOf<typeof judgementSchema> {}

const step = z.object({
  /** Share of traffic the candidate was given, 0 to 1. */
  weight: z.number(),
  /** Share it was seen to get, by counting requests; undefined when none came. */
  observed: z.number().optional(),
  requests,
  verdict: z.enum(verdicts),
  judgements: z.array(judgementSchema),
  startedAt: z.string(),
  seconds: z.number(),
})
export interface RolloutStep extends TypeOf<typeof step> {}

/** How an open rollout stands that a run drove and left. */
export const openRolloutSchema = z.object({
  id: z.string(),
  version: z.string(),
  /** What serves beside it; absent where nothing does. */
  from: z.string().optional(),
  target: z.string(),
  /** Share of traffic that the candidate was last given, 0 to 1. */
  weight: z.number(),
  /** Steps that passed, and how many there are. */
  passed: z.number(),
  steps: z.number(),
  /** Its version is in production, and what follows a promotion is not done yet. */
  promoted: z.boolean(),
  /** One or two sentences. */
  sentence: z.string(),
})
export interface OpenRollout extends TypeOf<typeof openRolloutSchema> {}

export const rolloutResultSchema = z.object({
  id: z.string(),
  outcome: z.enum(['promoted', 'rolled-back', 'already-serving', 'held']),
  version: z.string(),
  from: z.string().optional(),
  target: z.string(),
  steps: z.array(step),
  why: z.string(),
  hooks: z.array(z.object({ name: z.string(), outcome: z.enum(['done', 'failed']), detail: z.string() })),
  /** After a rollback: the check that traffic is back where it was. */
  verified: requests.optional(),
})
export interface RolloutResult extends TypeOf<typeof rolloutResultSchema> {}
