import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { artifactSchema } from './artifact.ts'
import { interfaceChangeSchema, outputsMeasuredSchema } from './compatibility.ts'
import { environmentSchema } from './environment.ts'
import { amount, count, finite, positive, share } from './numbers.ts'
import { qualitySchema } from './quality.ts'
import { warningSchema } from './warning.ts'

const text = z.string()

/** A model plus how it is run. `copy` is a second production, for the noise floor of the same run. */
const contender = z.object({
  id: text,
  role: z.enum(['production', 'candidate', 'variant', 'copy']),
  model: artifactSchema,
})
export interface Contender extends TypeOf<typeof contender> {}

/** The conditions of one benchmark. */
const scenario = z.object({
  id: text,
  provider: text,
  batch: z.int().min(1),
  threads: count,
  /** Labels of the machine that is to measure it, as in `runs-on`; any machine when absent. */
  runner: z.array(text).optional(),
  /** The provider's own options. */
  options: z.record(text, z.unknown()).optional(),
  /** Whether the CPU may run what the provider does not take. */
  allowFallback: z.boolean().optional(),
  /** Requests a second, sent at random moments (Poisson) whether or not earlier ones are answered: an open loop. Closed when absent. */
  rate: positive.optional(),
  /** `isolated`: one contender after the other, each alone; for models whose workers would disturb one another. */
  order: z.literal('isolated').optional(),
})
export interface Scenario extends TypeOf<typeof scenario> {}

/** A GPU over a block: means over time, clocks while it worked. */
const gpuState = z.object({
  seconds: amount,
  utilization: amount.optional(),
  smMHz: positive.optional(),
  /** Share of the working time, 0 to 1, in which the clock was under three quarters of the base clock. */
  slowShare: amount.optional(),
  memoryBytes: amount.optional(),
  celsius: finite.optional(),
  /** Energy of the whole board. */
  joules: amount.optional(),
  /** Share of the time in which each reason held the clocks down. */
  reasons: z.record(text, amount),
})
export interface GpuState extends TypeOf<typeof gpuState> {}

/** The runs before the timed ones. They end when times have stopped falling, or when that takes too long: `steady` says which. */
const warmup = z.object({ runs: count, ms: amount, steady: z.boolean() })
export interface Warmup extends TypeOf<typeof warmup> {}

/** What one worker process measured of one contender in one block. Times in milliseconds, none trimmed. */
const workerSample = z
  .object({
    /** Every timed run, in order. In an open loop from the moment at which the request was meant to be sent, so that waiting counts. */
    samplesMs: z.array(positive).min(1),
    /** How many of them belong to each turn, in order: they add up to all. */
    turns: z.array(z.int().min(1)).min(1),
    sessionMs: positive,
    firstRunMs: positive,
    peakBytes: positive,
    warmup,
    /** In an open loop: the share of the time in which it had something to answer, 0 to 1. Near 1, requests came faster than it answers. */
    load: amount.optional(),
    /** What the GPU did during its turns, where it had one to itself. */
    gpu: gpuState.optional(),
  })
  .refine(({ samplesMs, turns }) => turns.reduce((sum, turn) => sum + turn, 0) === samplesMs.length, {
    message: 'its turns do not add up to its samples',
  })
export interface WorkerSample extends TypeOf<typeof workerSample> {}

/** One randomised, balanced sequence of turns in fresh worker processes: the unit of replication. */
export const blockSchema = z.object({
  /** Contender ids in the order in which they had their turns. */
  order: z.array(text),
  runs: z.record(text, workerSample),
  /** What the GPU did meanwhile, where one was watched. */
  gpu: gpuState.optional(),
})
export interface Block extends TypeOf<typeof blockSchema> {}

/** A look at the blocks of a scenario to see whether they answer the questions: after how many, and how much error rate was spent by then. */
export const blockLookSchema = z.object({
  blocks: z.int().min(1),
  /** Share of alpha, 0 to 1, never falling from look to look. */
  spent: share,
})
export interface BlockLook extends TypeOf<typeof blockLookSchema> {}

/** Where the time of one run went, as the runtime's profile says: taken apart from what is timed, since profiling slows a run. */
const profiledTime = z.object({
  /** From the call to the answer. */
  wallMs: amount,
  /** Time in which at least one kernel ran; kernels inside of others, as in a loop, count once. Copies are not kernels. */
  kernelMs: amount,
  /** Copies between the CPU and the device inside the graph, with the waiting that they do; 0 where all runs in one place. */
  copyMs: amount,
  /**
   * Whose clock timed the kernels. `device`: the kernels themselves on the GPU. `host`: the calls of the CPU, which for a GPU
   * are over before its work is; what is left of that then shows in the copy that waits for it.
   */
  clock: z.enum(['device', 'host']),
})
export interface ProfiledTime extends TypeOf<typeof profiledTime> {}

/** The speed of all contenders in one scenario. */
const speed = z
  .object({
    scenario,
    /** Fingerprint of the environment it was measured in, all of it: one of the measurements' `environments`. */
    environment: text,
    /** By contender id, on providers that compute on a GPU and keep a profile. */
    profiles: z.record(text, profiledTime).optional(),
    blocks: z.array(blockSchema).min(1),
    /** Every look that was taken, in order; the verdicts account for all of them. The last is at the last block. */
    looks: z.array(blockLookSchema).min(1),
  })
  .refine(({ blocks, looks }) => looks.at(-1)?.blocks === blocks.length && looks.every(isLater), {
    message: 'its looks do not end at its last block, one after the other',
  })
export interface Speed extends TypeOf<typeof speed> {}

function isLater(look: BlockLook, at: number, looks: readonly BlockLook[]): boolean {
  const before = looks[at - 1]
  return before === undefined || (before.blocks < look.blocks && before.spent <= look.spent)
}

/** What a benchmark measured: all that verdicts are computed from. Members beyond these may be there: a digest covers them. */
export const measurementsSchema = z
  .object({
    /** Every environment that something was measured in, once each. Quality was measured in the first. */
    environments: z.array(environmentSchema).min(1),
    seed: z.int(),
    /** The first is production (where there is one), the last is the chosen contender that compare looks at. */
    contenders: z.array(contender),
    chosen: text,
    speed: z.array(speed),
    /** Quality on labelled or unlabelled data, per example, so that paired tests work. */
    quality: qualitySchema.optional(),
    /** Of the chosen contender against production, where there is one. */
    interface: interfaceChangeSchema.optional(),
    /** The outputs of the chosen contender beside production's, where no quality was to be compared and models had to run. */
    outputs: outputsMeasuredSchema.optional(),
    /** Metrics that are counts, per contender id: `size`, `parameters`. */
    counts: z.record(text, z.record(text, amount)),
    warnings: z.array(warningSchema),
  })
  .refine(
    ({ environments, speed }) =>
      speed.every((each) => environments.some(({ fingerprint }) => fingerprint === each.environment)),
    { message: 'it holds a scenario without its environment' },
  )
export interface Measurements extends TypeOf<typeof measurementsSchema> {}
