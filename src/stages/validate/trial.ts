import { UserError } from '../../core/errors/index.ts'
import { ownValue } from '../../core/own.ts'
import type { Finding, Subject } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import { rows, type Tensor, type TensorInfo } from '../../core/tensor.ts'
import { batchOf } from '../../data/batch.ts'
import { type Data, fitted } from '../../data/fit.ts'
import { type LoadedData, loadData } from '../../data/load.ts'
import { readNpz } from '../../data/npz.ts'
import { batchFor, makeInputs } from '../../measure/inputs.ts'
import type { Feeds } from '../../measure/protocol.ts'
import { stageError } from '../errors.ts'
import { goldenFile, type ValidateSettings } from './settings.ts'

/** What a model can be tried on, gathered before anything is known of its inputs. */
export interface Examples {
  /** The inputs of each golden set: a function from the name of an input to its array. */
  readonly golden: readonly { readonly from: string; arrayFor(input: string): Tensor | undefined }[]
  readonly data: LoadedData | undefined
  /** Whether the settings name the data set. One that they do not name is left aside where it does not fit. */
  readonly named: boolean
  /** Shapes of made-up inputs, by name. */
  readonly shapes: Readonly<Record<string, readonly number[]>>
  /** Why the data set that the settings do not name is left aside. */
  readonly aside?: UserError | undefined
}

/** The inputs that one model is tried on. */
export interface Trial {
  /** `made-up inputs`, `the first examples of eval`: the end of a phrase that begins with "on". */
  readonly name: string
  /** False where the inputs were made up. */
  readonly real: boolean
  /** True where they were made up in a way that may be at fault when the model does not run. */
  readonly doubtful: boolean
  /** The inputs of one run; of one example, where the model leaves its batch open. */
  one(): Feeds
  /** The inputs of as many runs as there is reason for: of real data up to 256, from all over them. `of`: what they are, as `name`. */
  each(): Iterable<{ readonly feeds: Feeds; readonly of: string }>
  /** So many examples as one batch, at least two of them different; fewer where there are not so many, and the model leaves its batch open. */
  several(count: number): Feeds
  /** What is good to know about the choice of the inputs. */
  readonly findings: readonly Finding[]
}

/**
 * Reads the golden sets, and the data set that `data:` names, or that is called eval. Throws `data-set-unknown`, and what reading
 * a named data set or a golden set throws.
 */
export async function examplesOf(
  settings: Pick<ValidateSettings, 'golden' | 'data' | 'shapes'>,
  subject: Subject,
  { world, store, folder }: Pick<StageTools, 'world' | 'store' | 'folder'>,
): Promise<Examples> {
  const { golden, data: name, shapes } = settings
  const sets: Examples['golden'][number][] = []
  for (const set of golden) {
    const arrays = readNpz(await world.files.read(goldenFile(set, folder)), set.from)
    sets.push({ from: set.from, arrayFor: (input) => ownValue(arrays, ownValue(set.inputs, input) ?? input) })
  }
  const gathered = { golden: sets, named: name !== undefined, shapes }
  try {
    return { ...gathered, data: await dataSet(name, subject, { world, store }) }
  } catch (error) {
    if (name !== undefined || !(error instanceof UserError)) throw error
    return { ...gathered, data: undefined, aside: error }
  }
}

async function dataSet(
  named: string | undefined,
  { data: known }: Subject,
  { world, store }: Pick<StageTools, 'world' | 'store'>,
): Promise<LoadedData | undefined> {
  const name = named ?? 'eval'
  const reference = ownValue(known, name)
  if (reference !== undefined) {
    const { files, trust } = world
    return loadData(name, reference, { path: await store.path(reference.artifact), files, trust })
  }
  if (named === undefined) return undefined
  throw stageError('data-set-unknown', { data: name, names: Object.keys(known) })
}

/**
 * What a model of these inputs is tried on: a golden set, else a data set, else made-up inputs. Real inputs are never at fault.
 * Throws what `fitted` throws, for a data set that the settings name.
 */
export function trialOf(examples: Examples, inputs: readonly TensorInfo[]): Trial {
  const golden = examples.golden.find(({ arrayFor }) => inputs.every(({ name }) => arrayFor(name) !== undefined))
  if (golden !== undefined) return goldenTrial(golden, inputs, examples)
  const { data: loaded, named } = examples
  if (loaded === undefined) return madeUp(examples, inputs, examples.aside)
  try {
    return dataTrial(fitted(loaded, [inputs]), inputs, examples)
  } catch (error) {
    if (named || !(error instanceof UserError)) throw error
    return madeUp(examples, inputs, error)
  }
}

function dataTrial(data: Data, inputs: readonly TensorInfo[], examples: Examples): Trial {
  return {
    name: `the first examples of ${data.name}`,
    real: true,
    doubtful: false,
    one: () => batchOf(data, 0, batchFor(inputs, 1)),
    each: () => eachOf(data, inputs),
    several(count) {
      if (data.examples < 2) return severalMadeUp(examples, inputs, count)
      return batchOf(data, 0, hasOpenBatch(inputs) ? Math.min(count, data.examples) : count)
    },
    findings: onSome(data, inputs),
  }
}

