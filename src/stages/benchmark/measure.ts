import { environmentOf } from '../../bench/environment.ts'
import { runExperiment } from '../../bench/experiment.ts'
import { batchFor, makeInputs } from '../../bench/inputs.ts'
import { type Inspection, inspectModels } from '../../bench/inspect.ts'
import type { Feeds } from '../../bench/protocol.ts'
import { userError } from '../../core/errors.ts'
import type { Environment, Measurements, Scenario, Subject, Warning } from '../../core/products.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import { batchOf, checkFit } from '../../data/fit.ts'
import { type Data, loadData } from '../../data/load.ts'
import { readModel } from '../../onnx/read.ts'
import { summarize } from '../../onnx/summarize.ts'
import { type Asked, askedBy, nothing } from './asked.ts'
import { contendersOf, isProduction } from './contenders.ts'
import { type Located, measureQuality } from './quality.ts'
import { type BenchmarkSettings, scenariosOf } from './settings.ts'

/** Measures all contenders together: speed in interleaved blocks, quality on data, counts. */
export async function measure({
  settings,
  given: { subject, variants },
  tools,
}: StageInput<BenchmarkSettings, 'subject', 'variants'>): Promise<StageOutcome<'measurements'>> {
  const contenders = contendersOf(subject, variants, settings['noise-floor'])
  const chosen = contenders.at(-1)?.id as string
  const asked = isProduction(contenders, chosen) ? nothing : askedBy(tools.questions)
  const located = await Promise.all(
    contenders.map(async (contender) => ({ contender, path: await tools.store.path(contender.model) })),
  )
  const environment = environmentOf(tools.world.machine)
  const data = await dataFor(settings, subject, tools)
  const scenarios = scenariosOf(settings)
  const counts = await countsOf(located, asked, tools)
  const inspection = await inspectAll(located, scenarios, tools)
  if (data !== undefined) for (const { inputs } of Object.values(inspection.interfaces)) checkFit(data, inputs)
  const provider = scenarios[0]?.provider ?? 'cpu'
  const quality = await measureQuality(located, data, asked, provider, {
    ...tools,
    dataNames: Object.keys(subject.data),
  })
  const { speed, warnings } = asked.speed
    ? await measureSpeed({ settings, scenarios, located, data, inspection, environment }, tools)
    : { speed: [], warnings: [] }
  const product: Measurements = {
    environment,
    seed: settings.seed,
    contenders,
    chosen,
    speed,
    ...(quality === undefined ? {} : { quality }),
    counts,
    warnings,
  }
  return { product, summary: summaryOf(product), warnings }
}

async function dataFor(settings: BenchmarkSettings, subject: Subject, tools: StageTools): Promise<Data | undefined> {
  const name = settings.data ?? 'eval'
  const reference = Object.hasOwn(subject.data, name) ? subject.data[name] : undefined
  if (reference === undefined) {
    if (settings.data === undefined) return undefined
    throw userError('data-set-unknown', { data: name, names: Object.keys(subject.data) })
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
    counts[contender.id] = { size: bytes }
    if (!asked.parameters) continue
    const model = readModel(await world.files.read(path), name)
    counts[contender.id] = { size: bytes, parameters: summarize(model, bytes).parameters }
  }
  return counts
}

/** Every provider is tried before anything is measured. The interfaces are those that the first one reports. */
async function inspectAll(
  located: readonly Located[],
  scenarios: readonly Scenario[],
  tools: StageTools,
): Promise<Inspection> {
  const models = located.map(({ contender, path }) => ({ id: contender.id, path }))
  const names = [...new Set(scenarios.map(({ provider }) => provider))]
  const inspections: Inspection[] = []
  for (const provider of names) inspections.push(await inspectModels(models, provider, tools))
  return inspections[0] as Inspection
}

interface SpeedPlan {
  readonly settings: BenchmarkSettings
  readonly scenarios: readonly Scenario[]
  readonly located: readonly Located[]
  readonly data: Data | undefined
  readonly inspection: Inspection
  readonly environment: Environment
}

async function measureSpeed(
  plan: SpeedPlan,
  tools: StageTools,
): Promise<{ speed: Measurements['speed']; warnings: Warning[] }> {
  const { settings, scenarios, located, data, inspection, environment } = plan
  const { interfaces, processors } = inspection
  // All inputs are made before anything is measured: a batch that a model cannot take is found in the first second.
  const runs = scenarios.map((scenario) => ({
    scenario,
    runners: located.map((each) => {
      const inputs = interfaces[each.contender.id]?.inputs ?? []
      return { ...each, feeds: feedsFor(inputs, data, scenario.batch, settings.seed) }
    }),
  }))
  const speed: { scenario: Scenario; blocks: Measurements['speed'][number]['blocks'] }[] = []
  const warnings: Warning[] = []
  for (const [at, { scenario, runners }] of runs.entries()) {
    const blocks = { ...settings.blocks, budgetMs: settings.budget / scenarios.length }
    const experiment = await runExperiment(
      { scenario, runners, seed: settings.seed, environment: environment.fingerprint, blocks },
      { ...tools, processors, progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length) },
    )
    speed.push({ scenario, blocks: experiment.blocks })
    warnings.push(...experiment.warnings.filter(({ code }) => warnings.every((known) => known.code !== code)))
  }
  return { speed, warnings }
}

function feedsFor(inputs: readonly TensorInfo[], data: Data | undefined, batch: number, seed: number): Feeds {
  return data === undefined ? makeInputs(inputs, batch, seed) : batchOf(data, 0, batchFor(inputs, batch))
}

function summaryOf({ speed, quality, contenders }: Measurements): string {
  const blocks = speed.reduce((sum, measured) => sum + measured.blocks.length, 0)
  const scenarios = speed.length === 1 ? '1 scenario' : `${speed.length} scenarios`
  const parts = [`${contenders.map(({ id }) => id).join(', ')}`]
  if (speed.length > 0) parts.push(`${blocks} blocks in ${scenarios}`)
  if (speed.length === 0 && quality === undefined) parts.push('sizes only')
  if (quality !== undefined) parts.push(`predictions on ${quality.examples} examples of ${quality.data}`)
  return parts.join('; ')
}
