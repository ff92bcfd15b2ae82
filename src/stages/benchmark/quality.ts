import { UserError } from '../../core/errors/index.ts'
import type { QualityNeeds, RecordName } from '../../core/metric.ts'
import { ownValue } from '../../core/own.ts'
import type { Contender, Quality, QualityRecords, Reading } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import { batchOf } from '../../data/batch.ts'
import { type Apart, type BatchWatch, batchWatch, ownAnswer } from '../../data/batch-watch.ts'
import { dataError } from '../../data/errors.ts'
import { isWhole } from '../../data/finite.ts'
import type { Data } from '../../data/fit.ts'
import { nothingServed } from '../../data/output-error.ts'
import { isFloat, scoredOutput } from '../../data/outputs.ts'
import type { Batch, Recorder, Served } from '../../data/recorder.ts'
import { recorders } from '../../data/records.ts'
import { readingsOf } from '../../data/scores.ts'
import { checkUnread, nothingUnread, type Reads, type Unread, unreadOutputs } from '../../data/unread.ts'
import { predict } from '../../measure/predict.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'
import { stageError } from '../errors.ts'
import type { Asked } from './asked.ts'
import { checkKept, checkPlanned } from './kept.ts'
import { loadOwn, type Own, ownQuality, ownRecorder } from './own-quality.ts'
import { slicesOf } from './slices.ts'

/** A contender with the path of its model file. */
export interface Located {
  readonly contender: Contender
  readonly path: string
}

interface QualityTools extends Pick<StageTools, 'world' | 'signal' | 'progress'> {
  /** Names of the data sets that the pipeline declares. */
  readonly dataNames: readonly string[]
  /** Resamples of a user's own metrics follow from it. */
  readonly seed: number
}

/**
 * Runs every contender over the data, on the given provider, and keeps what the questions need of each example.
 * Undefined when there is nothing to measure. Throws `quality-without-data`, `data-without-labels`, `data-label`,
 * `data-slice-unknown`, `measurements-too-large`, `output-depends-on-batch`, `output-turned-not-finite`, and what recorders of outputs throw.
 */
export async function measureQuality(
  contenders: readonly Located[],
  data: Data | undefined,
  asked: Asked,
  provider: string,
  tools: QualityTools,
): Promise<Quality | undefined> {
  const [first] = [...asked.quality, ...asked.custom.map(({ metric }) => metric)]
  if (first === undefined) return undefined
  if (!asked.insists && !data?.labels?.every(isWhole)) return undefined
  if (data === undefined) throw stageError('quality-without-data', { metric: first, names: tools.dataNames })
  for (const metric of asked.quality) checkLabels(metric, data)
  const slices = slicesOf(asked.quality, data)
  const own = await loadOwn(asked.custom, tools.world)
  const { insists } = asked
  const records = recordsFor(asked.quality)
  const plan: Plan = { data, provider, insists, records, own, served: nothingServed(), unread: nothingUnread() }
  checkPlanned(data.examples, listsIn(data, plan, contenders))
  const runs: Run[] = []
  try {
    // A copy of production would only predict the same again.
    for (const each of contenders) if (each.contender.role !== 'copy') runs.push(await runOver(each, plan, tools))
  } catch (thrown) {
    if (!asked.insists && thrown instanceof UserError && unlikeClasses.includes(thrown.code)) return undefined
    throw thrown
  }
  const kept = new Map(runs.map((run) => [run.contender, run.own]))
  const { names: unread = [] } = plan.unread
  const quality: Quality = {
    ...qualityOf(data, runs),
    ...(insists && unread.length > 0 ? { unread: [...unread] } : {}),
    ...slices,
    ...ownQuality(own, kept, data, tools.seed),
  }
  checkKept(quality)
  return quality
}

/** The lists of a value for each example that are kept at least. */
function listsIn({ labels, groups }: Data, { records, own }: Plan, contenders: readonly Located[]): number {
  const each = records.size + own.filter(({ module }) => module.combine === undefined).length
  const run = contenders.filter(({ contender }) => contender.role !== 'copy').length
  return [labels, groups].filter((list) => list !== undefined).length + each * run
}

/** What says that a model and its data are no matter of classes. */
const unlikeClasses = ['output-not-classes', 'data-label']

/** The records that metrics need, each with whether one of them needs labels. */
function recordsFor(metrics: readonly string[]): ReadonlyMap<RecordName, boolean> {
  const records = new Map<RecordName, boolean>()
  for (const { record, labels } of metrics.flatMap((metric) => needsOf(metric) ?? []))
    records.set(record, records.get(record) === true || labels !== undefined)
  return records
}

function needsOf(metric: string): QualityNeeds | undefined {
  const known = metricNamed(metric)?.metric
  return known?.how === 'paired' ? known.needs : undefined
}

function checkLabels(metric: string, data: Data): void {
  const needed = needsOf(metric)?.labels
  if (needed === undefined) return
  const { name, labels } = data
  if (labels === undefined) throw stageError('data-without-labels', { data: name, metric })
  const wrong = needed === 'classes' ? labels.findIndex((label) => !isWhole(label)) : -1
  if (wrong < 0) return
  const reason = `the label of example ${wrong} is ${labels[wrong]}, and ${metric} needs the index of a class`
  throw dataError('data-label', { data: name, reason })
}

