import { expect, test } from 'vitest'
import { metricOf } from '../../src/entry/cli/compare.ts'

test.each([
  ['size', 'size', {}],
  ['latency.p50=3%', 'latency.p50', { margin: '3%' }],
  ['throughput[p50<1s]=90%', 'throughput[p50<1s]', { margin: '90%' }],
  ['throughput[p99<=20ms]', 'throughput[p99<=20ms]', {}],
  ['accuracy[site=a]=0.5pp', 'accuracy[site=a]', { margin: '0.5pp' }],
])('--metric %s keeps what stands in brackets', (pair, name, settings) => {
  expect(metricOf(pair)).toEqual([name, settings])
})
