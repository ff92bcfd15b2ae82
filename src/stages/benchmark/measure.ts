import { environmentOf } from '../../core/environment.ts'
import { digest } from '../../core/json.ts'
import { ownValue, setOwn } from '../../core/own.ts'
import type { Measurements, Scenario, Speed, Subject, Warning } from '../../core/products/index.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import { type Data, fitted } from '../../data/fit.ts'
import { type LoadedData, loadData } from '../../data/load.ts'
import type { Experiment } from '../../measure/experiment.ts'
import { type FoundGpu, findGpu } from '../../measure/gpu/find.ts'
import { type Inspection, inspectModels } from '../../measure/inspect.ts'
import { readModel } from '../../onnx/format/index.ts'
import { summarize } from '../../onnx/graph/index.ts'
import { findProvider } from '../../providers/index.ts'
import { isProduction } from '../../verdicts/row/identity.ts'
import { stageError } from '../errors.ts'
import { type Asked, askedBy, nothing } from './asked.ts'
import { type ComparedPair, measureInterface, measureOutputs } from './compatibility.ts'
import { contendersOf } from './contenders.ts'
import { type Located, measureQuality } from './quality.ts'
import type { BenchmarkSettings } from './settings.ts'
import { type Part, partOf } from './shards.ts'
import { measureSpeed } from './speed.ts'

/** What a benchmark declares that it uses. */
type MeasuringTools = 'questions' | 'extensions' | 'measurements' | 'attempts' | 'shard'

/** Measures all contenders together: speed in interleaved blocks, quality on data, counts. */
export async function measure({
  settings,
  given: { subject, variants },
  tools,
}: StageInput<BenchmarkSettings, 'subject', 'variants', MeasuringTools>): Promise<StageOutcome<'measurements'>> {
  const contenders = contendersOf(subject, variants, settings['noise-floor'])
  const chosen = contenders.at(-1)?.id as string
  const part = partOf(settings, tools.shard)
  const identical = isProduction(contenders, chosen)
  const asked = identical ? nothing : askedOf(part, tools)
  const located = await Promise.all(
    contenders.map(async (contender) => ({ contender, path: await tools.store.path(contender.model) })),
  )
  const loaded = await dataFor(settings, subject, tools)
  const { scenarios } = part
  const counts = await countsOf(located, asked, tools)
  // What only counts bytes and parameters runs no model, and needs no runtime.
  const both = identical ? undefined : comparedPair(located, chosen)
  const outputs = both !== undefined && part.quality && (settings.outputs ?? wantsOutputs(asked))
  const infers = asked.speed || loaded !== undefined || outputs
  const inspection = infers ? await inspectAll(located, scenarios, tools) : uninspected
  const gpu = await watchedGpu(scenarios, tools)
  const environment = environmentOf(tools.world.machine, {
    runtimes: inspection.runtimes,
    ...(gpu === undefined ? {} : { gpus: [gpu.gpu] }),
  })
  const models = Object.values(inspection.interfaces).map(({ inputs }) => inputs)
  const data = loaded === undefined ? undefined : fitted(loaded, models, Object.keys(inspection.interfaces))
  const provider = scenarios[0]?.provider ?? 'cpu'
  const quality = await measureQuality(located, data, asked, provider, {
    ...tools,
    dataNames: Object.keys(subject.data),
    seed: settings.seed,
  })
  const compatibility =
    both === undefined || !part.quality ? {} : { interface: await measureInterface(both, tools.world.files) }
  const source = { settings, interfaces: inspection.interfaces, data, provider }
  const unmeasured: Measurements = {
    environments: [environment],
    seed: settings.seed,
    contenders,
    chosen,
    speed: [],
    ...(quality === undefined ? {} : { quality }),
    ...compatibility,
    ...(outputs ? { outputs: await measureOutputs(both, source, tools) } : {}),
    counts,
    warnings: [],
  }
  const copied = copyWarnings(data, asked)
  if (!asked.speed)
    return { product: { ...unmeasured, warnings: copied }, summary: summaryOf(unmeasured), warnings: copied }
  const inputs = inputsDigest(data, subject, settings)
  const experiments = await measureSpeed(
    { settings, scenarios, located, data, inputs, inspection, gpu, environment: environment.fingerprint, unmeasured },
    tools,
  )
  const warnings = firstOfEach([
    ...copied,
    ...(tools.shard === undefined ? elsewhere(scenarios) : []),
    ...experiments.flatMap((experiment) => experiment.warnings),
  ])
  const product: Measurements = { ...unmeasured, speed: experiments.map(speedOf), warnings }
  const settled = tools.questions.length === 0 || experiments.every(({ answered }) => answered)
  return { product, summary: summaryOf(product), warnings, settled }
}

/** Quality is the same wherever it is measured: one shard does it. */
function askedOf({ quality }: Part, { questions }: StageTools<'questions'>): Asked {
  const asked = askedBy(questions)
  return quality ? asked : { ...asked, quality: [], custom: [] }
}

/** Production and what is compared with it; undefined where there is no production. */
function comparedPair(located: readonly Located[], id: string): ComparedPair | undefined {
  const production = located.find(({ contender }) => contender.role === 'production')
  const chosen = located.find(({ contender }) => contender.id === id)
  return production === undefined || chosen === undefined ? undefined : { production, chosen }
}

