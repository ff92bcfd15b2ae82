import { describe, expect, test } from 'vitest'
import { parseMargin, type StatedMargin } from '../../../src/core/quantity/index.ts'
import type { Claim } from '../../../src/stats/claims.ts'
import { listedMetrics, metricNamed } from '../../../src/verdicts/metrics/index.ts'
import { type Measured, marginOf, marginProblem } from '../../../src/verdicts/metrics/margins.ts'

const stated = (text: string): StatedMargin => {
  const margin = parseMargin(text)
  if (margin === undefined) throw new Error(`${text} is of no grammar`)
  return margin
}

const problem = (name: string, text: string, claim: Claim = 'not-worse'): string | undefined =>
  marginProblem(name, metricNamed(name)?.metric as Measured, stated(text), claim)

describe('a margin has the unit of its metric', () => {
  const units = ['5ms', '5MiB', '0.5pp', '0.5J', '0.5']

  test.each([
    ['latency.p50', ['5ms'], 'a time such as 2ms'],
    ['latency.p99', ['5ms'], 'a time such as 2ms'],
    ['first-run', ['5ms'], 'a time such as 2ms'],
    ['size', ['5MiB'], 'a size such as 1MiB'],
    ['memory.peak', ['5MiB'], 'a size such as 1MiB'],
    ['memory.gpu', ['5MiB'], 'a size such as 1MiB'],
    ['energy', ['0.5J', '0.5'], 'an energy such as 0.2J'],
    ['throughput', ['0.5'], 'a bare number per second'],
    ['throughput[p99<20ms]', ['0.5'], 'a bare number per second'],
    ['parameters', ['0.5'], 'a bare number such as 0.01'],
    ['accuracy', ['0.5pp', '0.5'], 'percentage points such as 0.5pp, a bare number such as 0.005'],
    ['accuracy[lang=de]', ['0.5pp', '0.5'], 'percentage points'],
    ['f1', ['0.5pp', '0.5'], 'percentage points'],
    ['output-error', ['0.5pp', '0.5'], 'percentage points'],
    ['auc', ['0.5'], 'a bare number such as 0.01'],
    ['rmse', ['0.5'], 'a bare number such as 0.01'],
    ['log-loss', ['0.5'], 'a bare number such as 0.01'],
  ])('%s', (name, taken, words) => {
    expect(units.filter((text) => problem(name, text) === undefined)).toEqual(
      units.filter((text) => taken.includes(text)),
    )
    const refused = units.find((text) => !taken.includes(text)) as string
    expect(problem(name, refused)).toMatch(
      new RegExp(`^expected ${words}.* as a margin of ${name.replace(/[[\]]/g, '\\$&')}$`),
    )
    expect(problem(name, refused)).toContain('3% of production')
    expect(problem(name, '10%')).toBeUndefined()
  })

  test('nothing is nothing in any unit', () => {
    for (const { name } of listedMetrics) expect(problem(name, '0')).toBeUndefined()
    expect(problem('accuracy', '0ms')).toMatch(/percentage points/)
  })

  test('the usual margin of every metric is one of it', () => {
    for (const { name, margin } of listedMetrics) expect([name, problem(name, margin)]).toEqual([name, undefined])
  })
})

describe('a margin that nothing can exceed', () => {
  test.each([
    ['accuracy', '1', /below 100 pp/],
    ['accuracy', '100pp', /below 100 pp/],
    ['accuracy', '250pp', /below 100 pp/],
    ['f1', '2', /below 100 pp/],
    ['top-5', '1', /below 100 pp/],
    ['agreement', '1.5', /below 100 pp/],
    ['auc', '1', /below 1: no two values of auc/],
    ['auc[lang=de]', '3', /below 1/],
    ['log-loss', '16', /below 15\.94/],
    ['accuracy', '100%', /below 100 %: otherwise accuracy may fall to 0 and pass/],
    ['throughput', '150%', /below 100 %/],
    ['r2', '100%', /below 100 %/],
  ] as const)('%s=%s', (name, text, message) => {
    expect(problem(name, text)).toMatch(message)
    expect(problem(name, text, 'equivalent')).toMatch(message)
  })

  test.each([
    ['accuracy', '99.9pp'],
    ['accuracy', '99%'],
    ['auc', '0.99'],
    ['latency.p50', '500%'],
    ['size', '100%'],
    ['output-error', '2'],
    ['r2', '2'],
    ['rmse', '1000'],
    ['log-loss', '15'],
  ])('is not %s=%s', (name, text) => {
    expect(problem(name, text)).toBeUndefined()
  })

  test('is another where better is claimed: less can only become none', () => {
    expect(problem('latency.p50', '100%', 'better')).toMatch(/latency\.p50 cannot get better by that much/)
    expect(problem('throughput', '100%', 'better')).toBeUndefined()
    expect(problem('accuracy', '1', 'better')).toMatch(/below 100 pp/)
  })
})

test('a margin in use has no unit any more', () => {
  expect(['3%', '0.5pp', '2ms', '1kB'].map((text) => marginOf(stated(text)))).toEqual([
    { relative: 0.03 },
    { absolute: 0.005 },
    { absolute: 2 },
    { absolute: 1000 },
  ])
})
