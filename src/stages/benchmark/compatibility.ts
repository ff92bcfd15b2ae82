import { UserError } from '../../core/errors/index.ts'
import { ownValue } from '../../core/own.ts'
import type { InterfaceChange, OutputsMeasured } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import type { Files } from '../../core/world.ts'
import { batchOf } from '../../data/batch.ts'
import type { Data } from '../../data/fit.ts'
import { outputDistances } from '../../data/output-distance.ts'
import { batchFor, type InputRange, makeInputs } from '../../measure/inputs.ts'
import type { ModelInterface } from '../../measure/inspect.ts'
import type { Feeds } from '../../measure/protocol.ts'
import { runEach } from '../../measure/run-each.ts'
import { diffInterface } from '../../onnx/diff/index.ts'
import { readModel } from '../../onnx/format/index.ts'
import { unfetchable } from '../../providers/errors.ts'
import { isFetchable } from '../../providers/session.ts'
import { leastAlike, type OutputFigures } from '../../verdicts/index.ts'
import type { Located } from './quality.ts'
import type { BenchmarkSettings } from './settings.ts'

/** What is compared beside metrics: production, and the contender that is compared with it. */
export interface ComparedPair {
  readonly production: Located
  readonly chosen: Located
}

export async function measureInterface(
  { production, chosen }: ComparedPair,
  files: Pick<Files, 'open'>,
): Promise<InterfaceChange> {
  const read = async ({ contender, path }: Located) => readModel(await files.open(path), contender.model.name)
  const { change, reasons } = diffInterface(await read(production), await read(chosen))
  return { change, reasons: [...reasons] }
}

interface Source {
  readonly settings: Pick<BenchmarkSettings, 'seed' | 'shapes'>
  readonly interfaces: Readonly<Record<string, ModelInterface>>
  readonly data: Data | undefined
  readonly provider: string
}

/** Enough that a difference on some inputs shows, few enough to take no time beside a benchmark. */
const runs = 8

/** What keeps models from running on the same inputs without being an error of the benchmark. */
const impossible: readonly string[] = [
  'batch-fixed',
  'input-too-large',
  'input-unsupported',
  'model-run-failed',
  'outputs-unsupported',
  'worker-died',
]

/**
 * How far the outputs of the chosen contender lie from production's, on examples of the data or on made-up inputs, the
 * same for both; and how far production's own lie from one another.
 */
export async function measureOutputs(
  both: ComparedPair,
  { settings, interfaces, data, provider }: Source,
  tools: Pick<StageTools, 'world' | 'signal' | 'progress'>,
): Promise<OutputsMeasured> {
  const { production, chosen } = both
  const source = data === undefined ? {} : { data: data.name }
  const inputsOf = ({ contender }: Located): readonly TensorInfo[] => ownValue(interfaces, contender.id)?.inputs ?? []
  const inputs = sharedInputs(inputsOf(production), inputsOf(chosen))
  const missing = (reason: string): OutputsMeasured => ({ ...source, errors: [], spreads: [], missing: reason })
  if (inputs === undefined) return missing('it takes other inputs than production')
  const unseen = interfaces[production.contender.id]?.outputs.find((output) => !isFetchable(output))
  // What the other outputs say would pass for a comparison of all.
  if (unseen !== undefined) return missing(`the output ${unseen.name} ${unfetchable(unseen)}, and Node cannot fetch it`)
  tools.progress('outputs on the same inputs')
  try {
    const answers = await answersOf(
      both,
      data === undefined ? madeUp(inputs, settings) : [spreadOver(data, inputs)],
      provider,
      tools,
    )
    const errors = distances(answers.chosen, answers.production)
    if ('reason' in errors) return missing(errors.reason)
    const spreads = distances(answers.production.slice(1), answers.production.slice(0, -1))
    const outputs = [...errors.of].map(([name, own]): OutputFigures => {
      // Where shapes vary from run to run nothing says what another input makes.
      return { name, errors: own, spreads: 'reason' in spreads ? [] : (spreads.of.get(name) ?? []) }
    })
    const [first, ...others] = outputs
    if (first === undefined) return missing('it has no outputs')
    const { name, ...figures } = leastAlike([first, ...others])
    return { ...source, ...(others.length === 0 ? {} : { output: name }), ...figures }
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError && impossible.includes(error.code))) throw error
    return missing(inWords(error.message, both))
  }
}

