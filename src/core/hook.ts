import type { z } from 'zod'
import type { World } from './world.ts'

/** How a rollout ended, as passed to a hook. */
export interface HookCall {
  readonly model: string
  readonly version: string
  readonly rollout: string
  /** `promoted` or `rolled-back`. */
  readonly event: string
  /** The same for every attempt at the same event: a hook runs at least once, and can tell a repetition by it. */
  readonly eventId: string
  readonly why: string
}

export interface HookResult {
  readonly outcome: 'done' | 'failed'
  /** What it said, or why it failed. */
  readonly detail: string
}

export interface HookTools {
  readonly world: World
  /** Folder of the pipeline file: relative paths start here. */
  readonly folder: string
  readonly signal: AbortSignal
}

/** A configured hook: what is done when a rollout ends. */
export interface Hook {
  /** For people and the ledger: `./page-oncall.sh`, `dispatch retrain.yml`. */
  readonly name: string
  /** Runs it once. May throw: `callHook` turns the error into a `failed` result. */
  run(call: HookCall, tools: HookTools): Promise<HookResult>
}

/** A row in the table of hooks. */
export interface HookKind {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** True when it runs a program of the user's own, which untrusted runs refuse. */
  readonly runsUserCode: boolean
  /** Makes a hook from checked settings, the output of `settings`. */
  make(settings: unknown): Hook
}

/** Defines a kind of hook. The settings type stays inside this call, so a table of kinds needs no generics. */
export function defineHook<Settings extends z.ZodType>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  readonly runsUserCode: boolean
  make(settings: z.output<Settings>): Hook
}): HookKind {
  return { ...definition, make: (settings) => definition.make(settings as z.output<Settings>) }
}
