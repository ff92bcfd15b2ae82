import { isDeepStrictEqual } from 'node:util'
import { asNumbers } from '../../core/float16.ts'
import type { CorpusFigures, Quality, Question } from '../../core/products/index.ts'
import type { World } from '../../core/world.ts'
import type { Data } from '../../data/fit.ts'
import { type Outputs, outputsOf } from '../../data/outputs.ts'
import { loadMetric, type OwnMetric } from '../../data/own-metric.ts'
import type { Batch } from '../../data/recorder.ts'
import { replicate, resamplesFor } from '../../stats/bootstrap.ts'

/** A user's own metric, by the name that was asked for. */
export interface Own {
  readonly metric: string
  readonly module: OwnMetric
  /** One-sided error rate of its verdict. */
  readonly alpha: number
}

export function loadOwn(questions: readonly Question[], { files, trust }: World): Promise<Own[]> {
  return Promise.all(
    questions.map(async ({ metric, uses, alpha }) => {
      const path = uses?.path as string
      return { metric, module: await loadMetric({ path, sha256: await files.hash(path) }, trust), alpha }
    }),
  )
}

export interface OwnRecorder {
  take(batch: Batch): Promise<void>
  /** What the module gave of each example. */
  readonly kept: readonly unknown[]
}

export function ownRecorder({ module }: Own, contender: string, { labels }: Data): OwnRecorder {
  const kept: unknown[] = []
  return {
    async take({ outputs, start, count, rows }) {
      for (let at = 0; at < count; at++) {
        const index = start + at
        const own = numbersOf(outputsOf(outputs, at, rows, contender))
        kept.push(await module.of({ outputs: own, label: labels?.[index], index }))
      }
    },
    kept,
  }
}

/** A user's module is given numbers, not the bits of half precision. */
function numbersOf(outputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, asNumbers(tensor)]))
}

type Kept = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>

/** The values of metrics that are means, and what becomes of the others on resampled examples. `kept`: contender → metric; production first. */
export function ownQuality(
  own: readonly Own[],
  kept: Kept,
  data: Data,
  seed: number,
): Pick<Quality, 'custom' | 'corpus'> {
  const custom = new Map<string, Record<string, readonly number[]>>()
  const corpus = new Map<string, Record<string, CorpusFigures>>()
  for (const each of own) {
    const { metric } = each
    const { combine } = each.module
    if (combine === undefined)
      custom.set(
        metric,
        byContender(kept, each, (values) => values as readonly number[]),
      )
    else
      corpus.set(
        metric,
        byContender(kept, each, (values, served) => figuresOf({ ...each, combine }, values, served, data, seed)),
      )
  }
  return {
    custom: Object.fromEntries(custom),
    ...(corpus.size === 0 ? {} : { corpus: Object.fromEntries(corpus) }),
  }
}

function byContender<Result>(
  kept: Kept,
  { metric }: Own,
  map: (values: readonly unknown[], served: readonly unknown[]) => Result,
): Record<string, Result> {
  const all = [...kept].map(([contender, metrics]) => [contender, metrics.get(metric) ?? []] as const)
  const [, served = []] = all[0] ?? []
  return Object.fromEntries(all.map(([contender, values]) => [contender, map(values, served)]))
}

function figuresOf(
  { combine, alpha }: { readonly combine: (kept: readonly unknown[]) => number; readonly alpha: number },
  values: readonly unknown[],
  served: readonly unknown[],
  { examples, groups }: Data,
  seed: number,
): CorpusFigures {
  const weighted = (weights: Uint8Array): readonly unknown[] =>
    values.flatMap((value, at) => Array<unknown>(weights[at] as number).fill(value))
  const resampling = { seed, resamples: resamplesFor(examples, alpha) }
  const figures = replicate((weights) => combine(weighted(weights)), { examples, groups }, resampling)
  const differing = values.filter((value, at) => !isDeepStrictEqual(value, served[at])).length
  return { ...figures, differing }
}