interface Answers {
  readonly production: readonly Feeds[]
  readonly chosen: readonly Feeds[]
}

/** What both give for the first of these lists of inputs that both run on. */
async function answersOf(
  { production, chosen }: ComparedPair,
  [feeds, ...others]: readonly (readonly Feeds[])[],
  provider: string,
  tools: Pick<StageTools, 'world' | 'signal'>,
): Promise<Answers> {
  try {
    const of = ({ path }: Located): Promise<Feeds[]> => runEach({ path, provider }, feeds ?? [], tools)
    return { production: await of(production), chosen: await of(chosen) }
  } catch (error) {
    if (others.length === 0 || !(error instanceof UserError && error.code === 'model-run-failed')) throw error
    return answersOf({ production, chosen }, others, provider, tools)
  }
}

/** Inputs that both take: with the sizes that either fixes. Undefined where names or types differ. */
function sharedInputs(production: readonly TensorInfo[], chosen: readonly TensorInfo[]): TensorInfo[] | undefined {
  if (production.length !== chosen.length) return undefined
  const shared = production.flatMap(({ name, type, dims }) => {
    const other = chosen.find((each) => each.name === name)
    if (other?.type !== type || other.dims.length !== dims.length) return []
    return [{ name, type, dims: dims.map((dim, axis) => (typeof dim === 'number' ? dim : (other.dims[axis] ?? dim))) }]
  })
  return shared.length === production.length ? shared : undefined
}

/**
 * Half of the runs have negative numbers too. Not every model takes these, and bytes may be those of images, which are any, or
 * indices, which are not: the second list is for models that fail on the first.
 */
function madeUp(inputs: readonly TensorInfo[], { seed, shapes }: Source['settings']): Feeds[][] {
  const ranges: readonly ((run: number) => InputRange)[] = [(run) => (run % 2 === 0 ? 'any' : 'signed'), () => 'usual']
  return ranges.map((rangeOf) =>
    Array.from({ length: runs }, (_, run) => makeInputs(inputs, 1, seed + run, shapes, rangeOf(run))),
  )
}

/** From all over the data, which are often sorted. */
function spreadOver(data: Data, inputs: readonly TensorInfo[]): Feeds[] {
  const batch = batchFor(inputs, 1)
  const length = Math.min(runs, Math.ceil(data.examples / batch))
  const last = Math.max(0, data.examples - batch)
  return Array.from({ length }, (_, run) => {
    const start = length === 1 ? 0 : Math.round((run * last) / (length - 1))
    return batchOf(data, start, start + batch)
  })
}

type Distances = { readonly of: ReadonlyMap<string, readonly number[]> } | { readonly reason: string }

/** How far each output lies from those of the same place in the other list, run by run. */
function distances(given: readonly Feeds[], expected: readonly Feeds[]): Distances {
  const of = new Map<string, number[]>()
  for (const [run, outputs] of given.entries()) {
    const found = outputDistances(outputs, expected[run] as Feeds)
    if ('reason' in found) return found
    for (const [name, distance] of found.distances) of.set(name, [...(of.get(name) ?? []), distance])
  }
  return { of }
}

/** A message as the end of a sentence, with the models called by their names rather than by their paths. */
function inWords(message: string, { production, chosen }: ComparedPair): string {
  const named = [production, chosen].reduce(
    (words, { path, contender }) => words.replaceAll(path, contender.model.name),
    message.replace(/\.$/, ''),
  )
  return named.charAt(0).toLowerCase() + named.slice(1)
}
