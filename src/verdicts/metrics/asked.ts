import type { UserMetric } from '../../core/metric.ts'
import { nearest } from '../../core/nearest.ts'
import type { Question } from '../../core/products/index.ts'
import { verdictError } from '../errors.ts'
import { metricNamed, metricNames, type NamedMetric } from './index.ts'

export interface AskedMetric extends Pick<NamedMetric, 'slice'> {
  readonly metric: NamedMetric['metric'] | UserMetric
}

/**
 * The metric that a question is about. Only a question about a metric of the user's own says which way is better; evidence
 * keeps that, and not the module. Throws `metric-unknown`.
 */
export function metricAsked({ metric: name, uses, better }: Question): AskedMetric {
  if (better !== undefined || uses !== undefined)
    return { metric: { how: 'own', unit: '1', better: better ?? 'higher' } }
  const known = metricNamed(name)
  if (known !== undefined) return known
  throw verdictError('metric-unknown', { metric: name, nearest: nearest(name, metricNames), valid: metricNames })
}
