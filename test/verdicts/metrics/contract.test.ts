import { listedMetrics } from '../../../src/verdicts/metrics/index.ts'
import { type Exceptions, metricContract } from '../../contracts/metric.ts'

const exceptions: Readonly<Record<string, Exceptions>> = {
  agreement: { mirrored: 'production agrees with itself' },
  'output-error': { mirrored: "production's own error is 0" },
}

for (const metric of listedMetrics) metricContract(metric, exceptions[metric.name])
