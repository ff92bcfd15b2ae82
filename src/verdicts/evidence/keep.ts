import { canonical, digest } from '../../core/json.ts'
import type { Binding, Comparison, Measurements, Question } from '../../core/products/index.ts'
import { type Expected, nothingExpected } from '../comparison/compatibility.ts'
import { currentRules } from '../row/rules.ts'
import type { Evidence } from './schema.ts'

/**
 * Everything that a comparison was computed from, and what came out: a plain JSON value that `verifyEvidence` recomputes. `bound` is what
 * it belongs to and what was decided on it.
 */
export function evidenceOf(
  measurements: Measurements,
  comparison: Comparison,
  questions: readonly Question[],
  alpha: number,
  { interface: contract, outputs }: Expected = nothingExpected,
  bound?: Binding,
): Evidence {
  const asked = questions.map(({ metric, margin, better, claim, alpha: rate }) => ({
    metric,
    margin,
    alpha: rate,
    ...(claim === undefined ? {} : { claim }),
    ...(better === undefined ? {} : { better }),
  }))
  // Through canonical JSON, so that the value is plain and equals what is read back.
  return JSON.parse(
    canonical({
      schema: currentRules,
      alpha,
      questions: asked,
      expected: { interface: contract, outputs },
      measurements,
      // What was masked since then belongs to other digests: those of what is kept.
      comparison: { ...comparison, evidence: digest(measurements) },
      bound,
    }),
  ) as Evidence
}
