import { z } from 'zod'
import { choiceSetting, chosenName } from '../../core/choice.ts'
import type { RolloutSettings as FrozenSettings } from '../../core/ledger.ts'
import { longestBakeMs } from '../../core/longest-bake.ts'
import type { MetricSourceKind } from '../../core/metric-source.ts'
import { duration, margin, type StatedMargin, share } from '../../core/quantity/index.ts'
import type { TargetKind } from '../../core/target.ts'
import { trafficMetric } from '../../core/traffic-metric.ts'
import { hookKinds } from '../../rollout/hooks/index.ts'
import { type Measured, marginProblem } from '../../verdicts/metrics/margins.ts'

const rule = z
  .strictObject({
    metric: trafficMetric.describe('What is compared between the candidate and the stable version.'),
    margin: margin().describe(
      'How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`).',
    ),
    'min-requests': z
      .int()
      .positive()
      .default(50)
      .describe('Fewer requests to the candidate than this are never judged.'),
  })
  .transform((raw, context): FrozenSettings['analysis'][number] => {
    const { such, ...metric } = judged[raw.metric]
    const { scale } = metric
    const margin = valueOn(scale, raw.margin)
    const wrong = (message: string): never => {
      context.addIssue({ code: 'custom', path: ['margin'], message })
      return z.NEVER
    }
    if (margin === undefined)
      return wrong(
        `expected ${scale === 'absolute' ? 'an absolute' : 'a relative'} margin such as ${such} for ${raw.metric}`,
      )
    const problem = marginProblem(raw.metric, metric, raw.margin, 'not-worse')
    if (problem !== undefined) return wrong(problem)
    return { metric: raw.metric, margin, minRequests: raw['min-requests'] }
  })

/** What traffic is judged by, and the scale of its margin. */
const judged: {
  readonly [Metric in z.output<typeof trafficMetric>]: Measured & {
    readonly scale: 'absolute' | 'relative'
    readonly such: string
  }
} = {
  'error-rate': { unit: 'share', better: 'lower', range: 1, scale: 'absolute', such: '1pp' },
  'latency.p50': { unit: 'ms', better: 'lower', scale: 'relative', such: '10%' },
}

function valueOn(scale: 'absolute' | 'relative', margin: StatedMargin): number | undefined {
  if ('relative' in margin) return scale === 'relative' ? margin.relative : undefined
  return scale === 'absolute' ? margin.absolute : undefined
}

const hook = choiceSetting(hookKinds, 'hook')

/** The settings of a rollout that can choose among these targets and metric sources. */
export function rolloutStageSettings(targets: readonly TargetKind[], sources: readonly MetricSourceKind[]) {
  return z.strictObject({
    target: choiceSetting(targets, 'target').describe('What serves the model, with its settings.'),
    source: choiceSetting(sources, 'metric source')
      .prefault({ target: {} })
      .describe("Where traffic counts of both versions come from; default: the target's own counts."),
    steps: z
      .array(share())
      .min(1)
      .refine(
        (steps) => steps.every((step, index) => step > (steps[index - 1] ?? 0)),
        'expected shares that rise, the first above 0%',
      )
      .refine((steps) => steps.at(-1) === 1, 'expected 100% as the last step')
      .prefault(['5%', '25%', '50%', '100%'])
      .describe('Shares of traffic that the candidate is given, one step after the other.'),
    bake: duration()
      .refine((ms) => ms > 0 && ms <= longestBakeMs, 'expected more than no time, and at most 365d')
      .prefault('60s')
      .describe('How long one look at a step lasts; a step gets one look, and more while it is inconclusive.'),
    analysis: z
      .array(rule)
      .min(1)
      .prefault([{ metric: 'error-rate', margin: '1pp' }])
      .describe('What must hold at each step. The last step, at full weight, is judged on errors alone.'),
    hold: z
      .int()
      .min(0)
      .default(3)
      .describe('How many more looks an inconclusive step gets, before the rollout is rolled back.'),
    'on-rollback': z.array(hook).default([]).describe('What to run once traffic is set back.'),
    'on-promoted': z.array(hook).default([]).describe('What to run once the version is in production.'),
  })
}

export type RolloutStageSettings = z.output<ReturnType<typeof rolloutStageSettings>>

/** What the ledger keeps of the settings when the rollout begins. */
export function settingsForLedger(settings: RolloutStageSettings): FrozenSettings {
  const { target, source, bake, analysis, hold } = settings
  const hooks = { promoted: settings['on-promoted'], 'rolled-back': settings['on-rollback'] }
  return { target, source, bakeMs: bake, analysis, hold, hooks }
}

/** Whether it serves from more than processes of its own, or tells others what became of it. */
export function reachesOut(settings: RolloutStageSettings, targets: readonly TargetKind[]): boolean {
  const target = targets.find(({ name }) => name === chosenName(settings.target))
  return target?.ownProcesses !== true || settings['on-rollback'].length + settings['on-promoted'].length > 0
}

/** Whether a hook of these runs a program of the user's own. */
export function runsUserCode(settings: RolloutStageSettings): boolean {
  const chosen = [...settings['on-rollback'], ...settings['on-promoted']].flatMap((each) => Object.keys(each))
  return hookKinds.some(({ name, runsUserCode }) => runsUserCode && chosen.includes(name))
}
