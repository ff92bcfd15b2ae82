import type { RolloutJudgement } from '../../core/products/index.ts'
import type { TrafficWindow } from '../../core/traffic.ts'
import { combine, type Verdict } from '../../core/verdict.ts'
import type { JudgedRow } from '../row/row.ts'
import { trafficReason } from '../words/traffic.ts'
import { errorRow, flawless } from './error-rate.ts'
import { latencyRow } from './latency.ts'
import { type Reference, totals } from './requests.ts'
import type { Alphas, AnalysisRule } from './rules.ts'

export { type Reference, totals } from './requests.ts'
export { type Alphas, type AnalysisRule, sharedAlpha, windowsPerLook } from './rules.ts'

export interface Analysis {
  readonly verdict: Verdict
  readonly judgements: readonly RolloutJudgement[]
}

/**
 * Judges a step from all of its traffic so far. While both versions serve, they are compared at the same time; at full weight
 * the stable version has no traffic, so errors alone are judged, against `before`: the stable version's requests earlier in
 * this rollout, or no errors at all where there were none.
 */
export function analyse(
  rules: readonly AnalysisRule[],
  windows: readonly TrafficWindow[],
  weight: number,
  before: Reference,
  alphas: Alphas,
): Analysis {
  const rows = weight < 1 ? trafficRows(rules, windows, alphas) : [rowAlone(rules, windows, before, alphas)]
  return { verdict: combine(rows.map(({ verdict }) => verdict)), judgements: rows.map(judgementFrom) }
}

/** A row for each rule, candidate against stable, while both serve. */
function trafficRows(rules: readonly AnalysisRule[], windows: readonly TrafficWindow[], alphas: Alphas): JudgedRow[] {
  return rules.map((rule) => rowsOfTraffic[rule.metric](rule, windows, alphas))
}

type TrafficRow = (rule: AnalysisRule, windows: readonly TrafficWindow[], alphas: Alphas) => JudgedRow

/** What traffic can be judged by. */
const rowsOfTraffic: { readonly [Metric in AnalysisRule['metric']]: TrafficRow } = {
  'error-rate': (rule, windows, alphas) => {
    const { stable, candidate } = totals(windows)
    return errorRow(rule, { seen: 'beside', stable }, candidate, alphas)
  },
  'latency.p50': latencyRow,
}

const usualRule: AnalysisRule = { metric: 'error-rate', margin: 0.01, minRequests: 50 }

function rowAlone(
  rules: readonly AnalysisRule[],
  windows: readonly TrafficWindow[],
  before: Reference,
  alphas: Alphas,
): JudgedRow {
  const rule = rules.find(({ metric }) => metric === 'error-rate') ?? usualRule
  const against = before.requests > 0 ? { seen: 'before' as const, stable: before } : flawless
  return errorRow(rule, against, totals(windows).candidate, alphas)
}

/** A row as the ledger records it. */
function judgementFrom(row: JudgedRow): RolloutJudgement {
  const { metric, production, candidate, change, interval, margin, verdict } = row
  return { metric, stable: production, candidate, change, interval, margin, verdict, why: trafficReason(row) }
}
