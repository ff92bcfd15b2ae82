import type { UserError } from '../../core/errors/index.ts'
import { ownValue } from '../../core/own.ts'
import type { Artifact, Finding, ModelSummary } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import { oneRow, type Tensor } from '../../core/tensor.ts'
import type { Feeds } from '../../measure/protocol.ts'
import { isFetchable } from '../../providers/session.ts'
import { distanceOf, placeIn } from './closeness.ts'
import { unfetchedIn } from './fetched.ts'
import { didNotRun, type Loaded, notMade, whileLoaded } from './session.ts'
import { type Examples, sharedBatch, type Trial, trialOf } from './trial.ts'

const batch = 3
/** Sums in another order round differently; anything more is another answer. */
const batchTolerance = { absolute: 1e-4, relative: 1e-3 }

/** That the same input gives the same output twice, bit by bit, and that an example's answer does not depend on its batch. */
export function checkDeterminism(
  artifact: Artifact,
  examples: Examples,
  summary: ModelSummary,
  tools: StageTools,
): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, async (loaded) => {
    try {
      const trial = trialOf(examples, loaded.inputs)
      const differing = await twice(loaded, trial)
      return [
        ...unfetchedIn(loaded.outputs),
        ...(differing.length > 0 ? differing : drawn(summary)),
        ...(await batched(loaded, trial)),
      ]
    } catch (error) {
      // Whether that is the fault of the model is for the check `runs` to tell.
      if (didNotRun(error)) return [notMade(error, loaded.called)]
      throw error
    }
  })
}

/** What is to be said where the model was not run because it had not passed `runs`. */
export const runsFirst: Finding = {
  severity: 'note',
  code: 'determinism-unchecked',
  where: 'model',
  message: 'Whether it gives the same answer twice was not checked, because it did not pass the check `runs`.',
  hint: 'See what `runs` found.',
  unchecked: true,
}

async function twice({ run }: Loaded, trial: Trial): Promise<Finding[]> {
  const feeds = trial.one()
  const [first, second] = [await run(feeds), await run(feeds)]
  return Object.entries(first).flatMap(([name, tensor]) =>
    differing(name, tensor, ownValue(second, name), { absolute: 0, relative: 0 }).map((what) => ({
      severity: 'error' as const,
      code: 'not-deterministic',
      where: `output ${name}`,
      message: `The same input gives another output the second time: ${what}.`,
      hint: 'Look for operators that draw random numbers (RandomNormal, Multinomial, Dropout in training mode) and export them with a seed, or out of the model.',
    })),
  )
}

/** Operators of the standard that draw random numbers in every run, whatever their seed. */
const random: readonly string[] = [
  'Bernoulli',
  'Multinomial',
  'RandomNormal',
  'RandomNormalLike',
  'RandomUniform',
  'RandomUniformLike',
]

/** Two runs that agree say nothing of a model whose answers are turned around once in a while. */
function drawn({ operators }: ModelSummary): Finding[] {
  const drawing = Object.keys(operators).filter((name) => random.includes(name))
  if (drawing.length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'determinism-by-chance',
      where: 'model',
      message: `It draws random numbers (${drawing.join(', ')}), so that two runs that agree do not show that others do.`,
      hint: 'Export the model without them, or leave `determinism` out of `checks:` if its answers are meant to vary.',
      unchecked: true,
    },
  ]
}

async function batched(loaded: Loaded, trial: Trial): Promise<readonly Finding[]> {
  const rows = sharedBatch(loaded.inputs)
  if (rows === undefined) return [withoutBatch('its inputs do not share a first dimension', 'model')]
  if (rows === 1) return [withoutBatch('it takes one example at a time', 'model')]
  try {
    return await eachAlone(loaded, trial.several(typeof rows === 'number' ? rows : batch), rows)
  } catch (error) {
    if (didNotRun(error)) return [batchNotRun(error, loaded.called)]
    throw error
  }
}

/**
 * Compares the answers to a batch with the answer to each of its examples alone, where an output has a row for each. Of a model that takes
 * batches of one size, an example in every row is as near to alone as there is: its rows are compared with one another and with the batch.
 */
async function eachAlone({ outputs, run }: Loaded, feeds: Feeds, size: number | string): Promise<Finding[]> {
  const together = await run(feeds)
  const count = rowsIn(feeds)
  const fixed = typeof size === 'number'
  const chosen = Array.from({ length: Math.min(batch, count) }, (_, at) => (at === batch - 1 ? count - 1 : at))
  const alone: Feeds[] = []
  for (const example of chosen) alone.push(await run(oneRow(feeds, example, fixed ? size : 1)))
  return outputs.filter(isFetchable).flatMap(({ name, dims }) => {
    const whole = ownValue(together, name) as Tensor
    const parts = alone.map((outputs) => ownValue(outputs, name) as Tensor)
    const rowEach = whole.dims[0] === count && parts.every((part) => part.dims[0] === (fixed ? size : 1))
    if (typeof dims[0] !== typeof size || !rowEach)
      return [withoutBatch('it does not have a row for each example', `output ${name}`)]
    const found = parts.flatMap((part, at) => {
      const example = chosen[at] as number
      const among = oneRow({ whole }, example, fixed ? size : 1)['whole'] as Tensor
      return differing(name, part, among, batchTolerance).map((what) =>
        dependent(name, { example, count, fixed }, what),
      )
    })
    return found.slice(0, 1)
  })
}

function rowsIn(feeds: Feeds): number {
  return Object.values(feeds).find(({ dims }) => dims.length > 0)?.dims[0] ?? 0
}

function differing(
  name: string,
  expected: Tensor,
  found: Tensor | undefined,
  tolerance: { readonly absolute: number; readonly relative: number },
): string[] {
  if (found === undefined || found.dims.join() !== expected.dims.join()) return [`\`${name}\` has another shape`]
  const distance = distanceOf(expected, found, tolerance)
  if (distance === undefined) return []
  const { worst, beyond, elements } = distance
  return [
    `${beyond} of ${elements} elements, at ${placeIn(expected.dims, worst.index)} ${worst.expected} and then ${worst.found}`,
  ]
}

function dependent(
  name: string,
  { example, count, fixed }: { readonly example: number; readonly count: number; readonly fixed: boolean },
  what: string,
): Finding {
  const than = fixed ? `when all ${count} are the same` : 'alone'
  return {
    severity: 'warning',
    code: 'batch-dependent',
    where: `output ${name}`,
    message: `Example ${example} of a batch of ${count} gets another answer than ${than}: ${what}.`,
    hint: `Normal where activations are quantised over the whole batch (DynamicQuantizeLinear)${fixed ? ', or where its first dimension holds no examples' : ''}; else look for a reduction over the batch.`,
  }
}

/** A model or an output that has no batch to be seen. */
function withoutBatch(why: string, where: string): Finding {
  return {
    severity: 'note',
    code: 'batch-none',
    where,
    message: `Whether an answer depends on its batch was not checked: ${why}.`,
    hint: 'If callers send batches, give inputs and outputs a symbolic first dimension of one name when exporting.',
  }
}

function batchNotRun(error: UserError, called: Loaded['called']): Finding {
  const { message, ...finding } = notMade(error, called)
  return { ...finding, message: `Whether an answer depends on its batch was not checked: ${message}` }
}
