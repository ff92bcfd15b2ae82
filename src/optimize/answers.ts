import { UserError } from '../core/errors/index.ts'
import type { StageTools } from '../core/stage.ts'
import type { TensorInfo } from '../core/tensor.ts'
import type { Worker } from '../core/world.ts'
import { makeInputs } from '../measure/inputs.ts'
import type { Feeds, Opened, RunAnswer } from '../measure/protocol.ts'
import { unfetchable } from '../providers/errors.ts'
import { isFetchable } from '../providers/session.ts'
import { largestDifference } from './agree.ts'

export interface NamedModel {
  /** What people call it. */
  readonly name: string
  /** Absolute path of its file. */
  readonly path: string
}

export type AnsweringTools = Pick<StageTools, 'world' | 'signal'>

/** Inputs on which two models must agree. The second batch shows a batch size that was baked in. */
const trials: readonly { readonly batch: number; readonly seed: number }[] = [
  { batch: 1, seed: 1 },
  { batch: 3, seed: 2 },
  { batch: 1, seed: 3 },
]

/** What keeps two models from being compared without being anybody's error: made-up inputs they cannot run on. */
const impossible: readonly string[] = ['model-rejected', 'model-run-failed', 'input-unsupported', 'outputs-unsupported']

/**
 * How far the answers of one model are from another's on seeded inputs, both run as they stand, without further
 * optimisation. See `largestDifference` for the scale.
 */
export async function compareAnswers(
  wanted: NamedModel,
  given: NamedModel,
  tools: AnsweringTools,
): Promise<{ readonly difference: number } | { readonly impossible: string }> {
  try {
    const reference = await answersOf(wanted, tools)
    const unseen = reference.outputs.find((output) => !isFetchable(output))
    if (unseen !== undefined)
      return { impossible: `its output ${unseen.name} ${unfetchable(unseen)}, and Node cannot fetch it` }
    const { answers } = await answersOf(given, tools)
    return {
      difference: Math.max(
        ...reference.answers.map((outputs, trial) => largestDifference(outputs, answers[trial] ?? {})),
      ),
    }
  } catch (error) {
    if (!(error instanceof UserError && impossible.includes(error.code))) throw error
    return { impossible: inWords(error.message, [wanted, given]) }
  }
}

/** A message of a worker with the models called by their names rather than by their paths. */
function inWords(message: string, models: readonly NamedModel[]): string {
  return models.reduce((words, { path, name }) => words.replaceAll(path, name), message.replace(/\.$/, ''))
}

interface Answered {
  readonly outputs: readonly TensorInfo[]
  readonly answers: readonly Feeds[]
}

async function answersOf({ path: model }: NamedModel, { world, signal }: AnsweringTools): Promise<Answered> {
  const worker = await world.processes.worker('bench', { signal })
  try {
    const opened = await worker.ask<Opened>({
      do: 'open',
      model,
      provider: 'cpu',
      threads: 1,
      optimization: 'disabled',
    })
    return { outputs: opened.outputs, answers: await runTrials(worker, opened.inputs) }
  } finally {
    await worker.close()
  }
}

async function runTrials(worker: Worker, inputs: readonly TensorInfo[]): Promise<Feeds[]> {
  const answers: Feeds[] = []
  const open = inputs.some((input) => input.dims.some((dim) => typeof dim === 'string'))
  for (const { batch, seed } of trials) {
    // A model of fixed shapes has one batch size only.
    const { outputs } = await worker.ask<RunAnswer>({ do: 'run', feeds: makeInputs(inputs, open ? batch : 1, seed) })
    answers.push(outputs)
  }
  return answers
}
