import type { Problem } from './errors/index.ts'
import type {
  Comparison,
  Decision,
  Measurements,
  Products,
  Release,
  RolloutResult,
  StageStatus,
  Subject,
  Validation,
  Variants,
  Warning,
} from './products/index.ts'
import type { Effects } from './stage.ts'
import type { Outcome } from './verdict.ts'

export interface StageReport {
  readonly name: string
  readonly kind: string
  readonly status: StageStatus
  readonly effects: Effects
  readonly summary: string
  readonly seconds: number
  readonly warnings: readonly Warning[]
  readonly problems: readonly Problem[]
}

/** One run, as one value: every report format is a function of it and of nothing else. */
export interface RunReport {
  readonly schema: 'airworthy.report/2'
  readonly tool: { readonly name: 'airworthy'; readonly version: string }
  readonly pipeline: { readonly name: string; readonly file: string; readonly sha256: string }
  readonly runId: string
  readonly startedAt: string
  readonly finishedAt: string
  /** `measured`: a shard, which has no verdict of its own. */
  readonly outcome: Outcome | 'measured' | 'error' | 'cancelled'
  readonly exitCode: number
  /** What was decided and why, in one or two sentences. */
  readonly sentence: string
  readonly stages: readonly StageReport[]
  readonly subject?: Subject | undefined
  readonly validation?: Validation | undefined
  readonly variants?: Variants | undefined
  readonly measurements?: Measurements | undefined
  readonly comparison?: Comparison | undefined
  readonly decision?: Decision | undefined
  readonly release?: Release | undefined
  readonly rollout?: RolloutResult | undefined
  /** Products of stage kinds from outside, by stage name. */
  readonly other: Readonly<Record<string, Products[keyof Products]>>
  /** Files a reader can open, absolute paths: html, json, evidence. */
  readonly files: Readonly<Record<string, string>>
  /** What to type next: a command and what it is for. */
  readonly next: readonly { readonly command: string; readonly what: string }[]
}

/** A report format: one file in `src/report/`, one line in its table. */
export interface ReportFormat {
  readonly name: string
  readonly extension: string
  render(report: RunReport): Promise<string>
}
