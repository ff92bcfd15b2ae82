import type { MetricSourceKind } from '../core/metric-source.ts'
import { targetSource } from './target.ts'

/** The table of metric sources: what can say how the traffic of a rollout went. */
export const sources: readonly MetricSourceKind[] = [targetSource]
