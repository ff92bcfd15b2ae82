import { metricNamed, sliceName } from '../../core/metric.ts'
import type { ComparisonRow } from '../../core/products/index.ts'
import type { Margin } from '../../core/quantity/index.ts'
import { edgeOf, judge } from '../../stats/claims.ts'
import type { Interval } from '../../stats/interval.ts'
import { detectableFrom, valuesNeededFrom } from '../../stats/planning.ts'
import { effectiveUnits, fewestUnits } from '../../stats/small-sample.ts'
import type { Comparing } from '../comparing.ts'
import { claimedIn, claimOf, scaleFor, tidy } from '../scale.ts'
import { explain } from '../words.ts'
import { type Evidence, notMeasured, sampleOf } from './evidence.ts'
import { methods, ownMetric } from './methods.ts'
import { onSlice } from './slice.ts'

/** A quality metric: values of both contenders on the same examples. */
export function pairedRow(comparing: Comparing): ComparisonRow {
  const { metric, question, alpha } = comparing
  const named = metricNamed(metric.name)?.metric.name
  const evidence = { ...evidenceOf(comparing), relative: 'relative' in marginOf(question.margin, named) }
  const outcome = (methods[named ?? ''] ?? ownMetric)(evidence)
  const [production, candidate] = outcome.values
  const { scale, margin } = scaleFor(marginOf(question.margin, named), production)
  const interval = outcome.difference
  const claimed = claimedIn(comparing, margin)
  const judgement = judge(interval, { ...claimed, alpha })
  const aim = { estimate: interval.estimate, margin: edgeOf(interval.estimate, claimed), alpha }
  const row = {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    production: tidy(production),
    candidate: tidy(candidate),
    scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin,
    ...claimOf(question),
    ...judgement,
    method: outcome.method,
    ...(judgement.verdict === 'inconclusive' ? needsOf(evidence, interval, aim) : {}),
    ...(interval.level === 0 ? {} : { detectable: tidy(detectableFrom(interval, alpha)) }),
  }
  return { ...row, why: explain(row, outcome.doubt) }
}

function evidenceOf({ metric, measurements, production, chosen, alpha }: Comparing): Omit<Evidence, 'relative'> {
  const { quality, seed } = measurements
  if (quality === undefined) throw notMeasured(metric.name, 'the models were not run on any data')
  const slice = metricNamed(metric.name)?.slice
  const examined = slice === undefined ? quality : onSlice(quality, sliceName(slice), metric.name)
  return { metric: metric.name, quality: examined, production, chosen, alpha, seed }
}

/** Production's own error is 0, and nothing can be told in shares of it: `1%` means an error of 1 %. */
function marginOf(margin: Margin, metric: string | undefined): Margin {
  return metric === 'output-error' && 'relative' in margin ? { absolute: margin.relative } : margin
}

function needsOf(
  evidence: Evidence,
  interval: Interval,
  aim: { readonly estimate: number; readonly margin: number; readonly alpha: number },
): { needs?: { examples: number } } {
  const sample = sampleOf(evidence)
  const planned = valuesNeededFrom(interval, sample.examples, aim)
  if (planned === undefined) return {}
  const enough = Math.ceil((fewestUnits * sample.examples) / Math.max(1, effectiveUnits(sample)))
  return { needs: { examples: Math.max(planned, sample.examples + 1, enough) } }
}
