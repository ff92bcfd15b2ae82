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

/** All blocks of a model, in the order in which they were recorded. */
export function recordedBlocks(folder: string, model: string): RecordedBlock[] {
  const files = readdirSync(path.join(folder, model)).toSorted()
  return files.flatMap((file) => {
    const lines = readFileSync(path.join(folder, model, file), 'utf8')
      .trim()
      .split('\n')
    const values = lines.map((line) => JSON.parse(line) as unknown)
    return progressOf(values).blocks.map(({ block, spentMs }) => ({ ...sidesOf(block), spentMs }))
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
