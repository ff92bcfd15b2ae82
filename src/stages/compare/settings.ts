import path from 'node:path'
import { z } from 'zod'
import type { Metric } from '../../core/metric.ts'
import { keepsItsPlace, placeLost } from '../../core/name.ts'
import { nearest } from '../../core/nearest.ts'
import type { Question } from '../../core/products/index.ts'
import { type Margin, margin, parseMargin } from '../../core/quantity/index.ts'
import type { TypeOf } from '../../core/schema.ts'
import type { Claim } from '../../stats/claims.ts'
import { metricNamed, metricNames } from '../../verdicts/metrics/index.ts'
import { type Measured, marginOf, marginProblem } from '../../verdicts/metrics/margins.ts'

const metricSettings = z.strictObject({
  margin: margin()
    .optional()
    .describe(
      'How much worse is still acceptable: `3%` of production, or in the unit of the metric: `0.5pp` of a share, `2ms` of a time, `1MiB` of a size, `0.2J` of energy, `0.005` of what has no unit. With `claim:`, how much better it has to be, or how different it may be.',
    ),
  claim: z
    .enum(['not-worse', 'better', 'equivalent'])
    .default('not-worse')
    .describe(
      '`not-worse` than production by the margin; `better` than production by more than the margin, which is then nothing unless stated; `equivalent`: neither worse nor better by the margin.',
    ),
  uses: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A metric of your own: a module whose default export gives a number for `{ outputs, label, index }`, or whose export `combine` makes one number of what it gave for all examples.',
    ),
  better: z.enum(['lower', 'higher']).optional().describe('Which way is good, for a metric of your own.'),
})

interface MetricSettings extends TypeOf<typeof metricSettings> {}

export const compareSettings = z.strictObject({
  against: z.literal('production').default('production').describe('What the candidate is compared with.'),
  metrics: z
    .record(z.string(), metricSettings)
    .superRefine((given, context) => {
      if (Object.keys(given).length === 0) context.addIssue({ code: 'custom', message: 'name at least one metric' })
      for (const [name, settings] of Object.entries(given)) {
        const message = objection(name, settings)
        if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message, params: { metric: name } })
        const margin = message === undefined ? marginObjection(name, settings) : undefined
        if (margin !== undefined) context.addIssue({ code: 'custom', path: [name, 'margin'], message: margin })
      }
    })
    .describe('The metrics to compare, each with its margin.'),
  interface: z
    .enum(['kept', 'stated'])
    .default('stated')
    .describe(
      'The interface of the candidate against production: `stated` says what changed, and a release makes a major version of what breaks callers; `kept` fails what breaks callers.',
    ),
  outputs: z
    .enum(['alike', 'stated'])
    .default('stated')
    .describe(
      'The outputs of the candidate against production on the same inputs, made up where there are no data: `stated` says how far they differ; `alike` is inconclusive where that is more than 10 %, or more than a quarter of how far the outputs of production differ from input to input.',
    ),
  alpha: z
    .number()
    .min(0.0001)
    .max(0.2)
    .default(0.01)
    .describe('How often a verdict of a metric may be wrong, each way: 0.01 is once in a hundred.'),
})

export interface CompareSettings extends TypeOf<typeof compareSettings> {}

/** The questions these settings ask of the benchmark. `folder` is where relative paths start. */
export function questionsOf(settings: CompareSettings, folder: string): Question[] {
  return Object.entries(settings.metrics).map(([metric, { margin: stated, claim, uses, better }]) => ({
    metric,
    margin: stated === undefined ? usualMargin(metric, claim) : marginOf(stated),
    alpha: settings.alpha,
    ...(claim === 'not-worse' ? {} : { claim }),
    ...(uses === undefined ? {} : { uses: { path: path.resolve(folder, uses) }, better }),
  }))
}

/** The files of a user's own metrics, absolute. */
export function metricFiles(settings: CompareSettings, folder: string): string[] {
  return Object.values(settings.metrics).flatMap(({ uses }) => (uses === undefined ? [] : [path.resolve(folder, uses)]))
}

function objection(name: string, settings: MetricSettings): string | undefined {
  const known = metricNamed(name)?.metric
  if (settings.uses === undefined) return known === undefined ? unknownMetric(name) : turnedRound(name, known, settings)
  if (known !== undefined) return `${name} is a metric of Airworthy; give your own another name`
  if (!keepsItsPlace(name)) return `${name} cannot be the name of a metric: ${placeLost}`
  if (settings.better === undefined)
    return `say which way ${name} is good, with \`better: lower\` or \`better: higher\``
  return settings.margin === undefined ? `state a \`margin:\` for ${name}` : undefined
}

/** What is good is known of a metric of the table. */
function turnedRound(name: string, { better }: Pick<Metric, 'better'>, settings: MetricSettings): string | undefined {
  if (settings.better === undefined) return undefined
  return `\`better:\` is for metrics of your own, and of ${name} ${better} is better: leave it out`
}

/** Why a margin is none of its metric. */
function marginObjection(name: string, { margin, claim, better = 'higher' }: MetricSettings): string | undefined {
  const metric: Measured = metricNamed(name)?.metric ?? { unit: '1', better }
  return margin === undefined ? undefined : marginProblem(name, metric, margin, claim)
}

function unknownMetric(name: string): string {
  const meant = nearest(name, metricNames)
  const hint = meant === undefined ? '' : `; the nearest is ${meant}`
  return `unknown metric "${name}"${hint}; metrics are ${metricNames.join(', ')}; your own needs \`uses:\``
}

/** Only metrics of the table get here without a margin of their own. To be better, by anything, is enough where nothing is said. */
function usualMargin(metric: string, claim: Claim): Margin {
  if (claim === 'better') return { relative: 0 }
  return marginOf(parseMargin(metricNamed(metric)?.metric.margin ?? '0%') ?? { relative: 0 })
}
