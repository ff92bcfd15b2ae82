import { expect, test } from 'vitest'
import { sliceName } from '../../../src/core/metric.ts'
import { parseMargin } from '../../../src/core/quantity/index.ts'
import { metricNamed, metrics } from '../../../src/verdicts/index.ts'
import { limitIn } from '../../../src/verdicts/metrics/throughput.ts'

test('names are unique, and every usual margin is one', () => {
  expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length)
  expect(metrics.filter(({ margin }) => parseMargin(margin) === undefined)).toEqual([])
})

test('a name is of the table, or of one of its metrics of quality on a slice', () => {
  expect(metricNamed('accuracy')).toEqual({ metric: expect.objectContaining({ name: 'accuracy' }) })
  const sliced = metricNamed('f1[lang=de-CH, spoken]')
  expect(sliced?.metric.name).toBe('f1')
  expect(sliced?.slice).toEqual({ array: 'lang', value: 'de-CH, spoken' })
  expect(sliceName(sliced!.slice!)).toBe('lang=de-CH, spoken')
})

test.each(['', 'accurate', 'size[lang=de]', 'f1[lang]', 'f1[=de]', 'f1[lang=de', 'f1[lang=d[e]]'])(
  '%j is no name',
  (name) => {
    expect(metricNamed(name)).toBeUndefined()
  },
)

test('a rate within a limit names a percentile and a time', () => {
  expect(limitIn('throughput[p99<20ms]')).toEqual({ p: 0.99, ms: 20 })
  expect(limitIn('throughput[p50<1.5s]')).toEqual({ p: 0.5, ms: 1500 })
  expect(metricNamed('throughput[p50<1.5s]')).toMatchObject({ metric: { unit: '1/s', figure: { p: 0.5 } } })
  for (const name of [
    'throughput[p99<0ms]',
    'throughput[p99<20]',
    'throughput[p9<1ms]',
    'latency.p50[p99<1ms]',
    'throughput[a=b]',
  ])
    expect(metricNamed(name)).toBeUndefined()
})
