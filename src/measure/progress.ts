import { z } from 'zod'
import type { BlockLook } from '../core/products/index.ts'
import { blockLookSchema, blockSchema } from '../core/products/measurements.ts'
import { misfit, type TypeOf } from '../core/schema.ts'
import { measureError } from './errors.ts'
import type { Tranche } from './looks.ts'

/** A finished block as it is kept. */
const savedBlock = z.object({ block: blockSchema, pinned: z.boolean(), spentMs: z.number() })
export interface SavedBlock extends TypeOf<typeof savedBlock> {}

const savedLook = z.object({ look: blockLookSchema })

const savedTranche = z.object({
  tranche: z.object({ number: z.int().min(1), from: z.int().min(0), start: z.number().min(0).max(1) }),
})

/** What is known of an experiment: every block that any run measured of it, and every look that was taken at them. */
export interface Progress {
  readonly blocks: SavedBlock[]
  readonly looks: BlockLook[]
  /** The last tranche that did not follow from the looks before it, as there were attempts that nothing is left of. */
  begun?: Tranche
}

/**
 * What is kept, in order, with every member it was kept with. Throws `measurements-unreadable` for a block, a look or a tranche of another
 * form: looks count the blocks before them, so that leaving one out would change what the verdicts rest on. Other values are none
 * of these, and are passed over.
 */
export function progressOf(values: readonly unknown[]): Progress {
  const progress: Progress = { blocks: [], looks: [] }
  for (const value of values) {
    if (has(value, 'block')) progress.blocks.push(read(savedBlock, value))
    if (has(value, 'look')) progress.looks.push(read(savedLook, value).look)
    if (has(value, 'tranche')) progress.begun = read(savedTranche, value).tranche
  }
  return progress
}

function has(value: unknown, member: string): boolean {
  return value !== null && typeof value === 'object' && member in value
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): TypeOf<Schema> {
  const reason = misfit(schema, value)
  if (reason !== undefined) throw measureError('measurements-unreadable', { reason })
  return value as TypeOf<Schema>
}
