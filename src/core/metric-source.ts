import type { z } from 'zod'
import type { TrafficWindow } from './traffic.ts'
import type { World } from './world.ts'

/** Two moments, ISO 8601 in UTC: from the first, inclusive, to the second, exclusive. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The two versions whose traffic is counted separately. */
export interface Versions {
  readonly stable: string | undefined
  readonly candidate: string
}

/** Says how the traffic of two versions went. It moves nothing and waits for nothing. */
export interface MetricSource {
  /** For people: `the local server`. */
  readonly describe: string
  /** Start of the period it has counts for; undefined if unlimited. */
  since(): Promise<string | undefined>
  /**
   * What happened in a stretch of time. Undefined while the counts are incomplete (requests are still under way, a scrape is due): the
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
  /** The target's own traffic counts, if it keeps any. */
  readonly targetTraffic: MetricSource | undefined
}

/** A row in the table of metric sources. */
export interface MetricSourceKind {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** Makes a source from checked settings, the output of `settings`. Nothing is asked before `since` or `window`. */
  make(settings: unknown, tools: MetricSourceTools): MetricSource
}

/** Defines a kind of metric source. The settings type stays inside this call, so a table of kinds needs no generics. */
export function defineMetricSource<Settings extends z.ZodType>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  make(settings: z.output<Settings>, tools: MetricSourceTools): MetricSource
}): MetricSourceKind {
  return { ...definition, make: (settings, tools) => definition.make(settings as z.output<Settings>, tools) }
}
