import { z } from 'zod'
import type { BlockLook } from '../core/products/index.ts'
import { blockLookSchema, blockSchema } from '../core/products/measurements.ts'
import { fits, type TypeOf } from '../core/schema.ts'

/** A finished block as it is kept. */
const savedBlock = z.object({ block: blockSchema, pinned: z.boolean(), spentMs: z.number() })
export interface SavedBlock extends TypeOf<typeof savedBlock> {}

const savedLook = z.object({ look: blockLookSchema })

/** What is known of an experiment: every block that any run measured of it, and every look that was taken at them. */
export interface Progress {
  readonly blocks: SavedBlock[]
  readonly looks: BlockLook[]
}

/** What is kept, in order. Values of another form (of another version, or half-written) are passed over. */
export function progressOf(values: readonly unknown[]): Progress {
  const progress: Progress = { blocks: [], looks: [] }
  for (const value of values) {
    if (fits(savedBlock, value)) progress.blocks.push(value)
    if (fits(savedLook, value)) progress.looks.push(value.look)
  }
  return progress
}
