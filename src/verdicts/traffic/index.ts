import type { RolloutJudgement } from '../../core/products/index.ts'
import { printMilliseconds, printPoints, printShare, printSigned } from '../../core/quantity/index.ts'
import type { LatencyHistogram, TrafficWindow, VersionTraffic } from '../../core/traffic.ts'
import { combine, type Verdict } from '../../core/verdict.ts'
import { addHistograms, countOf, histogramQuantile } from '../../stats/histogram.ts'
import { proportionDifference } from '../../stats/proportions.ts'
import { fewestValues, signedRankInterval } from '../../stats/signed-rank.ts'

/** What is judged at each step. The margin of `error-rate` is absolute (0.01 is 1 pp), that of `latency.p50` relative. */
export interface AnalysisRule {
  readonly metric: 'error-rate' | 'latency.p50'
  readonly margin: number
  /** Fewer requests to the candidate than this are too few to say anything. */
  readonly minRequests: number
}

/** Requests to the stable version that a step with none of its own is measured against. */
export interface Reference {
  readonly requests: number
  readonly errors: number
}

/** One-sided error rates of a single look. */
export interface Alphas {
  /** Of calling a candidate good that is worse than the margin. */
  readonly pass: number
  /** Of calling a candidate bad that is within the margin. */
  readonly fail: number
}

export interface Analysis {
  readonly verdict: Verdict
  readonly judgements: readonly RolloutJudgement[]
}

const errorRate: AnalysisRule = { metric: 'error-rate', margin: 0.01, minRequests: 50 }

/**
 * Shares an error rate among all planned looks (Bonferroni). A wrong promotion needs a wrong pass at every step and on every
 * metric, so the looks of one step share alpha; a false alarm at any look of any step on any metric takes the whole rollout back.
 */
export function sharedAlpha(
  alpha: number,
  { steps, hold, metrics }: { readonly steps: number; readonly hold: number; readonly metrics: number },
): Alphas {
  const looks = 1 + hold
  return { pass: alpha / looks, fail: alpha / (looks * steps * metrics) }
}

/** Into how many windows a look must be cut so that its verdicts can reach their error rates, with two to spare. */
export function windowsPerLook(rules: readonly AnalysisRule[], alphas: Alphas): number {
  return rules.some(({ metric }) => metric === 'latency.p50') ? fewestValues(Math.min(alphas.pass, alphas.fail)) + 2 : 1
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
  const judgements =
    weight < 1 ? rules.map((rule) => judge(rule, windows, alphas)) : [judgeAlone(rules, windows, before, alphas)]
  return { verdict: combine(judgements.map(({ verdict }) => verdict)), judgements }
}

/** Requests and errors of each version over several windows. */
export function totals(windows: readonly TrafficWindow[]): {
  readonly stable: Reference
  readonly candidate: Reference
} {
  const sum = (of: (window: TrafficWindow) => VersionTraffic): Reference => ({
    requests: windows.reduce((total, window) => total + of(window).requests, 0),
    errors: windows.reduce((total, window) => total + of(window).errors, 0),
  })
  return { stable: sum((window) => window.stable), candidate: sum((window) => window.candidate) }
}

function judge(rule: AnalysisRule, windows: readonly TrafficWindow[], alphas: Alphas): RolloutJudgement {
  if (rule.metric === 'latency.p50') return judgeLatency(rule, windows, alphas)
  const { stable, candidate } = totals(windows)
  return judgeErrors(rule, stable, candidate, `${printShare(rateOf(stable))} of stable's`, alphas)
}

function judgeAlone(
  rules: readonly AnalysisRule[],
  windows: readonly TrafficWindow[],
  before: Reference,
  alphas: Alphas,
): RolloutJudgement {
  const rule = rules.find(({ metric }) => metric === 'error-rate') ?? errorRate
  const { candidate } = totals(windows)
  if (before.requests > 0)
    return judgeErrors(rule, before, candidate, `${printShare(rateOf(before))} of stable's before`, alphas)
  // A version that never fails, seen as often as anyone likes.
  const flawless = { requests: Number.MAX_SAFE_INTEGER, errors: 0 }
  return judgeErrors(rule, flawless, candidate, 'none, as there is nothing to compare with', alphas)
}

/** The difference of two proportions, with Newcombe's interval. */
function judgeErrors(
  rule: AnalysisRule,
  stable: Reference,
  candidate: Reference,
  against: string,
  alphas: Alphas,
): RolloutJudgement {
  const at = (alpha: number) =>
    proportionDifference(candidate.errors, candidate.requests, stable.errors, stable.requests, 1 - 2 * alpha)
  const [low, high] = [at(alphas.fail).low, at(alphas.pass).high]
  const interval = { low, high, level: 1 - alphas.pass - alphas.fail }
  const enough = candidate.requests >= rule.minRequests && stable.requests > 0
  const verdict = enough ? verdictOf(interval, rule.margin) : 'inconclusive'
  const rates = `${candidate.errors} of ${candidate.requests} requests failed (${printShare(rateOf(candidate))}) against ${against}`
  return {
    metric: rule.metric,
    stable: rateOf(stable),
    candidate: rateOf(candidate),
    change: rateOf(candidate) - rateOf(stable),
    interval,
    margin: rule.margin,
    verdict,
    why: enough
      ? `error-rate: ${rates}; the difference is between ${points(low)} and ${points(high)}, the margin ${printPoints(rule.margin, 4)}`
      : `error-rate: too few requests to judge (${candidate.requests} to the candidate, ${stable.requests} to stable; ${rule.minRequests} are needed)`,
  }
}

