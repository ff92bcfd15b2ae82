import { z } from 'zod'
import { duration, margin, share } from '../../core/quantity/index.ts'
import type { TargetKind } from '../../core/target.ts'
import { type Hook, hook } from '../../rollout/hooks.ts'
import type { AnalysisRule } from '../../verdicts/traffic/index.ts'
import { type ChosenTarget, targetSetting } from '../target.ts'

export interface RolloutSettings {
  readonly target: ChosenTarget
  /** Shares, rising; the last is 1. */
  readonly steps: readonly number[]
  /** Milliseconds. */
  readonly bake: number
  readonly analysis: readonly AnalysisRule[]
  readonly hold: number
  readonly 'on-rollback': readonly Hook[]
  readonly 'on-promoted': readonly Hook[]
}

const rule = z
  .strictObject({
    metric: z
      .enum(['error-rate', 'latency.p50'])
      .describe('What is compared between the candidate and the stable version.'),
    margin: margin().describe(
      'How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`).',
    ),
    'min-requests': z
      .int()
      .positive()
      .default(50)
      .describe('Fewer requests to the candidate than this are never judged.'),
  })
  .transform((raw, context): AnalysisRule => {
    const minRequests = raw['min-requests']
    if (raw.metric === 'error-rate' && 'absolute' in raw.margin)
      return { metric: raw.metric, margin: raw.margin.absolute, minRequests }
    if (raw.metric === 'latency.p50' && 'relative' in raw.margin)
      return { metric: raw.metric, margin: raw.margin.relative, minRequests }
    const wanted = raw.metric === 'error-rate' ? 'an absolute margin such as 1pp' : 'a relative margin such as 10%'
    context.addIssue({ code: 'custom', path: ['margin'], message: `expected ${wanted} for ${raw.metric}` })
    return z.NEVER
  })

/** The settings of a rollout that can choose among these targets. */
export function rolloutSettings(targets: readonly TargetKind[]): z.ZodType<RolloutSettings> {
  return z.strictObject({
    target: targetSetting(targets).describe('What serves the model, with its settings.'),
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
      .refine((ms) => ms > 0, 'expected more than no time')
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
      .describe('How many more looks an inconclusive step gets, before the rollout is taken back.'),
    'on-rollback': z.array(hook).default([]).describe('What to run once traffic is set back.'),
    'on-promoted': z.array(hook).default([]).describe('What to run once the version is in production.'),
  })
}
