import { type QualityMetric, sliceName, type UserMetric } from '../../core/metric.ts'
import type { Margin } from '../../core/quantity/index.ts'
import { edgeOf } from '../../stats/claims.ts'
import { widenedTo } from '../../stats/interval.ts'
import { detectableFrom, unaffordable, valuesNeededFrom } from '../../stats/planning.ts'
import { effectiveUnits, fewestUnits } from '../../stats/small-sample.ts'
import { notMeasured } from '../errors.ts'
import { cannotFail, noSkill } from '../row/cannot-fail.ts'
import { askedOf, type Comparing } from '../row/comparing.ts'
import type { Doubt } from '../row/doubt.ts'
import { type Asked, claimedIn, type JudgedRow, rowOf, tidied } from '../row/row.ts'
import { ruleSets } from '../row/rules.ts'
import { type Scale, scaleFor, tidy } from '../row/scale.ts'
import { type Examined, type Outcome, recordedOf, sampleOf } from './examined.ts'
import { outcomeOf } from './methods.ts'
import { onSlice } from './slice.ts'

type ComparingQuality = Comparing<QualityMetric | UserMetric>

/** A quality metric: values of both contenders on the same examples. */
export function qualityRow(comparing: ComparingQuality): JudgedRow {
  const { metric, question, alpha } = comparing
  const asked = askedOf(comparing)
  const stated = marginIn(metric, question.margin)
  const examined = { ...examinedOf(comparing), relative: 'relative' in stated }
  const outcome = outcomeOf(examined, metric)
  const { values, difference, method } = outcome
  const scale = scaleFor(stated, values[0])
  const found = { values, scale, interval: difference, method }
  // What is surely better is so whatever a guess would do.
  const needsSkill = ruleSets[comparing.rules].asksIfItCanFail && rowOf(asked, found).improved !== true
  const doubt = outcome.doubt ?? (needsSkill ? needless(comparing, examined, values[0], scale) : undefined)
  const row = tidied(rowOf(asked, { ...found, doubt }))
  return {
    ...row,
    ...(row.verdict === 'inconclusive' && doubt?.code !== 'cannot-fail' && doubt?.code !== 'no-skill'
      ? needsOf(examined, outcome, asked, scale)
      : {}),
    ...(difference.level === 0 ? {} : { detectable: tidy(detectableFrom(difference, alpha)) }),
  }
}

/** The doubt of a comparison that passes whatever the candidate answers. */
function needless(
  comparing: ComparingQuality,
  examined: Examined,
  production: number,
  scale: Scale,
): Doubt | undefined {
  const { metric } = comparing
  const asked = askedOf(comparing)
  const guess = metric.how === 'own' ? undefined : metric.guess?.(recordedOf(examined, metric.needs))
  return cannotFail(metric, asked, production, scale) ?? noSkill(metric, asked, production, { scale, guess })
}

function examinedOf(comparing: ComparingQuality): Omit<Examined, 'relative'> {
  const { name, slice, measurements, production, chosen, alpha, rules } = comparing
  const { quality, seed } = measurements
  if (quality === undefined) throw notMeasured(name, 'the models were not run on any data')
  const examined = slice === undefined ? quality : onSlice(quality, sliceName(slice), name)
  return { metric: name, quality: examined, production, chosen, alpha, seed, rules }
}

/** Nothing can be told in shares of a value that is always 0. */
function marginIn(metric: QualityMetric | UserMetric, margin: Margin): Margin {
  const ofOne = metric.how === 'paired' && metric.relativeTo === 'one'
  return ofOne && 'relative' in margin ? { absolute: margin.relative } : margin
}

function needsOf(
  examined: Examined,
  { difference, halfWidths }: Outcome,
  asked: Asked,
  scale: Scale,
): { needs?: { examples: number } } {
  const { estimate } = difference
  const sample = sampleOf(examined)
  const margin = edgeOf(estimate, claimedIn(asked, scale))
  const [seen, unseen] =
    halfWidths === undefined || ruleSets[examined.rules].allowsForUnseen === 'where-alike'
      ? [difference, 0]
      : [widenedTo({ ...difference, low: estimate, high: estimate }, halfWidths.seen), halfWidths.unseen]
  const planned = valuesNeededFrom(seen, sample.examples, { estimate, margin, alpha: asked.alpha })
  if (planned === undefined) return {}
  const shown = Math.ceil((sample.examples * unseen) / Math.abs(margin - estimate)) + 1
  const enough = Math.ceil((fewestUnits * sample.examples) / Math.max(1, effectiveUnits(sample)))
  const examples = Math.max(planned, sample.examples + 1, enough, shown)
  return examples <= unaffordable ? { needs: { examples } } : {}
}
