import type {
  Block,
  ComparisonRow,
  Contender,
  Measurements,
  Question,
  WorkerSample,
} from '../../src/core/products/index.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import { compareRows, describeRows } from '../../src/verdicts/index.ts'

/** Measurements as a benchmark gives them, from stated effects and noise: what a comparison makes of them is known beforehand. */
export interface Recipe {
  /** Production's time divides the candidate's: 1 is equal. */
  readonly ratio?: number
  /** The same for a second copy of production. */
  readonly copyRatio?: number
  readonly blocks?: number
  /** Relative noise of one worker of one block. */
  readonly noise?: number
  readonly seed?: number
  /** Runs of each worker in a block: a multiple of eight. */
  readonly runs?: number
  readonly size?: readonly [production: number, candidate: number]
  readonly labels?: readonly number[]
  readonly predictions?: readonly [production: readonly number[], candidate: readonly number[]]
  readonly custom?: readonly [production: readonly number[], candidate: readonly number[]]
}

export function measurements(recipe: Recipe = {}): Measurements {
  const { blocks = 12, seed = 1, size = [1000, 1000] } = recipe
  const random = createRandom(seed)
  const production = contender('production', 'production')
  const candidate = contender('candidate', 'candidate')
  const copy = contender('production-copy', 'copy')
  return {
    environments: [
      {
        cpu: 'test processor',
        cores: 2,
        governor: 'unknown',
        memoryBytes: 8e9,
        host: 'unknown',
        platform: 'linux-x64',
        node: 'v20.19.0',
        onnxruntime: '1.30.0',
        fingerprint: 'f',
      },
    ],
    seed,
    contenders: recipe.copyRatio === undefined ? [production, candidate] : [production, copy, candidate],
    chosen: 'candidate',
    speed: [
      {
        scenario: { id: 'cpu/b1/t1', provider: 'cpu', batch: 1, threads: 1 },
        environment: 'f',
        blocks: Array.from({ length: blocks }, () => block(recipe, random)),
        looks: [{ blocks, spent: 1 }],
      },
    ],
    ...qualityOf(recipe),
    counts: { production: { size: size[0], parameters: 10 }, candidate: { size: size[1], parameters: 10 } },
    warnings: [],
  }
}

export function firstMeasurements(): Measurements {
  const { contenders, ...rest } = measurements()
  return { ...rest, contenders: contenders.filter(({ role }) => role !== 'production') }
}

/** The rows of a comparison, in words too. */
export function wordedRows(given: Measurements, asked: readonly Question[], alpha: number): ComparisonRow[] {
  return describeRows(compareRows(given, asked, alpha))
}

export function question(metric: string, margin: Question['margin'] = { relative: 0.03 }): Question {
  return { metric, margin, alpha: 0.01 }
}

function contender(id: string, role: Contender['role']): Contender {
  return {
    id,
    role,
    model: { sha256: role === 'candidate' ? 'c'.repeat(64) : 'a'.repeat(64), bytes: 1000, name: `${id}.onnx` },
  }
}

function block({ ratio = 1, copyRatio, noise = 0.01, runs = 24 }: Recipe, random: Random): Block {
  // What slows the machine slows all workers of a block.
  const machine = 1 + random.uniform()
  const sample = (effect: number): WorkerSample => {
    const time = 2 * machine * effect * (1 + noise * (random.uniform() + random.uniform() - 1))
    const samplesMs = Array.from({ length: runs }, () => time * (1 + 0.01 * random.uniform()))
    return {
      samplesMs,
      turns: Array.from({ length: 8 }, () => runs / 8),
      sessionMs: time * 10,
      firstRunMs: time * 3,
      peakBytes: Math.round(5e7 * effect),
      warmup: { runs: 30, ms: 60, steady: true },
    }
  }
  const copies = copyRatio === undefined ? {} : { 'production-copy': sample(copyRatio) }
  return {
    order: ['production', 'candidate', 'candidate', 'production'],
    runs: { production: sample(1), candidate: sample(ratio), ...copies },
  }
}

function qualityOf({ labels, predictions, custom }: Recipe): Pick<Measurements, 'quality'> {
  if (predictions === undefined && custom === undefined) return {}
  const examples = predictions?.[0].length ?? custom?.[0].length ?? 0
  return {
    quality: {
      data: 'eval',
      examples,
      ...(labels === undefined ? {} : { labels }),
      predictions: predictions === undefined ? {} : { production: predictions[0], candidate: predictions[1] },
      custom: custom === undefined ? {} : { distance: { production: custom[0], candidate: custom[1] } },
    },
  }
}
