import { fromFloat16, toFloat16 } from '../../core/float16.ts'
import { nearest } from '../../core/nearest.ts'
import { ownValue } from '../../core/own.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor, TensorInfo } from '../../core/tensor.ts'
import { openNpz } from '../../data/npz.ts'
import { isFetchable } from '../../providers/session.ts'
import { distanceOf, placeIn, type Tolerance } from './closeness.ts'
import { unfetchedIn } from './fetched.ts'
import { type Loaded, whileLoaded } from './session.ts'
import { type Golden, goldenFile } from './settings.ts'

/**
 * That the model gives the expected outputs on the inputs beside them, each within its tolerance. An array that nothing takes is an error,
 * as one of a mistyped name would never be compared; `all` are the sets that are checked, of which several may share a file.
 */
export async function checkGolden(
  golden: Golden,
  all: readonly Golden[],
  artifact: Artifact,
  tools: StageTools,
): Promise<readonly Finding[]> {
  const file = goldenFile(golden, tools.folder)
  const arrays = openNpz(await tools.world.files.read(file), golden.from)
  return whileLoaded(artifact, tools, async ({ inputs, outputs, run }) => {
    const missing = inputs.filter(({ name }) => !arrays.has(inputArray(golden, name)))
    const wanted = outputs.filter(({ name }) => arrays.has(outputArray(golden, name)))
    const unknown = Object.keys(golden.outputs).filter((name) => !wanted.some((known) => known.name === name))
    const sharing = all.filter((each) => each.from === golden.from)
    const untaken = untakenIn(arrays.names, sharing, { inputs, outputs })
    const problems = [
      ...missing.map(({ name }) => withoutInput(name, golden)),
      ...unknown.map((name) => withoutOutput(name, golden)),
      ...untaken,
    ]
    if (problems.length > 0) return problems
    const feeds = inputs.map(({ name }) => [name, arrays.read(inputArray(golden, name))] as const)
    const unfetched = unfetchedIn(wanted)
    if (wanted.length > 0 && unfetched.length === wanted.length) return unfetched
    const expected = wanted
      .filter(isFetchable)
      .map(({ name }) => [name, arrays.read(outputArray(golden, name))] as const)
    if (expected.length === 0) return [withoutOutput('', golden)]
    const empty = feeds.find(([, { dims }]) => dims[0] === 0)
    if (empty !== undefined || expected.every(([, { data }]) => data.length === 0))
      return [withoutRows(empty === undefined ? 'output' : `input ${empty[0]}`, golden)]
    const given = await run(Object.fromEntries(feeds))
    const others = outputs.filter(({ name }) => !sharing.some((set) => arrays.has(outputArray(set, name))))
    return [
      ...unfetched,
      ...expected.flatMap(([name, tensor]) => compared(name, tensor, ownValue(given, name), toleranceOf(golden, name))),
      ...(others.length === 0 ? [] : [notCompared(others, golden)]),
    ]
  })
}

function inputArray({ inputs }: Golden, name: string): string {
  return ownValue(inputs, name) ?? name
}

function outputArray({ outputs }: Golden, name: string): string {
  return ownValue(outputs, name)?.array ?? name
}

function untakenIn(
  names: readonly string[],
  sets: readonly Golden[],
  { inputs, outputs }: Pick<Loaded, 'inputs' | 'outputs'>,
): Finding[] {
  const taken = sets.flatMap((set) => [
    ...inputs.map(({ name }) => inputArray(set, name)),
    ...outputs.map(({ name }) => outputArray(set, name)),
  ])
  const known = [...inputs, ...outputs].map(({ name }) => name)
  return names
    .filter((name) => !taken.includes(name))
    .map((name) =>
      finding(
        'golden-array',
        `array ${name}`,
        `${sets[0]?.from} holds it, and no input or output of the model is called so or takes it.`,
        `Did you mean ${nearest(name, known)}? The model has ${known.join(', ')}. Rename the array, or leave it out.`,
      ),
    )
}

function notCompared(outputs: readonly TensorInfo[], { from }: Golden): Finding {
  const names = outputs.map(({ name }) => name).join(', ')
  return {
    severity: 'note',
    code: 'golden-some',
    where: 'model',
    message: `${from} expects nothing of its ${outputs.length === 1 ? 'output' : 'outputs'} ${names}, which ${outputs.length === 1 ? 'was' : 'were'} not compared.`,
    hint: 'Add an array of that name with the values to expect.',
    partly: `without ${names}`,
  }
}

function toleranceOf({ absolute, relative, outputs }: Golden, output: string): Tolerance {
  const own = ownValue(outputs, output)
  return { absolute: own?.absolute ?? absolute, relative: own?.relative ?? relative }
}

function compared(output: string, wanted: Tensor, found: Tensor | undefined, tolerance: Tolerance): Finding[] {
  const expected = inTypeOf(found, wanted)
  const where = `output ${output}`
  const shape = ({ type, dims }: Tensor): string => `${type}[${dims.join(', ')}]`
  const fits = expected !== wanted || found?.type === expected.type
  if (found === undefined || !fits || found.dims.join() !== expected.dims.join())
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

/** Expected numbers of more digits than the output has, rounded as the output is; what is beyond its range stays as it is. */
function inTypeOf(found: Tensor | undefined, expected: Tensor): Tensor {
  const [narrow, wide] = [roundings.findIndex(({ type }) => type === found?.type), widths.indexOf(expected.type)]
  if (narrow < 0 || wide <= narrow) return expected
  const { round } = roundings[narrow] as (typeof roundings)[number]
  const data = Float64Array.from(expected.data as Float32Array, (value) => {
    const rounded = round(value)
    return Number.isFinite(rounded) ? rounded : value
  })
  return { type: 'float64', dims: expected.dims, data }
}

const widths: readonly string[] = ['float16', 'float32', 'float64']
const roundings = [
  { type: 'float16', round: (value: number) => fromFloat16(toFloat16(value)) },
  { type: 'float32', round: Math.fround },
]

function withoutInput(name: string, { from }: Golden): Finding {
  return finding(
    'golden-input',
    `input ${name}`,
    `${from} holds no array for it.`,
    'Add one of its name; in a pipeline, another can be named under `golden: inputs`.',
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
