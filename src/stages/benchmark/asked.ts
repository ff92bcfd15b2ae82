import type { Metric } from '../../core/metric.ts'
import type { Question } from '../../core/products/index.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'

/** What the questions make it necessary to measure; everything that can be, when there are none. */
export interface Asked {
  readonly speed: boolean
  readonly parameters: boolean
  /** Metrics of the table that need predictions, by the names that were asked for (`accuracy[lang=de]`), in the order of the questions. */
  readonly quality: readonly string[]
  /** Metrics of the user's own. */
  readonly custom: readonly Question[]
  /** False when nothing was asked: then quality is measured only where that is possible. */
  readonly insists: boolean
}

/** What to measure of a candidate that is production itself: nothing but its counts. */
export const nothing: Asked = { speed: false, parameters: false, quality: [], custom: [], insists: false }

export function askedBy(questions: readonly Question[]): Asked {
  if (questions.length === 0) {
    return { speed: true, parameters: true, quality: ['accuracy', 'agreement'], custom: [], insists: false }
  }
  const asks = (how: Metric['how']): readonly string[] =>
    questions.flatMap(({ metric }) => (metricNamed(metric)?.metric.how === how ? [metric] : []))
  return {
    speed: asks('ratio').length > 0,
    parameters: asks('exact').includes('parameters'),
    quality: asks('paired'),
    custom: questions.filter(({ uses }) => uses !== undefined),
    insists: true,
  }
}
