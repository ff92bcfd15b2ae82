import { z } from 'zod'
import { defineMetricSource } from '../core/metric-source.ts'
import { sourceError } from './errors.ts'

/** The target's own counts: nothing to set up, where the target has them. */
export const targetSource = defineMetricSource({
  name: 'target',
  summary: "The target's own traffic counts; the local server keeps them.",
  settings: z.strictObject({}),
  example: '{}',
  make(_, { targetTraffic: counts }) {
    if (counts === undefined) throw sourceError('source-missing', {})
    // The target closes what is its own.
    return { ...counts, close: async () => {} }
  },
})
