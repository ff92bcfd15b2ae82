import type { TrafficWindow } from '../../core/traffic.ts'
import type { Interval } from '../../stats/interval.ts'
import { signedRankInterval } from '../../stats/signed-rank.ts'
import type { Doubt } from '../row/doubt.ts'
import { type JudgedRow, rowOf } from '../row/row.ts'
import { type Medians, mediansOf, pairedMedians } from './latencies.ts'
import { totals } from './requests.ts'
import { type Alphas, type AnalysisRule, fewestWindows } from './rules.ts'

/** Windows pair what both versions met at the same time; the interval is the signed-rank test's, on log-ratios of medians. */
export function latencyRow(rule: AnalysisRule, windows: readonly TrafficWindow[], alphas: Alphas): JudgedRow {
  const pairs = pairedMedians(windows)
  const { stable, candidate } = mediansOf(windows)
  const doubt = tooFew(rule, pairs, totals(windows).candidate.requests, alphas)
  const change = stable === 0 ? 0 : candidate / stable - 1
  return rowOf(
    { metric: 'latency.p50', unit: 'ms', better: 'lower', alpha: (alphas.pass + alphas.fail) / 2 },
    {
      values: [stable, candidate],
      scale: { scale: 'relative', margin: rule.margin },
      // With a doubt no interval: its ends are the estimate, and its level says that nothing is claimed.
      interval:
        doubt === undefined ? changeOf(pairs, alphas) : { estimate: change, low: change, high: change, level: 0 },
      method: { code: 'windows', windows: pairs.length },
      doubt,
    },
  )
}

function tooFew(
  { minRequests }: AnalysisRule,
  { length: windows }: readonly Medians[],
  requests: number,
  alphas: Alphas,
): Doubt | undefined {
  const needed = fewestWindows(alphas)
  if (windows >= needed && requests >= minRequests) return undefined
  return { code: 'few-windows', windows, needed, requests, requestsNeeded: minRequests }
}

function changeOf(pairs: readonly Medians[], alphas: Alphas): Interval {
  const ratios = pairs.map(({ stable, candidate }) => Math.log(candidate / stable))
  const [below, above] = [signedRankInterval(ratios, alphas.fail), signedRankInterval(ratios, alphas.pass)]
  return {
    estimate: Math.exp(above.estimate) - 1,
    low: Math.exp(below.low) - 1,
    high: Math.exp(above.high) - 1,
    level: (below.level + above.level) / 2,
  }
}
