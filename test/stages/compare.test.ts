import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Comparison, Subject } from '../../src/core/products/index.ts'
import type { Stage, StageTools } from '../../src/core/stage.ts'
import { compare } from '../../src/stages/compare/index.ts'
import { firstMeasurements, measurements } from '../verdicts/measurements.ts'

const place = { folder: '/models' }
const artifact = { sha256: 'c'.repeat(64), bytes: 1000, name: 'candidate.onnx' }
const subject: Subject = {
  model: 'digits',
  candidate: artifact,
  production: { version: '1.2.0', artifact: { ...artifact, sha256: 'a'.repeat(64) } },
  data: {},
}
// Comparing is pure: of its tools it reads the folder alone.
const tools = { folder: '/models' } as StageTools

function issuesOf(metrics: unknown): string[] {
  const { error } = compare.settings.safeParse({ metrics })
  return (error?.issues ?? []).map(({ message, path }) => `${path.join('/')}: ${message}`)
}

describe('settings', () => {
  test('questions carry the stated margin, or the usual one of the metric', () => {
    const stage: Stage = compare.make({ metrics: { 'latency.p50': { margin: '5%' }, accuracy: {} } }, place)
    expect(stage.questions).toEqual([
      { metric: 'latency.p50', margin: { relative: 0.05 }, alpha: 0.01 },
      { metric: 'accuracy', margin: { absolute: 0.005 }, alpha: 0.01 },
    ])
    expect(compare.runsUserCode(stage.settings)).toBe(false)
  })

  test('a metric of the user names its module, which counts as code and as a file', () => {
    const stage = compare.make(
      { metrics: { distance: { uses: './metric.mjs', better: 'lower', margin: '0.1' } } },
      place,
    )
    expect(stage.questions).toEqual([
      {
        metric: 'distance',
        margin: { absolute: 0.1 },
        alpha: 0.01,
        uses: { path: '/models/metric.mjs' },
        better: 'lower',
      },
    ])
    expect(stage.files).toEqual(['/models/metric.mjs'])
    expect(compare.runsUserCode(stage.settings)).toBe(true)
  })

  test('an unknown metric is an issue that names the nearest and lists all', () => {
    const [issue] = issuesOf({ latencyp50: {} })
    expect(issue).toMatch(
      /^metrics\/latencyp50: unknown metric "latencyp50"; the nearest is latency\.p50; metrics are latency\.p50, /,
    )
  })

  test.each([
    ['no metrics', {}, /at least one metric/],
    [
      'a metric of ours, turned round',
      { accuracy: { better: 'lower' } },
      /`better:` is for metrics of your own, and of accuracy higher is better: leave it out/,
    ],
    ['an own metric without a direction', { mine: { uses: './m.mjs', margin: '1%' } }, /better: lower/],
    ['an own metric without a margin', { mine: { uses: './m.mjs', better: 'lower' } }, /margin/],
    ['an own metric under a known name', { size: { uses: './m.mjs', better: 'lower', margin: '1%' } }, /another name/],
    ['a margin without its unit', { size: { margin: '3 percent' } }, /expected a margin/],
    ['a margin in a unit of another metric', { accuracy: { margin: '5ms' } }, /accuracy\/margin: .*percentage points/],
    ['a size in seconds', { size: { margin: '10s' } }, /size\/margin: .*a size such as 1MiB/],
    ['a share that is more than all', { accuracy: { margin: 1 } }, /accuracy\/margin: .*below 100 pp/],
    ['a fall by more than all', { throughput: { margin: '100%' } }, /throughput\/margin: .*below 100 %/],
    [
      'an own metric in milliseconds',
      { mine: { uses: './m.mjs', better: 'lower', margin: '5ms' } },
      /mine\/margin: .*a bare number/,
    ],
    [
      'an own metric in percentage points',
      { mine: { uses: './m.mjs', better: 'higher', margin: '1pp' } },
      /mine\/margin: .*a bare number/,
    ],
    ['an unknown key', { size: { marg: '3%' } }, /Unrecognized key/],
  ])('%s', (_, metrics, message) => {
    expect(issuesOf(metrics).join('\n')).toMatch(message)
  })

  test('a margin may be a bare number, in the unit of the metric; a claim is one of three', () => {
    const metrics = { auc: { margin: 0.005 }, 'latency.p50': { claim: 'better' }, size: { claim: 'equivalent' } }
    expect(compare.make({ metrics }, place).questions).toEqual([
      { metric: 'auc', margin: { absolute: 0.005 }, alpha: 0.01 },
      { metric: 'latency.p50', margin: { relative: 0 }, alpha: 0.01, claim: 'better' },
      { metric: 'size', margin: { relative: 0.05 }, alpha: 0.01, claim: 'equivalent' },
    ])
    expect(issuesOf({ auc: { margin: -0.1 } }).join()).toMatch(/expected a margin/)
    expect(issuesOf({ auc: { claim: 'superior' } })).toHaveLength(1)
  })

  test('all problems are found at once', () => {
    expect(issuesOf({ latencyp50: {}, acuracy: {} })).toHaveLength(2)
  })

  test('the example is valid, and the schema has a JSON form', () => {
    expect(() => z.toJSONSchema(compare.settings, { io: 'input' })).not.toThrow()
  })
})

test('compares with production', async () => {
  const stage = compare.make({ metrics: { 'latency.p50': {}, size: {} } }, place)
  const { product, verdict, summary, warnings } = await stage.run({ subject, measurements: measurements() }, tools)
  expect(product as Comparison).toMatchObject({
    contender: 'candidate',
    alpha: 0.01,
    against: { version: '1.2.0', sha256: 'a'.repeat(64) },
  })
  expect(summary).toBe('2 comparisons: 2 pass; not compared: quality')
  expect(verdict).toBeUndefined()
  expect(warnings).toEqual([])
})

test('a first release compares nothing, and warns', async () => {
  const stage = compare.make({ metrics: { 'latency.p50': {} } }, place)
  const first: Subject = { model: 'digits', candidate: artifact, data: {} }
  const { product, summary, warnings } = await stage.run({ subject: first, measurements: firstMeasurements() }, tools)
  expect((product as Comparison).rows).toEqual([])
  expect(summary).toBe('nothing to compare with')
  expect(warnings?.map(({ code }) => code)).toEqual(['first-release'])
})
