import { UserError } from '../../core/errors/index.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import { rows, type Tensor, type TensorInfo } from '../../core/tensor.ts'
import { makeInputs } from '../../measure/inputs.ts'
import type { Feeds } from '../../measure/protocol.ts'
import { distanceOf, placeIn } from './closeness.ts'
import { type Loaded, whileLoaded } from './session.ts'

const seed = 2
const batch = 3
/** Sums in another order round differently; anything more is another answer. */
const batchTolerance = { absolute: 1e-4, relative: 1e-3 }

/** That the same input gives the same output twice, bit by bit, and that an example's answer does not depend on its batch. */
export function checkDeterminism(artifact: Artifact, tools: StageTools): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, async (loaded) => {
    try {
      return [...(await twice(loaded)), ...(await batched(loaded))]
    } catch (error) {
      // What cannot run on made-up inputs at all is for the check `runs` to tell.
      if (error instanceof UserError && error.code === 'model-run-failed')
        return [unchecked('it does not run on made-up inputs')]
      throw error
    }
  })
}

async function twice({ inputs, run }: Loaded): Promise<Finding[]> {
  const feeds = makeInputs(inputs, 1, seed)
  const [first, second] = [await run(feeds), await run(feeds)]
  return Object.entries(first).flatMap(([name, tensor]) =>
    differing(name, tensor, second[name], { absolute: 0, relative: 0 }).map((what) => ({
      severity: 'error' as const,
      code: 'not-deterministic',
      where: `output ${name}`,
      message: `The same input gives another output the second time: ${what}.`,
      hint: 'Look for operators that draw random numbers (RandomNormal, Multinomial, Dropout in training mode) and export them with a seed, or out of the model.',
    })),
  )
}

async function batched({ inputs, outputs, run }: Loaded): Promise<Finding[]> {
  if (!batchFirst(inputs) || !batchFirst(outputs))
    return [unchecked('not every input and output has a batch as its first dimension')]
  const feeds = makeInputs(inputs, batch, seed)
  const together = await run(feeds)
  for (let example = 0; example < batch; example++) {
    const alone = await run(slice(feeds, example))
    for (const [name, tensor] of Object.entries(together)) {
      if (tensor.dims[0] !== batch)
        return [unchecked(`output \`${name}\` has ${tensor.dims[0]} rows for a batch of ${batch}`)]
      const [what] = differing(name, alone[name] as Tensor, rows(tensor, example, example + 1), batchTolerance)
      if (what !== undefined) return [dependent(name, example, what)]
    }
  }
  return []
}

/** Whether all of them share one symbol as their first dimension. */
function batchFirst(ports: readonly TensorInfo[]): boolean {
  const first = new Set(ports.map(({ dims }) => dims[0]))
  return ports.length > 0 && first.size === 1 && typeof ports[0]?.dims[0] === 'string' && ports[0].dims[0] !== ''
}

function slice(feeds: Feeds, example: number): Feeds {
  return Object.fromEntries(Object.entries(feeds).map(([name, tensor]) => [name, rows(tensor, example, example + 1)]))
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

function dependent(name: string, example: number, what: string): Finding {
  return {
    severity: 'warning',
    code: 'batch-dependent',
    where: `output ${name}`,
    message: `Example ${example} of a batch of ${batch} gets another answer than alone: ${what}.`,
    hint: 'Normal where activations are quantised over the whole batch (DynamicQuantizeLinear); else look for a reduction over the batch.',
  }
}

function unchecked(why: string): Finding {
  return {
    severity: 'note',
    code: 'batch-unchecked',
    where: 'model',
    message: `Whether an example's answer depends on its batch was not checked: ${why}.`,
    hint: 'Give inputs and outputs a symbolic first dimension of one name when exporting.',
  }
}
