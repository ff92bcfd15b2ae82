import type { Quality } from '../../core/products/index.ts'
import type { RecordName } from '../../data/records.ts'
import type { Interval } from '../../stats/interval.ts'
import { effectiveUnits, fewestUnits, type Sample, unitsOf } from '../../stats/small-sample.ts'
import { verdictError } from '../errors.ts'

/** What one metric of quality is computed from, on the examples it is asked about. */
export interface Evidence {
  /** As it was asked for. */
  readonly metric: string
  readonly quality: Quality
  /** Contender ids. */
  readonly production: string
  readonly chosen: string
  /** One-sided error rate. */
  readonly alpha: number
  readonly seed: number
  /** The margin is a share of production's value: then the difference is told as one too, unless that value is 0. */
  readonly relative: boolean
}

/** How a metric came out. */
export interface Outcome {
  /** Production's value and the chosen contender's. */
  readonly values: readonly [number, number]
  /** The second less the first; where the evidence is relative, as a share of the first, which is as uncertain as the second. */
  readonly difference: Interval
  readonly method: string
  /** Why no verdict can be given whatever the interval says. */
  readonly doubt?: string | undefined
}

/** The record of production and of the chosen contender. Throws `metric-not-measured`. */
export function recordsOf(evidence: Evidence, record: RecordName): readonly [readonly number[], readonly number[]] {
  const { quality, production, chosen, metric } = evidence
  const held = record === 'classes' ? quality.predictions : quality.records?.[record]
  const of = (contender: string): readonly number[] => {
    const found = held?.[contender]
    if (found === undefined || found.length === 0) throw notMeasured(metric, `there are no predictions of ${contender}`)
    return found
  }
  return [of(production), of(chosen)]
}

/** Throws `metric-not-measured` where there are none. */
export function labelsOf({ quality, metric }: Evidence): readonly number[] {
  if (quality.labels === undefined) throw notMeasured(metric, `the data set ${quality.data} has no labels`)
  return quality.labels
}

export function sampleOf({ quality: { examples, groups } }: Evidence): Sample {
  return { examples, groups }
}

/** `1000 examples in 57 groups` */
export function sampleWords(evidence: Evidence): string {
  const sample = sampleOf(evidence)
  const examples = `${sample.examples} examples`
  return sample.groups === undefined ? examples : `${examples} in ${unitsOf(sample)} groups`
}

/** Why a sample is too small for intervals that rest on large ones; undefined when it is not. */
export function tooFew(sample: Sample): string | undefined {
  const units = effectiveUnits(sample)
  if (units >= fewestUnits) return undefined
  if (sample.groups === undefined) return `there are only ${sample.examples} examples, and ${fewestUnits} are needed`
  return `the groups are worth only ${Math.floor(units)} of equal size, and ${fewestUnits} are needed`
}

export function notMeasured(metric: string, why: string): Error {
  return verdictError('metric-not-measured', { metric, why })
}
