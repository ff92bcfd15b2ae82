import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { environmentOf } from '../../src/core/environment.ts'
import type { Measurements, Question, Speed } from '../../src/core/products/index.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { World } from '../../src/core/world.ts'
import { type Runner, runExperiment } from '../../src/measure/experiment.ts'
import { makeInputs } from '../../src/measure/inputs.ts'
import { inspectModels } from '../../src/measure/inspect.ts'
import { compareRows } from '../../src/verdicts/comparison/index.ts'
import type { CalibrationModel } from './models.ts'
import { scenario } from './record.ts'
import { alpha } from './trials.ts'

/** One comparison that was made from beginning to end, with fresh processes: what was true, what came out, and what it took. */
export interface LiveTrial {
  readonly model: string
  /** How much longer the candidate was made to take, by a busy wait in its worker: 0.02 is 2 %. */
  readonly effect: number
  readonly margin: number
  readonly verdict: Verdict
  readonly blocks: number
  readonly seconds: number
  readonly at: string
}

/** Equal models at the margin that is used where none is stated; slow-downs at a margin that all of them exceed. */
const kinds = [
  { effect: 0, margin: 0.03 },
  ...[0.01, 0.02, 0.03, 0.05, 0.1].map((effect) => ({ effect, margin: 0.005 })),
]
const budgetMs = 30_000
/** Trials of equal models are what false alarms are counted in: eight of them for each trial of a slow-down. */
const equalTrials = 8

/**
 * Makes comparisons until there are `trials` of equal models in all, and an eighth as many of each slow-down; or until
 * `untilMs` of the world's clock. Goes on where an earlier call in the folder ended.
 */
export async function liveTrials(
  models: readonly CalibrationModel[],
  { folder, trials, untilMs }: { readonly folder: string; readonly trials: number; readonly untilMs: number },
  world: World,
): Promise<void> {
  const of = Math.ceil(trials / models.length)
  for (let round = 0; round < of; round++)
    for (const model of models)
      for (const kind of kinds) {
        const wanted = kind.effect === 0 ? round + 1 : Math.floor(round / equalTrials) + 1
        const made = readLive(folder).filter((each) => each.model === model.id && each.effect === kind.effect).length
        if (made >= wanted) continue
        if (world.clock.monotonicMs() >= untilMs) return
        const trial = await liveTrial(model, kind, readLive(folder).length, world)
        mkdirSync(folder, { recursive: true })
        appendFileSync(fileIn(folder), `${JSON.stringify(trial)}\n`)
        console.log(
          `${trial.model}, ${100 * trial.effect} % slower, margin ${100 * trial.margin} %: ${trial.verdict} after ${trial.blocks} blocks, ${trial.seconds.toFixed(1)} s`,
        )
      }
}

export function readLive(folder: string): LiveTrial[] {
  if (!existsSync(fileIn(folder))) return []
  const lines = readFileSync(fileIn(folder), 'utf8').trim().split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as LiveTrial)
}

function fileIn(folder: string): string {
  return path.join(folder, 'live.jsonl')
}

async function liveTrial(
  model: CalibrationModel,
  { effect, margin }: { readonly effect: number; readonly margin: number },
  seed: number,
  world: World,
): Promise<LiveTrial> {
  const tools = { world, signal: new AbortController().signal }
  const inspected = await inspectModels([{ id: 'production', path: model.file }], 'cpu', tools)
  const feeds = makeInputs(inspected.interfaces['production']?.inputs ?? [], 1, 1, model.shapes)
  const runner = (id: 'production' | 'candidate', sha256: string): Runner => ({
    contender: { id, role: id, model: { sha256, bytes: 1, name: model.id } },
    path: model.file,
    feeds: () => feeds,
    ...(id === 'candidate' && effect > 0 ? { slowdown: 1 + effect } : {}),
  })
  // Two names for one file: a candidate that is production itself is not measured at all.
  const runners = [runner('production', 'a'.repeat(64)), runner('candidate', 'b'.repeat(64))]
  const environment = environmentOf(world.machine)
  const question: Question = { metric: 'latency.p50', margin: { relative: margin }, alpha }
  const verdictOf = (speed: Speed): Verdict => {
    const contenders = runners.map(({ contender }) => contender)
    const measured = { environments: [environment], seed, contenders, chosen: 'candidate', counts: {}, warnings: [] }
    const [row] = compareRows({ ...measured, speed: [speed] } satisfies Measurements, [question], alpha)
    return row?.verdict ?? 'inconclusive'
  }
  const start = world.clock.monotonicMs()
  const experiment = await runExperiment(
    {
      scenario,
      runners,
      seed,
      environment: environment.fingerprint,
      inputs: 'made',
      blocks: { budgetMs, min: 8, max: 1000 },
      attempts: 0,
      extensions: 0,
      answered: (speed) => verdictOf(speed) !== 'inconclusive',
    },
    {
      ...tools,
      measurements: () => ({ read: async () => [], append: async () => {}, alone: (work) => work() }),
      processors: inspected.processors,
      progress: () => {},
    },
  )
  return {
    model: model.id,
    effect,
    margin,
    verdict: verdictOf(experiment),
    blocks: experiment.blocks.length,
    seconds: (world.clock.monotonicMs() - start) / 1000,
    at: world.clock.now(),
  }
}
