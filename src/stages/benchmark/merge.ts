import { canonical } from '../../core/json.ts'
import type { Contender, Environment, Measurements, Warning } from '../../core/products/index.ts'
import type { MeasuredShard } from '../../core/share.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import { isProduction } from '../../verdicts/row/identity.ts'
import { stageError } from '../errors.ts'
import { askedBy, nothing } from './asked.ts'
import { contendersOf } from './contenders.ts'
import { type BenchmarkSettings, scenariosOf } from './settings.ts'
import { type Shard, shardsOf } from './shards.ts'

interface Merging extends Pick<StageInput<BenchmarkSettings, 'subject', 'variants'>, 'settings' | 'given'> {
  readonly tools: Pick<StageTools<'questions'>, 'questions'>
}

/**
 * What several machines measured, as one. Every scenario was measured whole by one of them, so contenders are still compared
 * within one environment. Throws `shard-missing`, `shard-subject-differs` and `shard-wrong`.
 */
export function merge(
  { settings, given: { subject, variants }, tools }: Merging,
  measured: readonly MeasuredShard[],
): StageOutcome<'measurements'> {
  const contenders = contendersOf(subject, variants, settings['noise-floor'])
  const chosen = contenders.at(-1)?.id as string
  const { speed } = isProduction(contenders, chosen) ? nothing : askedBy(tools.questions)
  const parts = shardsOf(settings).map((shard) => {
    const { measurements } = measured.find((each) => each.shard === shard.name) ?? missing(shard)
    checkSame(shard, measurements, { contenders, chosen, seed: settings.seed })
    checkScenarios(speed ? shard : { ...shard, scenarios: [] }, measurements)
    return { shard, measurements }
  })
  const [first] = parts.map(({ measurements }) => measurements)
  const { quality, interface: contract, outputs, counts } = first as Measurements
  const product: Measurements = {
    environments: parts.flatMap(({ measurements }) => measurements.environments).filter(isFirst),
    seed: settings.seed,
    contenders,
    chosen,
    speed: inOrder(
      settings,
      parts.flatMap(({ measurements }) => measurements.speed),
    ),
    ...(quality === undefined ? {} : { quality }),
    ...(contract === undefined ? {} : { interface: contract }),
    ...(outputs === undefined ? {} : { outputs }),
    counts,
    warnings: parts.flatMap(({ shard, measurements }) => measurements.warnings.map((each) => from(shard, each))),
  }
  const { warnings, environments } = product
  const shards = parts.length === 1 ? '1 shard' : `${parts.length} shards`
  const places = environments.length === 1 ? '1 environment' : `${environments.length} environments`
  return { product, summary: `merged ${shards}, measured in ${places}`, warnings }
}

function missing({ name }: Shard): never {
  throw stageError('shard-missing', { shards: [name] })
}

type Common = Pick<Measurements, 'contenders' | 'chosen' | 'seed'>

/** Names of files are for people, and may differ. */
function checkSame({ name }: Shard, given: Common, wanted: Common): void {
  const models = ({ contenders, chosen }: Common): string => canonical([contenders.map(identity), chosen])
  if (models(given) !== models(wanted))
    throw stageError('shard-subject-differs', { shard: name, what: 'the optimised candidate' })
  if (given.seed !== wanted.seed)
    throw stageError('shard-wrong', { what: `The shard ${name}`, reason: 'its seed differs' })
}

function identity({ id, role, model }: Contender): readonly string[] {
  return [id, role, model.sha256]
}

function checkScenarios({ name, scenarios }: Shard, { speed }: Measurements): void {
  if (canonical(speed.map(({ scenario }) => scenario)) === canonical(scenarios)) return
  const wanted = scenarios.map(({ id }) => id).join(', ') || 'no speed'
  throw stageError('shard-wrong', { what: `The shard ${name}`, reason: `it does not hold ${wanted} and nothing else` })
}

function isFirst({ fingerprint }: Environment, at: number, all: readonly Environment[]): boolean {
  return all.findIndex((other) => other.fingerprint === fingerprint) === at
}

/** In the order of the settings, as one machine would have measured them. */
function inOrder(settings: BenchmarkSettings, speed: Measurements['speed']): Measurements['speed'] {
  return scenariosOf(settings).flatMap(({ id }) => speed.find(({ scenario }) => scenario.id === id) ?? [])
}

/** Troubles are those of one machine. */
function from({ name }: Shard, warning: Warning): Warning {
  return { ...warning, message: `Shard ${name}: ${warning.message}` }
}
