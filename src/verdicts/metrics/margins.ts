import type { MetricFacts } from '../../core/metric.ts'
import type { Margin, MarginUnit, StatedMargin } from '../../core/quantity/index.ts'
import { printPoints, printShare, printValue } from '../../core/quantity/index.ts'
import type { Claim } from '../../stats/claims.ts'

/** What has to be known of a metric to tell what a margin of it can be. A user's own have no range that anybody knows. */
export type Measured = Pick<MetricFacts, 'unit' | 'better' | 'range'> & {
  /** `absolute` where no margin in per cent of production is taken. */
  readonly scale?: 'absolute' | 'relative'
}

/** What absolute margins in a unit are stated in, and how that is said. A bare number of milliseconds might be meant in seconds. */
const statedIn: {
  readonly [Unit in MetricFacts['unit']]: { readonly units: readonly MarginUnit[]; readonly words: string }
} = {
  ms: { units: ['ms'], words: 'a time such as 2ms' },
  B: { units: ['B'], words: 'a size such as 1MiB' },
  J: { units: ['J', ''], words: 'an energy such as 0.2J' },
  '1/s': { units: [''], words: 'a bare number per second such as 50' },
  '1': { units: [''], words: 'a bare number such as 0.01' },
  share: { units: ['pp', ''], words: 'percentage points such as 0.5pp, a bare number such as 0.005' },
}

/**
 * Why a margin cannot be one of a metric, a whole message without its full stop: its unit is another's, or nothing that the
 * metric measures can lie beyond it, so that the verdict would be known before. Undefined when it can.
 */
export function marginProblem(name: string, metric: Measured, margin: StatedMargin, claim: Claim): string | undefined {
  return foreignUnit(name, metric, margin) ?? outOfReach(name, metric, margin, claim)
}

/** The margin in the metric's unit, once its unit is known to be that. */
export function marginOf(stated: StatedMargin): Margin {
  return 'relative' in stated ? stated : { absolute: stated.absolute }
}

/** Nothing is the same in every unit. */
function foreignUnit(name: string, { unit, scale }: Measured, margin: StatedMargin): string | undefined {
  const { units, words } = statedIn[unit]
  if ('relative' in margin || units.includes(margin.unit) || (margin.absolute === 0 && margin.unit === ''))
    return undefined
  if (scale === 'absolute') return `expected ${words} as a margin of ${name}`.replace(', a bare', ' or a bare')
  return `expected ${words}, or 3% of production, as a margin of ${name}`
}

function outOfReach(
  name: string,
  { unit, better, range }: Measured,
  margin: StatedMargin,
  claim: Claim,
): string | undefined {
  if ('absolute' in margin) {
    if (range === undefined || margin.absolute < range) return undefined
    const most = unit === 'share' ? printPoints(range) : printValue(range, unit)
    return `expected a margin below ${most}: no two values of ${name} are further apart`
  }
  const downwards = (better === 'higher') !== (claim === 'better')
  if (!downwards || margin.relative < 1) return undefined
  const otherwise = claim === 'better' ? `${name} cannot get better by that much` : `${name} may fall to 0 and pass`
  return `expected a margin below ${printShare(1)}: otherwise ${otherwise}`
}