interface Plan {
  readonly data: Data
  readonly provider: string
  /** Whether each needs labels. */
  readonly records: ReadonlyMap<RecordName, boolean>
  readonly own: readonly Own[]
  readonly served: Served
  /** Whether questions ask for it: then no answer may be read that is not the model's own. */
  readonly insists: boolean
  readonly unread: Unread
  /** The output that production's scores are read from, once it ran. */
  scored?: string | undefined
}

/** What was kept of one contender. */
interface Run {
  readonly contender: string
  readonly records: ReadonlyMap<RecordName, Recorder>
  /** By the name of the user's own metric. */
  readonly own: ReadonlyMap<string, readonly unknown[]>
}

async function runOver({ contender, path }: Located, plan: Plan, tools: QualityTools): Promise<Run> {
  const { data, provider, served } = plan
  const { name, examples, labels = [] } = data
  const recording = { data: name, contender: contender.id, examples, served }
  const records = [...plan.records].map(
    ([record, labelled]) => [record, recorders[record]({ ...recording, labels: labelled ? labels : [] })] as const,
  )
  const own = plan.own.map((each) => [each.metric, ownRecorder(each, contender.id, data)] as const)
  const first = plan.unread.names === undefined
  let watch: BatchWatch | undefined
  tools.progress(`${contender.id}: predictions on ${examples} examples`)
  await predict(
    { path, provider, examples, batch: (start, end) => batchOf(data, start, end) },
    async ({ declared, alone, ...answered }) => {
      const scored = scoredOutput(declared, plan.scored)
      plan.scored ??= scored
      plan.unread.names ??= unreadOutputs(declared, scored, readsOf(plan))
      const batch: Batch = { ...answered, scored }
      watch ??= batchWatch(watchedOf(declared, scored, plan), contender.id)
      if (alone.length > 0) watch.see(batch.outputs, batch.rows, alone)
      if (plan.insists) checkUnread(plan.unread, contender.id, first, batch)
      for (const [, recorder] of records) recorder.take(batch)
      for (const [, recorder] of own) await recorder.take(batch)
    },
    tools,
  )
  if (plan.insists) checkOwnAnswers(watch?.furthest(), contender.id)
  return {
    contender: contender.id,
    records: new Map(records),
    own: new Map(own.map(([metric, recorder]) => [metric, recorder.kept])),
  }
}

/** What the metrics read. Outputs beside the scores matter only to those that look at all of them. */
function watchedOf(declared: readonly TensorInfo[], scored: string | undefined, plan: Plan): readonly string[] {
  const reads = readsOf(plan)
  if (reads.has('floats') || reads.has('all')) return declared.filter(isFloat).map(({ name }) => name)
  return scored === undefined ? [] : [scored]
}

function checkOwnAnswers(apart: Apart | undefined, contender: string): void {
  if (apart === undefined || apart.distance <= ownAnswer) return
  const { output, distance } = apart
  const share = Number.isFinite(distance) ? printShare(distance, 2) : undefined
  throw dataError('output-depends-on-batch', { contender, output, share })
}

function readsOf({ records, own }: Plan): ReadonlySet<Reads> {
  const ofRecords = [...records.keys()].map((record): Reads => (record === 'errors' ? 'floats' : 'scores'))
  return new Set<Reads>(own.length > 0 ? ['all'] : ofRecords)
}

type Measured = Pick<
  Quality,
  'data' | 'examples' | 'labels' | 'groups' | 'predictions' | 'classes' | 'readings' | 'records'
>

function qualityOf({ name, examples, labels, groups }: Data, runs: readonly Run[]): Measured {
  const readings = readingsAmong(runs)
  const held = new Map<RecordName, Record<string, readonly number[]>>()
  for (const { contender, records } of runs)
    for (const [record, recorder] of records) {
      const values = recorder.finish(ownValue(readings, contender))
      held.set(record, { ...held.get(record), [contender]: values })
    }
  const { classes: predictions = {}, ...records }: Partial<Record<RecordName, Record<string, readonly number[]>>> =
    Object.fromEntries(held)
  return {
    data: name,
    examples,
    ...(labels === undefined ? {} : { labels }),
    ...(groups === undefined ? {} : { groups }),
    predictions,
    ...classesAmong(runs),
    ...(readings === undefined ? {} : { readings }),
    ...(Object.keys(records).length === 0 ? {} : { records: records satisfies QualityRecords }),
  }
}

function classesAmong(runs: readonly Run[]): Pick<Quality, 'classes'> {
  const counts = runs.flatMap(({ contender, records }) => {
    const [classes] = [...records.values()].flatMap((recorder) => recorder.classes?.() ?? [])
    return classes === undefined ? [] : [[contender, classes] as const]
  })
  return counts.length === 0 ? {} : { classes: Object.fromEntries(counts) }
}

/** Undefined where nothing reads scores. What several records are made of are the same scores. */
function readingsAmong(runs: readonly Run[]): Record<string, Reading> | undefined {
  const scoreTypes = runs.flatMap(({ records }) => {
    const [first] = [...records.values()].flatMap(({ scoreType }) => scoreType?.() ?? [])
    return first === undefined ? [] : [first]
  })
  if (scoreTypes.length === 0) return undefined
  const readings = readingsOf(scoreTypes)
  return Object.fromEntries(runs.map(({ contender }, at) => [contender, readings[at] as Reading]))
}
