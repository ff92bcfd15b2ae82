import type { z } from 'zod'
import type { TrafficWindow } from './traffic.ts'
import type { World } from './world.ts'

/** Two moments, ISO 8601 in UTC: from the first, inclusive, to the second, exclusive. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The versions that traffic is told apart by. */
export interface Versions {
  readonly stable: string | undefined
  readonly candidate: string
}

/** Says how the traffic of two versions went. It moves nothing and waits for nothing. */
export interface MetricSource {
  /** For people: `the local server`. */
  readonly describe: string
  /** The first moment of which it can speak; undefined where it has always watched. */
  since(): Promise<string | undefined>
  /**
   * What happened in a stretch of time. Undefined while that cannot be said yet (requests are still under way, a scrape is due): the
   * caller asks again later. A version without traffic has zero requests.
   */
  window(span: Span, versions: Versions): Promise<TrafficWindow | undefined>
  /** Releases what this process holds. */
  close(): Promise<void>
}

export interface MetricSourceTools {
  readonly world: World
  readonly signal: AbortSignal
  readonly model: string
  /** What the target counts itself, where it does. */
  readonly ofTarget: MetricSource | undefined
}

/** A row in the table of metric sources. */
export interface MetricSourceKind {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** Makes a source from settings as `settings` gave them after checking. Nothing is asked before `since` or `window`. */
  make(settings: unknown, tools: MetricSourceTools): MetricSource
}

/** Defines a kind of metric source. The settings' type lives inside this one call. */
export function defineMetricSource<Settings extends z.ZodType>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  make(settings: z.output<Settings>, tools: MetricSourceTools): MetricSource
}): MetricSourceKind {
  return { ...definition, make: (settings, tools) => definition.make(settings as z.output<Settings>, tools) }
}
