import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { progressOf } from '../../src/bench/progress.ts'
import type { Block } from '../../src/core/products.ts'
import { type BlockFigure, blockFigure, figures } from '../../src/stages/compare/blocks.ts'
import { scenario } from './record.ts'

/** A recorded block of two copies of the same model, as trials use it. */
export interface RecordedBlock extends BlockFigure {
  readonly spentMs: number
  readonly production: readonly number[]
  readonly candidate: readonly number[]
}

/** Some blocks of a model that were recorded one after the other. */
export interface RecordedChunk {
  /** When it was begun, in ISO 8601. */
  readonly at: string
  /** Load average of the last minute then. */
  readonly load: number
}

/** All blocks of a model, in the order in which they were recorded. */
export function recordedBlocks(folder: string, model: string): RecordedBlock[] {
  return filesOf(folder, model).flatMap((lines) =>
    progressOf(lines).blocks.map(({ block, spentMs }) => ({ ...sidesOf(block), spentMs })),
  )
}

/** When the blocks of a model were recorded, in their order. A chunk that was interrupted and gone on with counts from both starts. */
export function recordedChunks(folder: string, model: string): RecordedChunk[] {
  const starts = filesOf(folder, model).flat() as Partial<RecordedChunk>[]
  return starts.flatMap(({ at, load }) => (at !== undefined && load !== undefined ? [{ at, load }] : []))
}

/** The lines of each file of a model's record. */
function filesOf(folder: string, model: string): unknown[][] {
  const files = readdirSync(path.join(folder, model)).toSorted()
  return files.map((file) => {
    const lines = readFileSync(path.join(folder, model, file), 'utf8')
    const kept = lines.trim().split('\n')
    return kept.map((line) => JSON.parse(line) as unknown)
  })
}

function sidesOf({ runs }: Block): Omit<RecordedBlock, 'spentMs'> {
  const { production, candidate } = runs
  const figure = figures['latency.p50']
  if (production === undefined || candidate === undefined || figure === undefined)
    throw new Error('a recorded block lacks a contender')
  return {
    ...blockFigure(figure, 'relative', [production, candidate], scenario),
    production: production.samplesMs,
    candidate: candidate.samplesMs,
  }
}
