import { z } from 'zod'
import type { TypeOf } from '../../core/schema.ts'

/** What a gate makes of a comparison. */
export const policySchema = z.strictObject({
  require: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Metrics that must not be worse than production by more than their margins; all that were compared, when left out.',
    ),
  inconclusive: z
    .enum(['fail', 'warn', 'extend'])
    .default('fail')
    .describe(
      'What to do when the evidence settles nothing: stop the run (exit code 3), go on with a warning, or measure more and stop only then.',
    ),
  'first-release': z
    .enum(['pass', 'fail'])
    .default('pass')
    .describe('What to do when there is no version in production to compare with.'),
})
export interface Policy extends TypeOf<typeof policySchema> {}
