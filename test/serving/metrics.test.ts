import { expect, it } from 'vitest'
import { createCounter, readCounts, readWeights } from '../../src/serving/metrics.ts'

it('reads back what it counted', () => {
  const counter = createCounter()
  for (const seconds of [0.0004, 0.003, 20]) counter.count('1.0.0', { ok: true, seconds })
  counter.count('1.1.0-a"b', { ok: false, seconds: 1 })
  const text = counter.text({ '1.0.0': 0.95, '1.1.0-a"b': 0.05 })
  expect(Object.fromEntries(readCounts(text))).toEqual({
    '1.0.0': { requests: 3, errors: 0 },
    '1.1.0-a"b': { requests: 1, errors: 1 },
  })
  expect(Object.fromEntries(readWeights(text))).toEqual({ '1.0.0': 0.95, '1.1.0-a"b': 0.05 })
})

it('is the text format of Prometheus, with a cumulative histogram', () => {
  const counter = createCounter()
  for (const seconds of [0.0004, 0.003, 20]) counter.count('1', { ok: true, seconds })
  const lines = counter.text({}).split('\n')
  expect(lines).toContain('# TYPE airworthy_request_duration_seconds histogram')
  expect(lines).toContain('airworthy_request_duration_seconds_bucket{version="1",le="0.0005"} 1')
  expect(lines).toContain('airworthy_request_duration_seconds_bucket{version="1",le="0.005"} 2')
  expect(lines).toContain('airworthy_request_duration_seconds_bucket{version="1",le="+Inf"} 3')
  expect(lines).toContain('airworthy_request_duration_seconds_count{version="1"} 3')
})
