import { z } from 'zod'
import type { Scenario } from '../../core/products.ts'
import { duration } from '../../core/quantity.ts'
import { providerNames } from '../../providers/index.ts'

const oneOrMore = (least: number): z.ZodType<number | number[]> =>
  z.union([z.int().min(least), z.array(z.int().min(least)).min(1)])

const scenario = z.strictObject({
  provider: z
    .enum(providerNames as [string])
    .default('cpu')
    .describe('What runs the model.'),
  batch: oneOrMore(1).default(1).describe('Examples in one run; a list measures each.'),
  threads: oneOrMore(0)
    .default(1)
    .describe('Threads inside one operator; 0 leaves the choice to the runtime; a list measures each.'),
})

const blocks = z
  .strictObject({
    min: z.int().min(1).default(8).describe('Blocks that are measured even beyond the budget.'),
    max: z.int().min(1).default(60).describe('Blocks after which it stops within the budget.'),
  })
  .refine(({ min, max }) => min <= max, '`min` is larger than `max`')

export const benchmarkSettings: z.ZodType<BenchmarkSettings> = z.strictObject({
  scenarios: z
    .array(scenario)
    .min(1)
    .prefault([{}])
    .describe('The conditions to measure under: every combination of provider, batch and threads of each entry.'),
  budget: duration().prefault('20s').describe('Time for measuring speed, shared by all scenarios.'),
  blocks: blocks.prefault({}).describe('How many blocks of fresh processes; a verdict at 1 % needs at least 7.'),
  data: z
    .string()
    .optional()
    .describe(
      'The data set that feeds the models and that quality is measured on. The one called eval, when left out and there.',
    ),
  seed: z.int().default(1).describe('Orders of turns and made-up inputs follow from it.'),
  'noise-floor': z
    .boolean()
    .default(false)
    .describe('Measures a second copy of production too: where the two differ, no verdict on speed is given.'),
})

export interface BenchmarkSettings {
  readonly scenarios: readonly {
    readonly provider: string
    readonly batch: number | readonly number[]
    readonly threads: number | readonly number[]
  }[]
  /** Milliseconds. */
  readonly budget: number
  readonly blocks: { readonly min: number; readonly max: number }
  readonly data?: string | undefined
  readonly seed: number
  readonly 'noise-floor': boolean
}

/** Every combination once, in the order of the settings, with ids such as `cpu/b32/t1`. */
export function scenariosOf(settings: BenchmarkSettings): Scenario[] {
  const all = settings.scenarios.flatMap(({ provider, batch, threads }) =>
    listOf(batch).flatMap((size) => listOf(threads).map((count) => toScenario(provider, size, count))),
  )
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

function toScenario(provider: string, batch: number, threads: number): Scenario {
  return { id: `${provider}/b${batch}/t${threads}`, provider, batch, threads }
}

function listOf(value: number | readonly number[]): readonly number[] {
  return typeof value === 'number' ? [value] : value
}
