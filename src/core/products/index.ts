import type { Comparison } from './comparison.ts'
import type { Decision } from './decision.ts'
import type { Measurements } from './measurements.ts'
import type { Release } from './release.ts'
import type { RolloutResult } from './rollout.ts'
import type { Subject } from './subject.ts'
import type { Validation } from './validation.ts'
import type { Variants } from './variants.ts'

// A file a product, with its schema. Types come from here; a schema is imported from its own file, by what checks with it.
export type { Artifact } from './artifact.ts'
export type { Binding } from './binding.ts'
export type { Comparison, ComparisonRow, Question, Row } from './comparison.ts'
export type {
  ComparedInterface,
  ComparedOutputs,
  InterfaceChange,
  NotCompared,
  OutputsMeasured,
} from './compatibility.ts'
export type { Decision, Override } from './decision.ts'
export type { Environment, UsedGpu } from './environment.ts'
export type {
  Block,
  BlockLook,
  Contender,
  GpuState,
  Measurements,
  ProfiledTime,
  Scenario,
  Speed,
  Warmup,
  WorkerSample,
} from './measurements.ts'
export type { CorpusFigures, Quality, QualityRecords, Reading } from './quality.ts'
export type { Release } from './release.ts'
export type { OpenRollout, RolloutJudgement, RolloutResult, RolloutStep } from './rollout.ts'
export type { DataReference, Subject } from './subject.ts'
export type { CheckVerdict, Finding, InterfaceValue, ModelSummary, Validation } from './validation.ts'
export type { Variants } from './variants.ts'
export type { Warning } from './warning.ts'

/**
 * What stages hand to one another, by name. Products are plain JSON values; files travel as `Artifact`s.
 * A stage kind from outside adds its own product by declaration merging.
 */
export interface Products {
  subject: Subject
  validation: Validation
  variants: Variants
  measurements: Measurements
  comparison: Comparison
  decision: Decision
  release: Release
  rollout: RolloutResult
}
export type ProductName = keyof Products
