import type { Span, Versions } from '../core/metric-source.ts'
import { printShare } from '../core/quantity/index.ts'
import { secondsOf, type TrafficWindow } from '../core/traffic.ts'
import { analyse, sharedAlpha, totals, windowsPerLook } from '../verdicts/traffic/index.ts'
import type { Pause } from './enforce.ts'
import { rolloutError } from './errors.ts'
import type { HeldLease } from './held-lease.ts'
import { patienceOf } from './lease.ts'
import { type Action, keys, weightOf } from './machine.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import type { RolloutState } from './state.ts'

/** Chance of a wrong promotion, and of a false rollback, over a whole rollout. */
const alpha = 0.01

/** Judges a step from all of its looks together; the traffic of a look is asked of the source in several windows. */
export async function judge(
  { step, look, span }: Action & { do: 'judge' },
  state: RolloutState,
  plan: RolloutPlan,
  ports: Ports,
  lease: HeldLease,
): Promise<Pause | undefined> {
  const weight = weightOf(state)
  const { analysis, hold } = plan.settings
  const alphas = sharedAlpha(alpha, { steps: state.steps.length, hold, metrics: analysis.length })
  const seen = await windowsOf(cut(span, windowsPerLook(analysis, alphas)), plan, ports)
  if (seen === undefined) return pauseBriefly(plan, ports, 'the metric source')
  const windows = [...windowsAt(state, (at) => at === step), ...seen]
  const before = totals(windowsAt(state, (at) => at < step)).stable
  const { verdict, judgements } = analyse(analysis, windows, weight, before, alphas)
  const { stable, candidate } = totals(windows)
  ports.progress(
    `${printShare(weight)} of traffic: ${verdict} (${judgements.map(({ why }) => why).join('; ')})`,
    (step + 1) / state.steps.length,
  )
  lease.add(keys.look(plan.id, step, look), {
    kind: 'rollout-judged',
    model: plan.model,
    rollout: plan.id,
    step,
    verdict,
    requests: { stable: stable.requests, candidate: candidate.requests },
    judgements,
    seconds: windows.reduce((sum, window) => sum + secondsOf(window), 0),
    windows: seen,
  })
  return undefined
}

function windowsAt({ looks }: RolloutState, holds: (step: number) => boolean): readonly TrafficWindow[] {
  return looks.filter(({ step }) => holds(step)).flatMap(({ windows }) => windows)
}

/** A stretch of time in equal parts, to the millisecond. */
function cut({ from, to }: Span, count: number): Span[] {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const bounds = Array.from({ length: count + 1 }, (_, at) =>
    new Date(Math.round(start + ((end - start) * at) / count)).toISOString(),
  )
  return bounds.slice(1).map((each, at) => ({ from: bounds[at] as string, to: each }))
}

/** What the source says of each span; undefined while it cannot say yet. What it never tells counts as no traffic. */
async function windowsOf(
  spans: readonly Span[],
  plan: RolloutPlan,
  ports: Ports,
): Promise<TrafficWindow[] | undefined> {
  const windows: TrafficWindow[] = []
  for (const span of spans) {
    const window = await ports.source.window(span, versionsOf(plan))
    if (window === undefined && !isOverdue(span, plan, ports)) return undefined
    windows.push(window ?? { ...span, stable: silence, candidate: silence })
  }
  return windows
}

const silence = { requests: 0, errors: 0 } as const

function isOverdue({ to }: Span, plan: RolloutPlan, { clock }: Ports): boolean {
  return Date.parse(clock.now()) - Date.parse(to) > patienceOf(plan)
}

function versionsOf({ from, version }: RolloutPlan): Versions {
  return { stable: from, candidate: version }
}

/** A rollback is proven by traffic none of which reached the candidate and, where there is a version before it, some of which reached that. */
export async function verifyRollback(
  { spans, last, why }: Action & { do: 'verify' },
  plan: RolloutPlan,
  ports: Ports,
  lease: HeldLease,
): Promise<Pause | undefined> {
  const window = await latestTold(spans, plan, ports)
  const oldest = spans.at(-1)
  if (window === undefined && oldest !== undefined && !isOverdue(oldest, plan, ports))
    return pauseBriefly(plan, ports, 'the metric source')
  const [stable, candidate] = [window?.stable.requests ?? 0, window?.candidate.requests ?? 0]
  if (window !== undefined && candidate === 0 && (stable > 0 || plan.from === undefined)) {
    lease.add(keys.finished(plan.id), {
      kind: 'rollout-finished',
      model: plan.model,
      rollout: plan.id,
      outcome: 'rolled-back',
      why,
      verified: { stable, candidate },
    })
    return undefined
  }
  if (last) throw rolloutError('rollback-unverified', { rollout: plan.id, stable, candidate })
  return pauseBriefly(plan, ports, 'traffic to be back')
}

/** The first of some spans, newest first, of which the source can tell. */
async function latestTold(
  spans: readonly Span[],
  plan: RolloutPlan,
  { source }: Ports,
): Promise<TrafficWindow | undefined> {
  for (const span of spans) {
    const window = await source.window(span, versionsOf(plan))
    if (window !== undefined) return window
  }
  return undefined
}

/** Asks again soon, measured by how long a look lasts. */
export function pauseBriefly({ settings: { bakeMs } }: RolloutPlan, { clock }: Ports, what: string): Pause {
  const ms = Math.min(5000, Math.max(50, bakeMs / 20))
  return { until: new Date(Date.parse(clock.now()) + ms).toISOString(), why: `waits for ${what}` }
}
