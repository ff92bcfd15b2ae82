import { z } from 'zod'
import type { Environment, Measurements, Quality } from './index.ts'

// Measurements come back from files that somebody else may have written. Bounds keep what is computed from them finite.

const finite = z.number().min(-1e100).max(1e100)
const positive = z.number().min(1e-12).max(1e15)
const share = z.number().min(0).max(1)
const text = z.string()
const count = z.int().min(0)

const artifact = z.object({
  sha256: text,
  bytes: count,
  name: text,
  files: z.array(z.object({ sha256: text, bytes: count, name: text })).optional(),
})

const gpuState = z.object({
  seconds: finite,
  utilization: finite.optional(),
  smMHz: positive.optional(),
  slowShare: finite.optional(),
  memoryBytes: finite.optional(),
  celsius: finite.optional(),
  joules: finite.optional(),
  reasons: z.record(text, finite),
})

const sample = z
  .object({
    samplesMs: z.array(positive).min(1),
    turns: z.array(z.int().min(1)).min(1),
    sessionMs: positive,
    firstRunMs: positive,
    peakBytes: positive,
    warmup: z.object({ runs: count, ms: finite, steady: z.boolean() }),
    load: finite.optional(),
    gpu: gpuState.optional(),
  })
  .refine(({ samplesMs, turns }) => turns.reduce((sum, turn) => sum + turn, 0) === samplesMs.length, {
    message: 'its turns do not add up to its samples',
  })

const scenario = z.object({
  id: text,
  provider: text,
  batch: z.int().min(1),
  threads: count,
  runner: z.array(text).optional(),
  options: z.record(text, z.unknown()).optional(),
  allowFallback: z.boolean().optional(),
  rate: positive.optional(),
  order: z.literal('isolated').optional(),
})

const profile = z.object({ wallMs: finite, kernelMs: finite, copyMs: finite, clock: z.enum(['device', 'host']) })

const speed = z
  .object({
    scenario,
    environment: text,
    profiles: z.record(text, profile).optional(),
    blocks: z.array(z.object({ order: z.array(text), runs: z.record(text, sample), gpu: gpuState.optional() })).min(1),
    looks: z.array(z.object({ blocks: z.int().min(1), spent: share })).min(1),
  })
  .refine(({ blocks, looks }) => looks.at(-1)?.blocks === blocks.length && looks.every(isLater), {
    message: 'its looks do not end at its last block, one after the other',
  })

function isLater(
  look: { readonly blocks: number; readonly spent: number },
  at: number,
  looks: readonly { readonly blocks: number; readonly spent: number }[],
): boolean {
  const before = looks[at - 1]
  return before === undefined || (before.blocks < look.blocks && before.spent <= look.spent)
}

const values = z.array(finite)
const byContender = z.record(text, values)

const quality = z
  .object({
    data: text,
    examples: z.int().min(1),
    labels: values.optional(),
    groups: z.array(z.int().min(0)).optional(),
    slices: z.record(text, z.array(z.int().min(0))).optional(),
    predictions: z.record(text, z.array(z.int())),
    records: z.partialRecord(z.enum(['ranks', 'scores', 'losses', 'outputs', 'errors']), byContender).optional(),
    custom: z.record(text, byContender),
    corpus: z
      .record(
        text,
        z.record(
          text,
          z.object({ value: finite, resampled: values.min(1), without: values.min(1), differing: z.int().min(0) }),
        ),
      )
      .optional(),
  })
  .refine(({ examples, ...held }) => ofEachExample(held).every(({ length }) => length === examples), {
    message: 'it does not hold a value for each example',
  })
  .refine(
    ({ examples, records = {} }) =>
      Object.values(records.scores ?? {}).every(({ length }) => length > 0 && length % examples === 0),
    { message: 'it does not hold scores for each example' },
  )
  .refine(({ groups = [] }) => new Set(groups).size === groups.reduce((most, each) => Math.max(most, each + 1), 0), {
    message: 'its groups are not numbered from 0 without gaps',
  })
  .refine(({ examples, groups = [], slices = {} }) =>
    [groups, ...Object.values(slices)].every((all) => all.every((each) => each < examples)),
  )

/** The lists that hold one value for each example, where they are there. Scores of several classes hold several. */
function ofEachExample({
  labels,
  groups,
  predictions,
  records = {},
  custom,
}: Omit<Quality, 'examples'>): readonly (readonly number[])[] {
  const { scores: _, ...single } = records
  const tables = [predictions, ...Object.values(single), ...Object.values(custom)].filter(
    (table) => table !== undefined,
  )
  return [labels, groups, ...tables.flatMap((table) => Object.values(table))].filter((list) => list !== undefined)
}

const environment: z.ZodType<Environment> = z.object({
  cpu: text,
  cores: count,
  governor: text,
  cpuQuota: positive.optional(),
  memoryBytes: count,
  memoryLimitBytes: count.optional(),
  platform: text,
  host: text,
  node: text,
  onnxruntime: text,
  gpus: z.array(z.object({ name: text, driver: text, uuid: text })).optional(),
  runtimes: z.array(text).optional(),
  fingerprint: text,
})

/** What recomputing and reporting rely on. Members beyond these are allowed: the digest of the measurements covers them. */
export const measurementsSchema: z.ZodType<Measurements> = z
  .object({
    environments: z.array(environment).min(1),
    seed: z.int(),
    contenders: z.array(
      z.object({ id: text, role: z.enum(['production', 'candidate', 'variant', 'copy']), model: artifact }),
    ),
    chosen: text,
    speed: z.array(speed),
    quality: quality.optional(),
    counts: z.record(text, z.record(text, finite)),
    warnings: z.array(z.object({ code: text, message: text, remedy: text })),
  })
  .refine(
    ({ environments, speed }) =>
      speed.every((each) => environments.some(({ fingerprint }) => fingerprint === each.environment)),
    { message: 'it holds a scenario without its environment' },
  )
