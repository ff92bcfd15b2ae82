import { ownValue } from '../../core/own.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor } from '../../core/tensor.ts'
import { openNpz } from '../../data/npz.ts'
import { isFetchable } from '../../providers/session.ts'
import { distanceOf, placeIn, type Tolerance } from './closeness.ts'
import { unfetchedIn } from './fetched.ts'
import { whileLoaded } from './session.ts'
import { type Golden, goldenFile } from './settings.ts'

/** That the model gives the expected outputs on the inputs beside them, each within its tolerance. */
export async function checkGolden(golden: Golden, artifact: Artifact, tools: StageTools): Promise<readonly Finding[]> {
  const file = goldenFile(golden, tools.folder)
  const arrays = openNpz(await tools.world.files.read(file), golden.from)
  return whileLoaded(artifact, tools, async ({ inputs, outputs, run }) => {
    const inputOf = (name: string): string => ownValue(golden.inputs, name) ?? name
    const outputOf = (name: string): string => ownValue(golden.outputs, name)?.array ?? name
    const missing = inputs.filter(({ name }) => !arrays.has(inputOf(name)))
    if (missing.length > 0) return missing.map(({ name }) => withoutInput(name, golden))
    const feeds = inputs.map(({ name }) => [name, arrays.read(inputOf(name))] as const)
    const wanted = outputs.filter(({ name }) => arrays.has(outputOf(name)))
    const unfetched = unfetchedIn(wanted)
    if (wanted.length > 0 && unfetched.length === wanted.length) return unfetched
    const expected = wanted.filter(isFetchable).map(({ name }) => [name, arrays.read(outputOf(name))] as const)
    const unknown = Object.keys(golden.outputs).filter((name) => !wanted.some((known) => known.name === name))
    if (unknown.length > 0 || expected.length === 0)
      return (unknown.length > 0 ? unknown : ['']).map((name) => withoutOutput(name, golden))
    const empty = feeds.find(([, { dims }]) => dims[0] === 0)
    if (empty !== undefined || expected.every(([, { data }]) => data.length === 0))
      return [withoutRows(empty === undefined ? 'output' : `input ${empty[0]}`, golden)]
    const given = await run(Object.fromEntries(feeds))
    return [
      ...unfetched,
      ...expected.flatMap(([name, tensor]) => compared(name, tensor, ownValue(given, name), toleranceOf(golden, name))),
    ]
  })
}

function toleranceOf({ absolute, relative, outputs }: Golden, output: string): Tolerance {
  const own = ownValue(outputs, output)
  return { absolute: own?.absolute ?? absolute, relative: own?.relative ?? relative }
}

function compared(output: string, expected: Tensor, found: Tensor | undefined, tolerance: Tolerance): Finding[] {
  const where = `output ${output}`
  const shape = ({ type, dims }: Tensor): string => `${type}[${dims.join(', ')}]`
  if (found === undefined || shape(found) !== shape(expected))
    return [
      finding(
        'golden-shape',
        where,
        `It is ${found === undefined ? 'missing' : shape(found)} where ${shape(expected)} is expected.`,
      ),
    ]
  const distance = distanceOf(expected, found, tolerance)
  if (distance === undefined) return []
  const { beyond, elements, worst } = distance
  const place = placeIn(expected.dims, worst.index)
  return [
    finding(
      'golden-differs',
      where,
      `${beyond} of ${elements} elements differ; the furthest, at ${place}, is ${worst.found} where ${worst.expected} is expected.`,
    ),
  ]
}

function withoutInput(name: string, { from }: Golden): Finding {
  return finding(
    'golden-input',
    `input ${name}`,
    `${from} holds no array for it.`,
    'Add one of its name, or name another under `golden: inputs`.',
  )
}

function withoutOutput(name: string, { from }: Golden): Finding {
  if (name === '') return finding('golden-output', 'model', `${from} holds no array for any of its outputs.`)
  return finding('golden-output', `output ${name}`, `The model has no such output, or ${from} no array for it.`)
}

/** Nothing can differ where there is nothing, and no data never pass. */
function withoutRows(where: string, { from }: Golden): Finding {
  const message =
    where === 'output' ? `What ${from} expects has no elements.` : `${from} holds no rows for it: nothing is compared.`
  return finding('golden-empty', where, message, 'Write at least one example with its expected outputs.')
}

function finding(
  code: string,
  where: string,
  message: string,
  hint = 'If the model is right, write the expected outputs anew; if it is nearly right, widen the tolerance of the output.',
): Finding {
  return { severity: 'error', code, where, message, hint }
}
