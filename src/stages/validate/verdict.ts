import type { Validation } from '../../core/products/index.ts'
import { combine, type Verdict } from '../../core/verdict.ts'

/** The worst of all checks: one that could not be made leaves the verdict open. */
export function validationVerdict({ checks }: Validation): Verdict {
  return combine(checks.map(({ verdict }) => (verdict === 'not-checked' ? 'inconclusive' : verdict)))
}
