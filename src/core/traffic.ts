import { z } from 'zod'
import type { TypeOf } from './schema.ts'

/**
 * Latencies of successful requests as counts: `[from, to, requests]`, in milliseconds, `from` inclusive and `to` exclusive; null where
 * a source does not say how far its last bucket reaches. Empty buckets are left out. A source states its own buckets, so histograms
 * of different sources can be added up.
 */
const latencyHistogram = z.array(
  z
    .tuple([z.number().min(0), z.number().min(0).nullable(), z.int().min(0)])
    .refine(([from, to]) => to === null || to > from, 'expected a bucket that ends above its beginning'),
)

const versionTraffic = z
  .strictObject({
    /** Requests that the version was asked. */
    requests: z.int().min(0),
    /** Requests that failed: an error status, a broken connection, a timeout. */
    errors: z.int().min(0),
    /** Latency of the requests that succeeded; absent where the source does not know it. */
    latency: latencyHistogram.optional(),
  })
  .refine(({ requests, errors }) => errors <= requests, 'expected no more errors than requests')

/** ISO 8601 in UTC, before the year 9000: a year of five digits, which a later moment may have, does not sort as text. */
export const moment = z.iso.datetime().regex(/^[0-8]/, 'expected a moment before the year 9000')

/**
 * What happened to both versions between two moments: everything that a later process needs to judge them. The requests that came at
 * `from` or later and before `to` (ISO 8601, UTC). The ledger keeps it.
 */
export const trafficWindow = z.strictObject({
  from: moment,
  to: moment,
  stable: versionTraffic,
  candidate: versionTraffic,
})

export type LatencyHistogram = TypeOf<typeof latencyHistogram>

export type VersionTraffic = TypeOf<typeof versionTraffic>
export type TrafficWindow = TypeOf<typeof trafficWindow>

/** How long a window lasts. */
export function secondsOf({ from, to }: Pick<TrafficWindow, 'from' | 'to'>): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
