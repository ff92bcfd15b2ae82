import type { Slice } from '../../core/metric.ts'
import type { Measurements, Question } from '../../core/products/index.ts'
import type { Asked } from './row.ts'
import type { Rules } from './rules.ts'

/** What is asked of one metric, and of whom. */
export interface Comparing<Kind extends Comparable = Comparable> {
  /** As it was asked for: `accuracy[lang=de]`. */
  readonly name: string
  readonly metric: Kind
  readonly slice?: Slice | undefined
  readonly question: Question
  readonly measurements: Measurements
  /** Contender ids. */
  readonly production: string
  readonly chosen: string
  /** One-sided error rate. */
  readonly alpha: number
  readonly rules: Rules
}

/** What comparing needs of every kind of metric. */
interface Comparable {
  readonly unit: string
  readonly better: 'lower' | 'higher'
}

/** What its row is to say. */
export function askedOf({ name, metric, question, alpha }: Comparing, scenario?: string): Asked {
  const { unit, better } = metric
  return { metric: name, scenario, unit, better, claim: question.claim, alpha }
}
