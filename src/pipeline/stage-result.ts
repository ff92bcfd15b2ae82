import type { Problem } from '../core/errors/index.ts'
import type { Warning } from '../core/products/index.ts'
import type { Outcome } from '../core/verdict.ts'
import type { StageRecord } from './cache.ts'

/** How one stage ended. */
export type StageResult = { readonly seconds: number } & (
  | {
      readonly status: 'finished'
      readonly record: StageRecord
      readonly product: unknown
      /** As the product tells it, where its kind says how. */
      readonly verdict: Outcome | undefined
      readonly cached: boolean
    }
  | { readonly status: 'skipped'; readonly why: string; readonly blocked: boolean }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly fault: 'user' | 'bug' | 'cancelled' }
)

/** Warnings of a finished stage. */
export function warningsOf(result: StageResult): readonly Warning[] {
  return result.status === 'finished' ? result.record.warnings : []
}