/** Windows pair what both versions met at the same time; the interval is the signed-rank test's, on log-ratios of medians. */
function judgeLatency(rule: AnalysisRule, windows: readonly TrafficWindow[], alphas: Alphas): RolloutJudgement {
  const pairs = pairedWindows(windows)
  const needed = fewestValues(Math.min(alphas.pass, alphas.fail))
  const all = (of: (window: TrafficWindow) => VersionTraffic): number =>
    medianOf(addHistograms(windows.map((window) => of(window).latency ?? [])))
  const facts = {
    metric: rule.metric,
    stable: all((window) => window.stable),
    candidate: all((window) => window.candidate),
    margin: rule.margin,
  }
  const requests = totals(windows).candidate.requests
  if (pairs.length < needed || requests < rule.minRequests) {
    const change = facts.stable === 0 ? 0 : facts.candidate / facts.stable - 1
    const why = `latency.p50: too little to judge (${pairs.length} windows of ${needed}, ${requests} requests of ${rule.minRequests})`
    // No interval: its ends are the estimate, and its level says that nothing is claimed.
    return { ...facts, change, interval: { low: change, high: change, level: 0 }, verdict: 'inconclusive', why }
  }
  const ratios = pairs.map(({ stable, candidate }) => Math.log(candidate / stable))
  const [below, above] = [signedRankInterval(ratios, alphas.fail), signedRankInterval(ratios, alphas.pass)]
  const interval = {
    low: Math.exp(below.low) - 1,
    high: Math.exp(above.high) - 1,
    level: (below.level + above.level) / 2,
  }
  return {
    ...facts,
    change: Math.exp(above.estimate) - 1,
    interval,
    verdict: verdictOf(interval, rule.margin),
    why: `latency.p50: ${printMilliseconds(facts.candidate)} against ${printMilliseconds(facts.stable)}; the change is between ${percent(interval.low)} and ${percent(interval.high)}, the margin ${printShare(rule.margin)}`,
  }
}

/** Medians of fewer values than this say more about the queue than about the version. */
const fewestPerWindow = 5

/** Neighbouring windows are joined until both versions have enough requests; what is left at the end goes to the last pair. */
function pairedWindows(windows: readonly TrafficWindow[]): { readonly stable: number; readonly candidate: number }[] {
  const pairs: { readonly stable: LatencyHistogram; readonly candidate: LatencyHistogram }[] = []
  let open: { readonly stable: LatencyHistogram; readonly candidate: LatencyHistogram } = { stable: [], candidate: [] }
  for (const { stable, candidate } of windows) {
    open = joined(open, { stable: stable.latency ?? [], candidate: candidate.latency ?? [] })
    if (Math.min(countOf(open.stable), countOf(open.candidate)) < fewestPerWindow) continue
    pairs.push(open)
    open = { stable: [], candidate: [] }
  }
  const last = pairs.pop()
  if (last !== undefined) pairs.push(joined(last, open))
  return pairs.map(({ stable, candidate }) => ({ stable: medianOf(stable), candidate: medianOf(candidate) }))
}

function joined<Both extends { readonly stable: LatencyHistogram; readonly candidate: LatencyHistogram }>(
  first: Both,
  second: Both,
): { readonly stable: LatencyHistogram; readonly candidate: LatencyHistogram } {
  return {
    stable: addHistograms([first.stable, second.stable]),
    candidate: addHistograms([first.candidate, second.candidate]),
  }
}

/** More than the margin worse beyond doubt is a fail, less beyond doubt a pass; all metrics here are better when lower. */
function verdictOf({ low, high }: { readonly low: number; readonly high: number }, margin: number): Verdict {
  if (high < margin) return 'pass'
  return low > margin ? 'fail' : 'inconclusive'
}

function rateOf({ requests, errors }: Reference): number {
  return requests === 0 ? 0 : errors / requests
}

/** Milliseconds; 0 of nothing. */
function medianOf(latency: LatencyHistogram): number {
  return latency.length === 0 ? 0 : histogramQuantile(latency, 0.5)
}

/** `+1.2 pp`. */
function points(difference: number): string {
  return printSigned(difference, (size) => printPoints(size, 3))
}

/** `+1.2 %`. */
function percent(change: number): string {
  return printSigned(change, (size) => printShare(size, 3))
}
