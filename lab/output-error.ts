// How far outputs lie apart on made-up inputs, by what was done to the weights of real models: what counts as alike rests on it.
//   npx tsx lab/output-error.ts [--seeds 5] [--only voice]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fromFloat16, toFloat16 } from '../src/core/float16.ts'
import { printShare } from '../src/core/quantity/index.ts'
import { inspectModels } from '../src/measure/inspect.ts'
import { type Model, readModel, writeModel } from '../src/onnx/format/index.ts'
import type { Attribute, Graph, Node, OnnxTensor } from '../src/onnx/format/messages.ts'
import { edited } from '../src/onnx/format/read-message.ts'
import { tensor } from '../src/onnx/graph/build.ts'
import { elementsOf } from '../src/onnx/tensors/elements.ts'
import { measureOutputs } from '../src/stages/benchmark/compatibility.ts'
import { createRandom, type Random } from '../src/stats/random.ts'
import { compareCompatibility } from '../src/verdicts/index.ts'
import type { JudgedOutputs } from '../src/verdicts/row/compatibility.ts'
import { measurements } from '../test/verdicts/measurements.ts'
import { calibrationModels } from './calibrate/models.ts'
import { worldHere } from './calibrate/world.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
})
const world = worldHere()
const signal = new AbortController().signal
const scratch = mkdtempSync(path.join(tmpdir(), 'output-error-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** What is done to the values of one tensor of weights; `random` is its own. */
type Change = (weights: Float32Array, random: Random) => Float32Array

const changes: Readonly<Record<string, Change>> = {
  'half precision': (weights) => weights.map((each) => fromFloat16(toFloat16(each))),
  '8 bits, one scale a tensor': rounded(8),
  'noise of 1 % of their deviation': noisy(0.01),
  'noise of 10 %': noisy(0.1),
  'all shuffled within their tensor': (weights, random) => Float32Array.from(random.shuffle([...weights])),
}

function rounded(bits: number): Change {
  return (weights) => {
    const scale = weights.reduce((most, each) => Math.max(most, Math.abs(each)), 0) / (2 ** (bits - 1) - 1)
    return scale === 0 ? weights : weights.map((each) => Math.round(each / scale) * scale)
  }
}

function noisy(share: number): Change {
  return (weights, random) => {
    const mean = weights.reduce((sum, each) => sum + each, 0) / weights.length
    const deviation = Math.sqrt(weights.reduce((sum, each) => sum + (each - mean) ** 2, 0) / weights.length)
    // The sum of twelve uniform numbers, less six: close enough to a normal one.
    const normal = (): number =>
      Array.from({ length: 12 }, () => random.uniform()).reduce((sum, each) => sum + each, -6)
    return weights.map((each) => each + share * deviation * normal())
  }
}

interface Subject {
  readonly id: string
  readonly file: string
  readonly shapes: Readonly<Record<string, readonly number[]>>
}

const digits: readonly Subject[] = ['digits-1.0.0', 'digits-candidate'].map((id) => ({
  id,
  file: path.resolve(`pipelines/digits/${id}.onnx`),
  shapes: {},
}))

console.log(`${values.seeds} seeds, ${world.clock.now().slice(0, 10)}\n`)
console.log('| model | what was done to its weights | output error | another input makes | alike |')
console.log('| --- | --- | --- | --- | --- |')
for (const subject of [...digits, ...calibrationModels()].filter(({ id }) => id.includes(values.only))) {
  const model = readModel(await world.files.open(subject.file), subject.id)
  for (const [what, change] of Object.entries(changes))
    await report(subject, what, (seed) => reweighted(model, change, seed))
  const layers = countOf(model)
  await report(subject, 'those of one tensor shuffled, each in turn', (seed) => {
    const layer = Math.floor(((seed - 1) / Number(values.seeds)) * layers)
    return reweighted(model, changes['all shuffled within their tensor'] as Change, seed, layer)
  })
}
const old = digits[0] as Subject
for (const other of old.id.includes(values.only) ? ['digits-candidate', 'digits-regression'] : []) {
  const model = readModel(await world.files.open(path.resolve(`pipelines/digits/${other}.onnx`)), other)
  await report(old, `${other} instead`, () => model)
}

async function report(subject: Subject, what: string, made: (seed: number) => Model): Promise<void> {
  const found: JudgedOutputs[] = []
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const file = path.join(scratch, 'changed.onnx')
    await world.files.writePieces(file, [writeModel(made(seed))])
    found.push(await compared(subject, file, seed))
  }
  const range = (of: (each: JudgedOutputs) => number | undefined): string => {
    const all = found.map((each) => of(each) ?? Number.NaN).sort((a, b) => a - b)
    const [low, high] = [printShare(all[0] ?? Number.NaN, 2), printShare(all.at(-1) ?? Number.NaN, 2)]
    return low === high ? low : `${low} to ${high}`
  }
  const alike = found.filter(({ verdict }) => verdict === 'pass').length
  const row = [
    subject.id,
    what,
    range(({ error }) => error),
    range(({ spread }) => spread),
    `${alike} of ${found.length}`,
  ]
  console.log(`| ${row.join(' | ')} |`)
}

async function compared({ file, shapes }: Subject, changed: string, seed: number): Promise<JudgedOutputs> {
  const models = [
    { id: 'production', path: file },
    { id: 'candidate', path: changed },
  ] as const
  const { interfaces } = await inspectModels(models, 'cpu', { world, signal })
  const located = (role: 'production' | 'candidate', path: string) => ({
    contender: { id: role, role, model: { sha256: role, bytes: 1, name: role } },
    path,
  })
  const outputs = await measureOutputs(
    { production: located('production', file), chosen: located('candidate', changed) },
    {
      settings: { seed, shapes: { ...shapes } as Record<string, number[]> },
      interfaces,
      data: undefined,
      provider: 'cpu',
    },
    { world, signal, progress() {} },
  )
  const judged = compareCompatibility({ ...measurements(), outputs }, [], { interface: 'stated', outputs: 'alike' })
  return judged.outputs as JudgedOutputs
}

/** A model whose weights are changed: of every tensor of two dimensions or more, or of one of them alone. */
function reweighted(model: Model, change: Change, seed: number, only?: number): Model {
  let at = -1
  return mapWeights(model, (weights) => {
    if (weights.dims.length < 2) return weights
    at += 1
    if (only !== undefined && only !== at) return weights
    return tensor(weights.name, 'float32', weights.dims, change(floatsOf(weights), createRandom(seed, at)))
  })
}

function countOf(model: Model): number {
  let count = 0
  mapWeights(model, (weights) => {
    if (weights.dims.length >= 2) count += 1
    return weights
  })
  return count
}

/** Initialisers and constants of single floats that are more than a few numbers. */
function mapWeights(model: Model, change: (weights: OnnxTensor) => OnnxTensor): Model {
  const changed = (weights: OnnxTensor): OnnxTensor =>
    weights.dataType === 1 && floatsOf(weights).length >= 16 ? change(weights) : weights
  const graphOf = (graph: Graph): Graph =>
    edited(graph, { initializer: graph.initializer.map(changed), node: graph.node.map(nodeOf) })
  const nodeOf = (node: Node): Node =>
    edited(node, { attribute: node.attribute.map((each) => attributeOf(each, node)) })
  const attributeOf = (attribute: Attribute, { opType }: Node): Attribute =>
    edited(attribute, {
      ...(attribute.t === undefined || opType !== 'Constant' ? {} : { t: changed(attribute.t) }),
      ...(attribute.g === undefined ? {} : { g: graphOf(attribute.g) }),
    })
  return edited(model, { graph: graphOf(model.graph as Graph) })
}

function floatsOf(weights: OnnxTensor): Float32Array {
  return (elementsOf(weights) as Float32Array | undefined) ?? new Float32Array()
}
