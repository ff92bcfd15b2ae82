import type { Metric, QualityMetric } from '../../../src/core/metric.ts'
import type { Measurements, WorkerSample } from '../../../src/core/products/index.ts'
import { measurements } from '../measurements.ts'
import { qualityOf, swapped, withQuality } from '../quality/qualities.ts'

export interface Made {
  /** How much worse the candidate is, as a share. */
  readonly harm?: number
  /** How much the contenders vary, better as often as worse, as a share. */
  readonly noise?: number
  /** How much was measured: plenty for a verdict, little for one, or fewer than any verdict takes. */
  readonly amount?: 'plenty' | 'little' | 'too-little'
  readonly seed?: number
  /** Of labels and predictions; scores are those of two. */
  readonly classes?: number
}

/** Measurements of all that a metric can ask for, with a candidate that is worse by so much. */
export function measuredFor(
  metric: Metric,
  { harm = 0, noise = 0, amount = 'plenty', seed = 1, classes = 2 }: Made,
): Measurements {
  if (metric.how === 'paired') {
    const { examples } = amounts[amount]
    const told = metric.figure.by === 'area' ? 2 : classes
    return withQuality(qualityOf({ examples, harm, noise, seed, classes: told }))
  }
  if (metric.how === 'exact') {
    const counts = { size: 1000, parameters: 1000, [metric.name]: 1000 }
    const worse = { ...counts, [metric.name]: Math.round(1000 * (1 + harm)) }
    return { ...measurements({ blocks: 1 }), counts: { production: counts, candidate: worse } }
  }
  const tail = metric.figure.by === 'tail'
  const blocks = amounts[amount][tail ? 'tailBlocks' : 'blocks']
  const given = measurements({ blocks, runs: tail ? 248 : 24, ratio: 1 + harm, noise: 0.001 + noise / 10, seed })
  return metric.only === 'isolated' ? onGpu(given, 1 + harm) : given
}

/** Blocks have 24 runs, those of tails 248. */
const amounts = {
  plenty: { examples: 1500, blocks: 20, tailBlocks: 44 },
  little: { examples: 80, blocks: 8, tailBlocks: 20 },
  'too-little': { examples: 29, blocks: 6, tailBlocks: 3 },
}

/** As measured with `order: isolated` on a GPU: each worker has its own summary. */
function onGpu(given: Measurements, ratio: number): Measurements {
  const gpu = (times: number, wobble: number) => ({
    seconds: 1,
    reasons: {},
    joules: 48 * times * wobble,
    memoryBytes: 1e9 * times * wobble,
  })
  return {
    ...given,
    speed: given.speed.map((speed) => ({
      ...speed,
      scenario: { ...speed.scenario, order: 'isolated' as const },
      blocks: speed.blocks.map(({ order, runs: { production, candidate } }, at) => ({
        order,
        runs: {
          production: { ...(production as WorkerSample), gpu: gpu(1, 1 + (at % 3) / 1000) },
          candidate: { ...(candidate as WorkerSample), gpu: gpu(ratio, 1 + (at % 4) / 1000) },
        },
      })),
    })),
  }
}

/** The same measurements with the contenders in each other's place. */
export function swappedSides(given: Measurements): Measurements {
  const { quality, counts, speed } = given
  return {
    ...given,
    ...(quality === undefined ? {} : { quality: swapped(quality) }),
    counts: { production: counts['candidate'] ?? {}, candidate: counts['production'] ?? {} },
    speed: speed.map((each) => ({
      ...each,
      blocks: each.blocks.map(({ order, runs }) => ({
        order,
        runs: { production: runs['candidate'] as WorkerSample, candidate: runs['production'] as WorkerSample },
      })),
    })),
  }
}

/** What the metric says it needs, and nothing else. */
export function bare(metric: Metric, given: Measurements): Measurements {
  const nothing = { speed: [], counts: {} }
  if (metric.how === 'ratio') return { ...given, counts: {} }
  if (metric.how === 'paired') return { ...given, ...nothing, quality: recordedFor(metric, given) }
  const count = (contender: string) => ({ [metric.name]: given.counts[contender]?.[metric.name] as number })
  return { ...given, ...nothing, counts: { production: count('production'), candidate: count('candidate') } }
}

function recordedFor({ needs }: QualityMetric, { quality }: Measurements): NonNullable<Measurements['quality']> {
  const { data, examples, labels, predictions, records } = quality as NonNullable<typeof quality>
  return {
    data,
    examples,
    ...(needs.labels === undefined || labels === undefined ? {} : { labels }),
    ...(needs.record === 'classes'
      ? { predictions }
      : { predictions: {}, records: { [needs.record]: records?.[needs.record] } }),
    custom: {},
  }
}

/** The same with a candidate of which nothing is a number. */
export function unreadable(given: Measurements): Measurements {
  const mangled = (value: unknown): unknown => {
    if (typeof value === 'number') return Number.NaN
    if (Array.isArray(value)) return value.map(mangled)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mangled(member)]))
  }
  const ofCandidate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ofCandidate)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (key !== 'candidate') return [key, ofCandidate(member)]
        const turns = (member as Partial<WorkerSample>).turns
        return [key, turns === undefined ? mangled(member) : { ...(mangled(member) as WorkerSample), turns }]
      }),
    )
  }
  const { speed, counts, quality } = given
  return { ...given, ...(ofCandidate({ speed, counts, quality }) as Pick<Measurements, 'speed' | 'counts'>) }
}
