import type { z } from 'zod'
import type { MetricSource } from './metric-source.ts'
import type { Artifact } from './products/index.ts'
import type { Tensor } from './tensor.ts'
import type { World } from './world.ts'

/** A version that a target serves. */
export interface Served {
  readonly version: string
  readonly artifact: Artifact
}

/**
 * `ready` when both versions can take traffic; else what the target waits for, ending the sentence "waits for …":
 * `the rollout to become healthy`.
 */
export type Readiness = 'ready' | { readonly waitsFor: string }

/**
 * Moves traffic between two versions of a model. Every method is idempotent, since a rollout that was killed calls it again. None
 * waits: it reports the current state, and the caller asks again. After `apply`, `weight()` reads the real value.
 */
export interface Target {
  readonly describe: string
  /** Milliseconds until a new weight is in force. Default 0: at once. */
  readonly settlesWithinMs?: number | undefined
  /** Makes both versions able to serve; all traffic stays where it is (a new target sends all of it to `stable`). */
  prepare(stable: Served | undefined, candidate: Served): Promise<Readiness>
  /** Gives the candidate this share of traffic, 0 to 1. */
  apply(weight: number): Promise<void>
  /** The share in force now, read back from what serves. */
  weight(): Promise<number>
  /** Gives all traffic back to the stable version, whatever state the target is in. */
  restore(): Promise<void>
  /** Its own traffic counts, if it keeps any. */
  readonly traffic?: MetricSource | undefined
  /** Releases what this process holds (sockets, child processes). What serves outside of it goes on serving. */
  close(): Promise<void>
}

export interface TargetTools {
  readonly world: World
  readonly signal: AbortSignal
  readonly model: string
  /** The file of a version on this machine, absolute path: fetched for targets that serve from here. */
  fetch(artifact: Artifact): Promise<string>
  /** Requests to replay, one example each, where the target has no traffic of its own: a named data set of the pipeline. */
  replay(data: string): Promise<readonly Readonly<Record<string, Tensor>>[]>
}

/** A row in the table of targets. */
export interface TargetKind {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** True when it serves from processes of its own that end with it, and touches nothing outside of this machine. */
  readonly ownProcesses?: boolean
  /** The data set that it replays requests from, told from checked settings; undefined where it replays none. */
  replays?(settings: unknown): string | undefined
  /** Makes a target from checked settings, the output of `settings`. Nothing is started before `prepare`. */
  make(settings: unknown, tools: TargetTools): Target
}

/** Defines a kind of target. The settings type stays inside this call, so a table of kinds needs no generics. */
export function defineTarget<Settings extends z.ZodType>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  readonly ownProcesses?: boolean
  replays?(settings: z.output<Settings>): string | undefined
  make(settings: z.output<Settings>, tools: TargetTools): Target
}): TargetKind {
  return {
    ...definition,
    replays: (settings) => definition.replays?.(settings as z.output<Settings>),
    make: (settings, tools) => definition.make(settings as z.output<Settings>, tools),
  }
}
