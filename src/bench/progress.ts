import { z } from 'zod'
import type { Block } from '../core/products.ts'

/** A finished block as the checkpoint holds it. `key` names the experiment it belongs to. */
export interface SavedBlock {
  readonly key: string
  readonly block: Block
  readonly pinned: boolean
  readonly spentMs: number
}

/** The blocks of one experiment among everything that a checkpoint holds, in order. */
export function blocksSaved(values: readonly unknown[], key: string): SavedBlock[] {
  return values.flatMap((value) => {
    const parsed = savedBlock.safeParse(value)
    return parsed.success && parsed.data.key === key ? [parsed.data] : []
  })
}

const workerSample = z.object({
  samplesMs: z.array(z.number()),
  sessionMs: z.number(),
  firstRunMs: z.number(),
  peakBytes: z.number(),
})

const savedBlock: z.ZodType<SavedBlock> = z.object({
  key: z.string(),
  block: z.object({ order: z.array(z.string()), runs: z.record(z.string(), workerSample) }),
  pinned: z.boolean(),
  spentMs: z.number(),
})
