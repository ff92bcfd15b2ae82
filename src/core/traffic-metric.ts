import { z } from 'zod'

/** What a rollout judges traffic by. It stands alone, so that checking a pipeline builds no schema of traffic. */
export const trafficMetric = z.enum(['error-rate', 'latency.p50'])
