import { z } from 'zod'
import type { Block, BlockLook } from '../core/products/index.ts'

/** A finished block as it is kept. */
export interface SavedBlock {
  readonly block: Block
  readonly pinned: boolean
  readonly spentMs: number
}

/** What is known of an experiment: every block that any run measured of it, and every look that was taken at them. */
export interface Progress {
  readonly blocks: SavedBlock[]
  readonly looks: BlockLook[]
}

/** What is kept, in order. Values of another form (of another version, or half-written) are passed over. */
export function progressOf(values: readonly unknown[]): Progress {
  const progress: Progress = { blocks: [], looks: [] }
  for (const value of values) {
    const block = savedBlock.safeParse(value)
    if (block.success) progress.blocks.push(block.data)
    const look = savedLook.safeParse(value)
    if (look.success) progress.looks.push(look.data.look)
  }
  return progress
}

const gpuState = z.object({
  seconds: z.number(),
  utilization: z.number().optional(),
  smMHz: z.number().optional(),
  slowShare: z.number().optional(),
  memoryBytes: z.number().optional(),
  celsius: z.number().optional(),
  joules: z.number().optional(),
  reasons: z.record(z.string(), z.number()),
})

const workerSample = z.object({
  samplesMs: z.array(z.number()),
  turns: z.array(z.number()),
  sessionMs: z.number(),
  firstRunMs: z.number(),
  peakBytes: z.number(),
  warmup: z.object({ runs: z.number(), ms: z.number(), steady: z.boolean() }),
  load: z.number().optional(),
  gpu: gpuState.optional(),
})

const savedBlock: z.ZodType<SavedBlock> = z.object({
  block: z.object({ order: z.array(z.string()), runs: z.record(z.string(), workerSample), gpu: gpuState.optional() }),
  pinned: z.boolean(),
  spentMs: z.number(),
})

const savedLook = z.object({ look: z.object({ blocks: z.number(), spent: z.number() }) })
