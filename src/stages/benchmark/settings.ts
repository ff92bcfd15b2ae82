import { z } from 'zod'
import type { Scenario } from '../../core/products/index.ts'
import { duration } from '../../core/quantity/index.ts'
import type { TypeOf } from '../../core/schema.ts'
import { providerNames } from '../../providers/index.ts'
import { providerOptions } from '../../providers/options.ts'
import { runnerLabels, shardName } from './runners.ts'

const oneOrMore = (least: number) => z.union([z.int().min(least), z.array(z.int().min(least)).min(1)])

/** Requests a second: a turn holds ten of them, and takes no longer than the ten minutes that a worker is waited for. */
const rate = z.number().min(0.02)

const scenario = z
  .strictObject({
    provider: z
      .enum(providerNames as [string])
      .default('cpu')
      .describe('What runs the model.'),
    batch: oneOrMore(1).default(1).describe('Examples in one run; a list measures each.'),
    threads: oneOrMore(0)
      .default(1)
      .describe('Threads inside one operator; 0 leaves the choice to the runtime; a list measures each.'),
    options: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("The provider's own options, such as `{ device: 1 }` for cuda."),
    'allow-fallback': z
      .boolean()
      .default(false)
      .describe(
        'Lets the CPU run nodes that the provider does not take, with a warning that names them; else that is an error.',
      ),
    rate: z
      .union([rate, z.array(rate).min(1)])
      .optional()
      .describe(
        'Requests a second, sent at random moments whether or not earlier ones are answered, so that waiting counts (an open loop); a list measures each. One run after the other, when left out.',
      ),
    order: z
      .enum(['interleaved', 'isolated'])
      .default('interleaved')
      .describe(
        '`interleaved`: short turns, one contender after the other; `isolated`: each alone, for models whose workers disturb one another even when idle.',
      ),
    runner: runnerLabels
      .optional()
      .describe(
        'The machine that measures it in a workflow with a matrix: a label or a list of labels, as in `runs-on`. See `airworthy plan --matrix`.',
      ),
  })
  .superRefine(({ provider, options = {} }, context) => {
    const checked = providerOptions[provider as keyof typeof providerOptions].safeParse(options)
    for (const issue of checked.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['options', ...issue.path], message: `${provider}: ${issue.message}` })
  })

const blocks = z
  .strictObject({
    min: z.int().min(1).default(8).describe('Blocks that are measured even beyond the budget.'),
    max: z.int().min(1).default(1000).describe('Blocks after which it stops within the budget.'),
  })
  .refine(({ min, max }) => min <= max, '`min` is larger than `max`')

/** Each takes seconds at least; real pipelines have a few, and some hundreds at most. */
const mostScenarios = 1000

function combinationsOf(entries: readonly TypeOf<typeof scenario>[]): number {
  return entries.reduce(
    (sum, entry) => sum + listOf(entry.batch).length * listOf(entry.threads).length * ratesOf(entry).length,
    0,
  )
}

export const benchmarkSettings = z.strictObject({
  scenarios: z
    .array(scenario)
    .min(1)
    .prefault([{}])
    .refine((entries) => combinationsOf(entries) <= mostScenarios, `expected at most ${mostScenarios} combinations`)
    .describe('The conditions to measure under: every combination of provider, batch and threads of each entry.'),
  budget: duration()
    .prefault('20s')
    .describe(
      'The most time for measuring speed, shared by all scenarios; it ends sooner when every question is answered.',
    ),
  blocks: blocks.prefault({}).describe('How many blocks of fresh processes; a verdict at 1 % needs at least 8.'),
  data: z
    .string()
    .optional()
    .describe(
      'The data set that feeds the models, another batch of it in every block, and that quality is measured on. Default: the data set called eval, if there is one.',
    ),
  shapes: z
    .record(z.string(), z.array(z.int().min(1)))
    .default({})
    .describe('Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit.'),
  outputs: z
    .boolean()
    .optional()
    .describe(
      'Whether production and the candidate are run on the same inputs, to measure how far their outputs differ. Default: where models are run for their speed and no metric of quality is compared.',
    ),
  seed: z.int().default(1).describe('Orders of turns and made-up inputs follow from it.'),
  'noise-floor': z
    .boolean()
    .default(true)
    .describe(
      'Measures a second copy of production in every fourth pair of blocks. If the two copies differ significantly and by more than half the margin, the metric is inconclusive.',
    ),
})

/** With times in milliseconds. */
export interface BenchmarkSettings extends TypeOf<typeof benchmarkSettings> {}

/** Every combination once, in the order of the settings, with ids such as `cpu/b32/t1`. */
export function scenariosOf(settings: BenchmarkSettings): Scenario[] {
  const all = settings.scenarios.flatMap((entry) =>
    listOf(entry.batch).flatMap((batch) =>
      listOf(entry.threads).flatMap((threads) =>
        ratesOf(entry).map((rate) => toScenario(entry, { batch, threads, rate })),
      ),
    ),
  )
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

type Entry = BenchmarkSettings['scenarios'][number]

/** One closed loop, or an open one for each rate. */
function ratesOf({ rate }: Entry): readonly (number | undefined)[] {
  return rate === undefined ? [undefined] : listOf(rate)
}

function toScenario(
  entry: Entry,
  { batch, threads, rate }: { readonly batch: number; readonly threads: number; readonly rate: number | undefined },
): Scenario {
  const { provider, order, runner, options = {} } = entry
  const marks = [
    ...Object.entries(options).map(([name, value]) => `${name}=${String(value)}`),
    ...(rate === undefined ? [] : [`rate=${rate}`]),
    ...(order === 'isolated' ? ['isolated'] : []),
    ...(runner === undefined ? [] : [`runner=${shardName(runner)}`]),
  ]
  return {
    id: [`${provider}/b${batch}/t${threads}`, ...marks].join('/'),
    provider,
    batch,
    threads,
    ...(runner === undefined ? {} : { runner }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(entry['allow-fallback'] ? { allowFallback: true } : {}),
    ...(rate === undefined ? {} : { rate }),
    ...(order === 'isolated' ? { order } : {}),
  }
}

function listOf(value: number | readonly number[]): readonly number[] {
  return typeof value === 'number' ? [value] : value
}
