/**
 * The library: everything the command line does, as functions of values.
 *
 * ```js
 * import { createWorldHere, load, plan, run } from 'airworthy'
 * const world = createWorldHere()
 * const pipeline = await load('pipelines/quickstart.yml', world)
 * const report = await run(pipeline, world)
 * ```
 */
import path from 'node:path'
import type { MetricFacts } from '../core/metric.ts'
import type { RunReport } from '../core/report.ts'
import type { World } from '../core/world.ts'
import { pipelineOf } from '../pipeline/load.ts'
import { type RunOptions, run } from '../pipeline/run.ts'
import { isQuality, metricNamed, metrics as metricTable } from '../verdicts/metrics/index.ts'
import { processWorld } from './context.ts'

export { z } from 'zod'
export { Bug, Cancelled, type Problem, UserError, type Where } from '../core/errors/index.ts'
export type { CallContext, Ledger, LedgerEntry, LedgerEvent, WantedTags } from '../core/ledger.ts'
export type { MetricFacts as Metric } from '../core/metric.ts'
export {
  defineMetricSource,
  type MetricSource,
  type MetricSourceKind,
  type MetricSourceTools,
  type Span,
  type Versions,
} from '../core/metric-source.ts'
export type * from '../core/products/index.ts'
export type { ReportFormat, RunReport, StageReport, StageStatus } from '../core/report.ts'
export {
  type DeclaredData,
  defineStage,
  type Effects,
  type PathInFile,
  type PreflightProblem,
  type Stage,
  type StageInput,
  type StageKind,
  type StageOutcome,
  type StageTools,
  type Surroundings,
  type ToolName,
} from '../core/stage.ts'
export {
  defineTarget,
  type Readiness,
  type Served,
  type Target,
  type TargetKind,
  type TargetTools,
} from '../core/target.ts'
export type { Tensor, TensorInfo } from '../core/tensor.ts'
export type { LatencyHistogram, TrafficWindow, VersionTraffic } from '../core/traffic.ts'
export {
  defineVariant,
  type MadeVariant,
  type Original,
  type VariantKind,
  type VariantTools,
} from '../core/variant.ts'
export { combine, exitCodes, type Outcome, type Verdict } from '../core/verdict.ts'
export type { World } from '../core/world.ts'
export { type LoadOptions, load, type Pipeline, pipelineOf } from '../pipeline/load.ts'
export { type Matrix, type MatrixJob, matrixOf } from '../pipeline/matrix.ts'
export { type Plan, type PlannedStage, type PlanOptions, plan } from '../pipeline/plan.ts'
export { createRegistry, readRegistry } from '../pipeline/registry.ts'
export { type RunEvent, type RunOptions, run } from '../pipeline/run.ts'
export { type ReadShard, readShards, type ShardFile } from '../pipeline/shard-file.ts'
export { formats } from '../report/index.ts'
export { stageKinds } from '../stages/index.ts'
export { type Recorded, recordedIn, type VerifiedDecision, type VerifiedEvidence, verifyEvidence } from './verify.ts'

/** The metrics Airworthy knows. */
export const metrics: readonly MetricFacts[] = metricTable

/** The real world of this process: its environment, its machine, and this working directory (the process's own without one). */
export function createWorldHere(cwd?: string): World {
  return processWorld({ cwd: cwd === undefined ? undefined : path.resolve(cwd) })
}

export interface CompareOptions extends Pick<RunOptions, 'signal' | 'listener' | 'fresh'> {
  /** What to compare, and how much worse is acceptable: `{ 'latency.p50': '3%' }`. */
  readonly metrics?: Readonly<Record<string, string>>
  readonly provider?: string
  readonly batch?: number
  readonly threads?: number
  /** Time to spend on measuring: `20s`. */
  readonly budget?: string
  /** An .npz file with arrays named like the model's inputs, and the name of its array of labels. */
  readonly data?: { readonly from: string; readonly label?: string }
  /**
   * Whether the outputs are meant to differ. Unless they are, or a metric of quality is among the metrics, outputs that are not
   * alike on the same inputs are inconclusive.
   */
  readonly outputsDiffer?: boolean
  readonly world?: World
}

/**
 * Measures two ONNX models against each other and gives the report: `report.outcome` is pass, fail or inconclusive,
 * `report.comparison.rows` has a row per metric. An interface that breaks callers fails; `report.comparison.notCompared` says what
 * the comparison says nothing about. Throws a UserError for settings that do not fit.
 */
export function compare(production: string, candidate: string, options: CompareOptions = {}): Promise<RunReport> {
  const world = options.world ?? createWorldHere()
  const asked = options.metrics ?? { 'latency.p50': '3%', size: '5%' }
  const quality = Object.keys(asked).some((name) => isQuality(metricNamed(name)))
  const value = {
    pipeline: 'comparison',
    model: { candidate: path.resolve(world.cwd, candidate), production: path.resolve(world.cwd, production) },
    ...(options.data === undefined
      ? {}
      : { data: { eval: { ...options.data, from: path.resolve(world.cwd, options.data.from) } } }),
    stages: {
      benchmark: {
        scenarios: [{ provider: options.provider ?? 'cpu', batch: options.batch ?? 1, threads: options.threads ?? 1 }],
        budget: options.budget ?? '20s',
        ...(options.data === undefined ? {} : { data: 'eval' }),
        outputs: !quality,
      },
      compare: {
        metrics: Object.fromEntries(Object.entries(asked).map(([name, margin]) => [name, { margin }])),
        interface: 'kept',
        outputs: quality || options.outputsDiffer === true ? 'stated' : 'alike',
      },
      gate: {},
    },
  }
  return run(pipelineOf(value, world.cwd, world), world, options)
}