/** Where models run anyway and nothing else says what they answer. */
function wantsOutputs({ insists, speed, quality, custom }: Asked): boolean {
  return insists && speed && quality.length === 0 && custom.length === 0
}

/** Copies are worth no more than what they are copies of. */
function copyWarnings(data: Data | undefined, { quality, custom }: Asked): Warning[] {
  if (data?.copies === undefined || quality.length + custom.length === 0) return []
  const { name, copies, examples } = data
  return [
    {
      code: 'data-copies',
      message: `Of the ${examples} examples of the data set ${name} ${copies} ${copies === 1 ? 'is a copy of another' : 'are copies of others'}, inputs and labels alike: ${examples - copies} are different ones.`,
      remedy:
        'Leave the copies out. If the examples only look the same, name the array that tells which belong together, under `group:`.',
    },
  ]
}

function elsewhere(scenarios: readonly Scenario[]): Warning[] {
  const meant = scenarios.filter(({ runner }) => runner !== undefined)
  if (meant.length === 0) return []
  return [
    {
      code: 'runner-ignored',
      message: `${meant.map(({ id }) => id).join(', ')} named a runner, and ${meant.length === 1 ? 'was' : 'were'} measured on this machine all the same.`,
      remedy: 'Measure each where it belongs: `airworthy plan --matrix`, `airworthy run --shard`, `airworthy merge`.',
    },
  ]
}

function speedOf({ scenario, environment, profiles, blocks, looks }: Experiment): Speed {
  return { scenario, environment, ...(profiles === undefined ? {} : { profiles }), blocks, looks }
}

function firstOfEach(warnings: readonly Warning[]): Warning[] {
  return warnings.filter(({ code }, at) => warnings.findIndex((other) => other.code === code) === at)
}

/** What the inputs of the models follow from: other inputs make another experiment. */
function inputsDigest(data: Data | undefined, subject: Subject, { shapes }: BenchmarkSettings): string {
  return data === undefined ? digest({ shapes }) : (ownValue(subject.data, data.name)?.artifact.sha256 ?? data.name)
}

async function dataFor(
  settings: BenchmarkSettings,
  subject: Subject,
  tools: StageTools,
): Promise<LoadedData | undefined> {
  const name = settings.data ?? 'eval'
  const reference = ownValue(subject.data, name)
  if (reference === undefined) {
    if (settings.data === undefined) return undefined
    throw stageError('data-set-unknown', { data: name, names: Object.keys(subject.data) })
  }
  const { files, trust } = tools.world
  return loadData(name, reference, { path: await tools.store.path(reference.artifact), files, trust })
}

async function countsOf(
  located: readonly Located[],
  asked: Asked,
  { world }: StageTools,
): Promise<Measurements['counts']> {
  const counts: Record<string, Record<string, number>> = {}
  for (const { contender, path } of located) {
    const { bytes, name } = contender.model
    setOwn(counts, contender.id, { size: bytes })
    if (!asked.parameters) continue
    const model = readModel(await world.files.open(path), name)
    setOwn(counts, contender.id, { size: bytes, parameters: summarize(model, bytes).parameters })
  }
  return counts
}

type Inspected = Inspection & { readonly runtimes: readonly string[] }

const uninspected: Inspected = {
  interfaces: {},
  processors: [],
  runtime: 'none',
  runtimes: [],
}

/** Every provider is tried before anything is measured. The interfaces are those that the first one reports. */
async function inspectAll(
  located: readonly Located[],
  scenarios: readonly Scenario[],
  tools: StageTools,
): Promise<Inspected> {
  const models = located.map(({ contender, path }) => ({ id: contender.id, path }))
  const names = [...new Set(scenarios.map(({ provider }) => provider))]
  const inspections: Inspection[] = []
  for (const provider of names) inspections.push(await inspectModels(models, provider, tools))
  return { ...(inspections[0] as Inspection), runtimes: inspections.map(({ runtime }) => runtime) }
}

/** The GPU of the first scenario that computes on one, where nvidia-smi knows it. Starts no program for the CPU alone. */
async function watchedGpu(scenarios: readonly Scenario[], tools: StageTools): Promise<FoundGpu | undefined> {
  const onGpu = scenarios.find(({ provider }) => findProvider(provider).device === 'gpu')
  return onGpu === undefined ? undefined : findGpu(Number(onGpu.options?.['device'] ?? 0), tools)
}

function summaryOf({ speed, quality, outputs, contenders }: Measurements): string {
  const blocks = speed.reduce((sum, measured) => sum + measured.blocks.length, 0)
  const scenarios = speed.length === 1 ? '1 scenario' : `${speed.length} scenarios`
  const parts = [`${contenders.map(({ id }) => id).join(', ')}`]
  if (speed.length > 0) parts.push(`${blocks} blocks in ${scenarios}`)
  if (speed.length === 0 && quality === undefined && outputs === undefined) parts.push('sizes only')
  if (quality !== undefined) parts.push(`predictions on ${quality.examples} examples of ${quality.data}`)
  if (outputs !== undefined)
    parts.push(`outputs of ${outputs.errors.length} ${outputs.errors.length === 1 ? 'run' : 'runs'}`)
  return parts.join('; ')
}
