import { z } from 'zod'
import { problemSchema } from './errors/problem.ts'
import { comparisonSchema } from './products/comparison.ts'
import { decisionSchema } from './products/decision.ts'
import { measurementsSchema } from './products/measurements.ts'
import { releaseSchema } from './products/release.ts'
import { openRolloutSchema, rolloutResultSchema } from './products/rollout.ts'
import { subjectSchema } from './products/subject.ts'
import { validationSchema } from './products/validation.ts'
import { variantsSchema } from './products/variants.ts'
import { warningSchema } from './products/warning.ts'
import { sha256Schema, type TypeOf } from './schema.ts'
import { effects } from './stage.ts'
import { outcomes } from './verdict.ts'

// Whoever makes or shows a report imports its types alone: building the schema takes milliseconds.

const stageReport = z.object({
  name: z.string(),
  kind: z.string(),
  status: z.enum([...outcomes, 'done', 'cached', 'skipped', 'error']),
  effects: z.enum(effects),
  summary: z.string(),
  seconds: z.number(),
  warnings: z.array(warningSchema),
  problems: z.array(problemSchema),
})
export interface StageReport extends TypeOf<typeof stageReport> {}

/** How a stage ended. */
export type StageStatus = StageReport['status']

/** One run, as one value: every report format is a function of it and of nothing else. */
export const runReportSchema = z.object({
  schema: z.literal('airworthy.report/2'),
  tool: z.object({ name: z.literal('airworthy'), version: z.string() }),
  pipeline: z.object({ name: z.string().min(1), file: z.string(), sha256: sha256Schema }),
  runId: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  /** `measured`: a shard, which has no verdict of its own. */
  outcome: z.enum([...outcomes, 'measured', 'error', 'cancelled']),
  exitCode: z.number(),
  /** What was decided and why, in one or two sentences. */
  sentence: z.string(),
  stages: z.array(stageReport),
  subject: subjectSchema.optional(),
  validation: validationSchema.optional(),
  variants: variantsSchema.optional(),
  measurements: measurementsSchema.optional(),
  comparison: comparisonSchema.optional(),
  decision: decisionSchema.optional(),
  release: releaseSchema.optional(),
  rollout: rolloutResultSchema.optional(),
  /** The rollout that this run drove and did not bring to its end. */
  openRollout: openRolloutSchema.optional(),
  /** Products of stage kinds from outside, by stage name. */
  other: z.record(z.string(), z.unknown()),
  /** Files a reader can open, absolute paths: html, json, evidence. */
  files: z.record(z.string(), z.string()),
  /** Digest of the evidence file that counts, which a release records; absent where nothing was compared, and in older reports. */
  evidence: sha256Schema.optional(),
  /** What to type next: a command and what it is for. */
  next: z.array(z.object({ command: z.string(), what: z.string() })),
})
export interface RunReport extends TypeOf<typeof runReportSchema> {}

/** A report format: one file in `src/report/`, one line in its table. */
export interface ReportFormat {
  readonly name: string
  readonly extension: string
  render(report: RunReport): Promise<string>
}
