import { isMeant, type SpeedMetric } from '../../core/metric.ts'
import type { Speed } from '../../core/products/index.ts'
import { autocorrelation, effectiveSize } from '../../stats/autocorrelation.ts'
import { edgeOf } from '../../stats/claims.ts'
import { normalQuantile } from '../../stats/distributions.ts'
import { detectableChange, valuesNeeded } from '../../stats/planning.ts'
import { fewestValues } from '../../stats/signed-rank.ts'
import { notMeasured } from '../errors.ts'
import { cannotFail } from '../row/cannot-fail.ts'
import { askedOf } from '../row/comparing.ts'
import { type Asked, claimedIn, type JudgedRow, rowOf, tidied } from '../row/row.ts'
import { ruleSets } from '../row/rules.ts'
import { tidy } from '../row/scale.ts'
import { type Pair, pairsOf } from './blocks.ts'
import { clockDoubt, noiseOf } from './doubts.ts'
import { type ComparingSpeed, foundIn, type Paired, pairedOf } from './observations.ts'

/**
 * One row for each scenario in which the metric means something. A block is one observation: its workers ran side by side under the same
 * conditions.
 */
export function speedRows(comparing: ComparingSpeed): JudgedRow[] {
  const { name, metric, measurements } = comparing
  const { speed } = measurements
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0))
    throw notMeasured(name, 'the models were not benchmarked')
  const meant = speed.filter(({ scenario }) => isMeant(metric, scenario))
  if (meant.length === 0) throw notMeasured(name, needed(metric))
  return meant.map((measured) => speedRow(comparing, measured))
}

function needed({ only }: SpeedMetric): string {
  return only === 'isolated'
    ? 'the contenders share the GPU within a block; it needs a scenario with `order: isolated`'
    : 'an open loop answers what is sent; it needs a scenario without `rate:`'
}

function speedRow(comparing: ComparingSpeed, speed: Speed): JudgedRow {
  const { metric, rules } = comparing
  const asked = askedOf(comparing, speed.scenario.id)
  const pairs = pairsHeld(comparing, speed)
  const paired = pairedOf(comparing, speed, pairs)
  const noise = noiseOf(comparing, speed)
  const found = foundIn(paired, asked.alpha)
  const unfailing = ruleSets[rules].asksIfItCanFail
    ? cannotFail(metric, asked, found.values[0], found.scale)
    : undefined
  const doubt = found.doubt ?? unfailing ?? noise?.doubt ?? clockDoubt(comparing, speed, pairs, asked, found)
  const row = tidied(rowOf(asked, { ...found, doubt }))
  return {
    ...row,
    ...followed(paired.differences),
    ...(row.verdict === 'inconclusive' && unfailing === undefined ? needsOf(asked, paired) : {}),
    ...detectableOf(asked, paired),
    ...(noise === undefined ? {} : { noise: noise.floor }),
  }
}

/** Blocks are taken to be independent. Where they follow one another beyond chance, a row says how many they are worth. */
function followed(differences: readonly number[]): { effective?: number } {
  const n = differences.length
  const beyondChance = normalQuantile(0.99) / Math.sqrt(n)
  return n < fewestForSeries || autocorrelation(differences, 1) <= beyondChance
    ? {}
    : { effective: tidy(effectiveSize(differences)) }
}

/** Of fewer values nobody can tell. */
const fewestForSeries = 8

/** The pairs of every block, in order. Throws `metric-not-measured` when a block lacks a contender. */
function pairsHeld({ name, production, chosen }: ComparingSpeed, { scenario, blocks }: Speed): readonly Pair[] {
  const pairs = pairsOf(blocks, production, chosen)
  if (pairs.length < blocks.length)
    throw notMeasured(name, `a block of ${scenario.id} does not hold ${production} and ${chosen}`)
  return pairs
}

function needsOf(
  asked: Asked,
  { scale, differences, intervalOf, size, looks, doubt }: Paired,
): { needs?: { blocks: number } } {
  const { alpha } = asked
  const { estimate } = intervalOf(differences.length, alpha)
  const edge = edgeOf(estimate, claimedIn(asked, scale))
  const aim = { estimate, margin: scale.scale === 'relative' ? Math.log1p(edge) : edge, alpha }
  const values = valuesNeeded(differences, aim)
  if (values === undefined) return {}
  const least = doubt === undefined ? differences.length + 1 : differences.length
  const spent = Math.max(...looks.map((look) => look.spent), 0.5)
  return { needs: { blocks: size * Math.max(values, least, fewestValues(alpha * spent)) } }
}

function detectableOf({ better, alpha }: Asked, { scale, differences }: Paired): { detectable?: number } {
  const detectable = detectableChange(differences, alpha)
  if (detectable === undefined) return {}
  if (scale.scale === 'absolute') return { detectable: tidy(detectable) }
  return { detectable: tidy(better === 'lower' ? Math.expm1(detectable) : -Math.expm1(-detectable)) }
}
