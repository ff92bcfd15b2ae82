import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Block } from '../../src/core/products/index.ts'
import { progressOf } from '../../src/measure/progress.ts'
import { type BlockFigure, blockFigure } from '../../src/verdicts/speed/blocks.ts'
import { workerFigure } from '../../src/verdicts/speed/figures.ts'
import { scenario } from './record.ts'

/** A recorded block of two copies of the same model, as trials use it. */
export interface RecordedBlock extends BlockFigure {
  readonly spentMs: number
  readonly production: readonly number[]
  readonly candidate: readonly number[]
}

/** The start of some blocks that were recorded one after the other. */
export interface RecordedStart {
  /** In ISO 8601, UTC. */
  readonly at: string
  /** Load average of the minute before. */
  readonly load: number
}

export interface Recording {
  /** In the order in which they were recorded. */
  readonly blocks: readonly RecordedBlock[]
  /** One at least; a chunk that was interrupted and gone on with has two. */
  readonly starts: readonly [RecordedStart, ...RecordedStart[]]
}

/** What is recorded of a model in `folder`. Throws an Error where that is nothing. */
export function recordingOf(folder: string, model: string): Recording {
  const within = path.join(folder, model)
  const files = existsSync(within) ? readdirSync(within).toSorted() : []
  const chunks = files.map((file) =>
    readFileSync(path.join(within, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  )
  const blocks = chunks.flatMap((lines) =>
    progressOf(lines).blocks.map(({ block, spentMs }) => ({ ...sidesOf(block), spentMs })),
  )
  const [first, ...others] = chunks.flat().filter(isStart)
  if (first === undefined || blocks.length === 0)
    throw new Error(
      `no block of ${model} is recorded in ${folder}; first: npm run calibrate -- record --models ${model}`,
    )
  return { blocks, starts: [first, ...others] }
}

function isStart(line: unknown): line is RecordedStart {
  return typeof line === 'object' && line !== null && 'at' in line && 'load' in line
}

function sidesOf({ runs }: Block): Omit<RecordedBlock, 'spentMs'> {
  const { production, candidate } = runs
  if (production === undefined || candidate === undefined) throw new Error('a recorded block lacks a contender')
  return {
    ...blockFigure(workerFigure({ by: 'rounds' }), 'relative', [production, candidate], scenario),
    production: production.samplesMs,
    candidate: candidate.samplesMs,
  }
}