/** What is to be said where it does not run on all examples. */
function onSome({ name, examples }: Data, inputs: readonly TensorInfo[]): Finding[] {
  const ran = mostRuns * batchFor(inputs, 1)
  if (ran >= examples) return []
  return [
    {
      severity: 'note',
      code: 'runs-some',
      where: 'model',
      message: `It ran on ${ran} of the ${examples} examples of ${name}, from all over them.`,
      hint: 'A comparison of a quality metric runs it on all of them.',
      partly: `on ${ran} of ${examples} examples`,
    },
  ]
}

/** More tell little that these do not, and take the time of a benchmark. */
const mostRuns = 256

function* eachOf(data: Data, inputs: readonly TensorInfo[]): ReturnType<Trial['each']> {
  const batch = batchFor(inputs, 1)
  const runs = Math.min(mostRuns, Math.ceil(data.examples / batch))
  const last = Math.max(0, data.examples - batch)
  for (let run = 0; run < runs; run++) {
    const start = runs === 1 ? 0 : Math.round((run * last) / (runs - 1))
    yield { feeds: batchOf(data, start, start + batch), of: `example ${start} of ${data.name}` }
  }
}

function goldenTrial(
  { from, arrayFor }: Examples['golden'][number],
  inputs: readonly TensorInfo[],
  examples: Examples,
): Trial {
  const feeds = Object.fromEntries(inputs.map(({ name }) => [name, arrayFor(name) as Tensor]))
  const held = Math.min(...Object.values(feeds).flatMap(({ dims }) => dims.slice(0, 1)))
  const name = `the inputs of ${from}`
  const one = (): Feeds => (hasOpenBatch(inputs) && held > 1 ? firstOf(feeds, 1) : feeds)
  return {
    name,
    real: true,
    doubtful: false,
    one,
    each: () => [{ feeds: one(), of: name }],
    several: (count) => (held < 2 ? severalMadeUp(examples, inputs, count) : firstOf(feeds, Math.min(count, held))),
    findings: [],
  }
}

function madeUp(examples: Examples, inputs: readonly TensorInfo[], aside: UserError | undefined): Trial {
  const { shapes } = examples
  const name = 'made-up inputs'
  const one = (): Feeds => makeInputs(inputs, 1, seeds.one, shapes)
  return {
    name,
    real: false,
    doubtful: isGuess(inputs, shapes),
    one,
    each: () => [{ feeds: one(), of: name }],
    several: (count) => severalMadeUp(examples, inputs, count),
    findings: aside === undefined ? [] : [leftAside(aside)],
  }
}

/** Stated shapes say what one run takes, not a batch of several. */
function severalMadeUp({ shapes }: Examples, inputs: readonly TensorInfo[], count: number): Feeds {
  const stated = Object.entries(shapes).map(([name, [, ...rest]]) => [name, [count, ...rest]] as const)
  return makeInputs(inputs, count, seeds.several, Object.fromEntries(stated))
}

const seeds = { one: 1, several: 2 }

/** Whether inputs have one symbol as their first dimension: a batch whose size callers choose. */
export function hasOpenBatch(inputs: readonly TensorInfo[]): boolean {
  return typeof sharedBatch(inputs) === 'string'
}

/** The first dimension of all inputs but scalars, where it is the same: a symbol, or a size. */
export function sharedBatch(inputs: readonly TensorInfo[]): number | string | undefined {
  const [first, ...others] = new Set(inputs.filter(({ dims }) => dims.length > 0).map(({ dims }) => dims[0]))
  return others.length === 0 ? first : undefined
}

/** The first rows of each input. Scalars have none. */
export function firstOf(feeds: Feeds, count: number): Feeds {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, tensor]) => [name, tensor.dims.length === 0 ? tensor : rows(tensor, 0, count)]),
  )
}

/**
 * Whether a model may be sound and still not run on made-up inputs: more than a batch is left open, so sizes had to be
 * guessed, or values have to make sense.
 */
function isGuess(inputs: readonly TensorInfo[], shapes: Examples['shapes']): boolean {
  const open = inputs.flatMap(({ name, dims }) => (Object.hasOwn(shapes, name) ? [] : dims))
  const symbols = open.filter((dim) => typeof dim === 'string')
  return new Set(symbols).size > 1 || symbols.includes('') || inputs.some(({ type }) => meant.includes(type))
}

/** Types of shapes, indices, lengths, masks and words. Bytes are those of images, which may be any. */
const meant: readonly string[] = ['int32', 'int64', 'uint32', 'uint64', 'bool', 'string']

function leftAside({ message, hint }: UserError): Finding {
  return {
    severity: 'note',
    code: 'data-aside',
    where: 'model',
    message: `It was tried on made-up inputs, because the data set eval cannot be used: ${message}`,
    hint,
  }
}
