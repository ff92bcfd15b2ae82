import { z } from 'zod'
import { defineMetricSource } from '../core/metric-source.ts'
import { sourceError } from './errors.ts'

/** The target's own counts: nothing to set up, where the target has them. */
export const ofTarget = defineMetricSource({
  name: 'target',
  summary: 'What the target counts of its own traffic; the local server does.',
  settings: z.strictObject({}),
  example: '{}',
  make(_, { ofTarget: counts }) {
    if (counts === undefined) throw sourceError('source-missing', {})
    // The target closes what is its own.
    return { ...counts, close: async () => {} }
  },
})
