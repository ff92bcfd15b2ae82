import type { Sha256 } from '../../core/json.ts'
import { isMeant } from '../../core/metric.ts'
import { ownValue, setOwn } from '../../core/own.ts'
import type { Measurements, ProfiledTime, Question, Scenario, Warning } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import { batchOf } from '../../data/batch.ts'
import type { Data } from '../../data/fit.ts'
import { type Experiment, type Runner, runExperiment } from '../../measure/experiment.ts'
import type { FoundGpu } from '../../measure/gpu/find.ts'
import { batchFor, makeInputs } from '../../measure/inputs.ts'
import { checkPlacement, type Inspection } from '../../measure/inspect.ts'
import { findProvider } from '../../providers/index.ts'
import { compareRows } from '../../verdicts/comparison/index.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'
import type { Located } from './quality.ts'
import { type BenchmarkSettings, scenariosOf } from './settings.ts'

/** What an experiment takes of its stage. */
type SpeedTools = 'questions' | 'extensions' | 'measurements' | 'attempts'

export interface SpeedPlan {
  readonly settings: BenchmarkSettings
  readonly scenarios: readonly Scenario[]
  readonly located: readonly Located[]
  readonly data: Data | undefined
  readonly inputs: string
  readonly inspection: Inspection
  readonly gpu: FoundGpu | undefined
  /** Fingerprint of the machine as it is used. */
  readonly environment: Sha256
  /** Everything but the speed. */
  readonly unmeasured: Measurements
}

/** One experiment for each scenario, one after the other. */
export async function measureSpeed(plan: SpeedPlan, tools: StageTools<SpeedTools>): Promise<Experiment[]> {
  const { settings, scenarios, located, data, inputs: source, inspection, gpu, environment, unmeasured } = plan
  const { interfaces, processors } = inspection
  // All inputs are made before anything is measured: a batch that a model cannot take is found in the first second.
  const runs = scenarios.map((scenario) => ({
    scenario,
    runners: located.map((each) => {
      const inputs = ownValue(interfaces, each.contender.id)?.inputs ?? []
      return { ...each, feeds: feedsOf(inputs, data, scenario.batch, settings) }
    }),
  }))
  const placed: Awaited<ReturnType<typeof placementsOf>>[] = []
  for (const each of runs) placed.push(await placementsOf(each, tools))
  const experiments: Experiment[] = []
  for (const [at, { scenario, runners }] of runs.entries()) {
    const experiment = await runExperiment(
      {
        scenario,
        runners,
        seed: settings.seed,
        environment,
        inputs: source,
        blocks: { ...settings.blocks, budgetMs: settings.budget / scenariosOf(settings).length },
        extensions: tools.extensions,
        attempts: tools.attempts,
        answered: (speed) => answers({ ...unmeasured, speed: [speed] }, scenario, tools.questions),
      },
      {
        ...tools,
        processors,
        gpu: findProvider(scenario.provider).device === 'gpu' ? gpu : undefined,
        progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length),
      },
    )
    const { warnings, profiles } = placed[at] as (typeof placed)[number]
    experiments.push({
      ...experiment,
      ...(Object.keys(profiles).length === 0 ? {} : { profiles }),
      warnings: [...warnings, ...experiment.warnings],
    })
  }
  return experiments
}

/** A model that does not run where a scenario says is found before anything is measured. */
async function placementsOf(
  { scenario, runners }: { readonly scenario: Scenario; readonly runners: readonly Runner[] },
  tools: StageTools,
): Promise<{ readonly warnings: readonly Warning[]; readonly profiles: Readonly<Record<string, ProfiledTime>> }> {
  const warnings: Warning[] = []
  const profiles: Record<string, ProfiledTime> = {}
  for (const { contender, path, feeds } of runners) {
    const found = await checkPlacement({ path, feeds: feeds(0), name: contender.model.name }, scenario, tools)
    if (found.warning !== undefined) warnings.push(found.warning)
    if (found.profile !== undefined) setOwn(profiles, contender.id, found.profile)
  }
  return { warnings, profiles }
}

/** Whether every question about the speed in one scenario has a verdict. Without questions the budget decides. */
function answers(measurements: Measurements, scenario: Scenario, questions: readonly Question[]): boolean {
  const meant = questions.filter(({ metric: name }) => {
    const metric = metricNamed(name)?.metric
    return metric?.how === 'ratio' && isMeant(metric, scenario)
  })
  const rows = meant.flatMap((question) => compareRows(measurements, [question], question.alpha))
  const answerable = meant.length === 0 ? questions.length > 0 : rows.length > 0
  return answerable && rows.every(({ verdict }) => verdict !== 'inconclusive')
}

/** Every block runs on another batch of the data: how long one takes may depend on what is in it. Made-up inputs stay the same. */
export function feedsOf(
  inputs: readonly TensorInfo[],
  data: Data | undefined,
  batch: number,
  { seed, shapes }: BenchmarkSettings,
): Runner['feeds'] {
  if (data !== undefined) {
    const size = batchFor(inputs, batch)
    return (block) => {
      const start = exampleOfBlock(block, data.examples)
      return batchOf(data, start, start + size)
    }
  }
  const made = makeInputs(inputs, batch, seed, shapes)
  return () => made
}

/** Multiples of the golden ratio lie evenly over the examples, however many blocks there will be. The first block takes the first example. */
function exampleOfBlock(block: number, examples: number): number {
  return Math.floor((((block * (Math.sqrt(5) - 1)) / 2) % 1) * examples)
}
