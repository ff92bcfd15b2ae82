import { z } from 'zod'
import { duration, share } from '../../core/quantity/index.ts'

/** Longer than anybody waits for an answer, and shorter than the longest timer. */
const dayMs = 24 * 3600 * 1000
const upToADay = () => duration().refine((ms) => ms <= dayMs, 'expected at most 1d')

const fault = z
  .strictObject({
    errors: share().prefault('0%').describe('This share of the requests to the candidate answers 500.'),
    'above-weight': share().optional().describe('Only while the candidate is given more than this share of traffic.'),
    delay: upToADay().prefault('0ms').describe('Every request to the candidate waits this long.'),
  })
  .describe('A fault in the candidate while it serves, to rehearse a rollback.')

export type LocalSettings = z.output<typeof settings>

export const settings: z.ZodType<{
  replay: string
  rate: number
  port: number
  timeout: number
  fault?: { errors: number; 'above-weight'?: number | undefined; delay: number } | undefined
}> = z.strictObject({
  replay: z.string().default('eval').describe('The data set whose examples are sent as requests, round and round.'),
  rate: z.number().positive().max(10_000).default(200).describe('Requests per second, whether or not answers keep up.'),
  port: z.int().min(0).max(65_535).default(0).describe('Port of the router on 127.0.0.1; 0 takes any free one.'),
  timeout: upToADay().prefault('2s').describe('A request without an answer after this time has failed.'),
  fault: fault.optional(),
})
