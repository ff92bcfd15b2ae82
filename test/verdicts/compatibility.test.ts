import { describe, expect, test } from 'vitest'
import { digest } from '../../src/core/json.ts'
import type { Comparison, Measurements, OutputsMeasured } from '../../src/core/products/index.ts'
import { verifyEvidence } from '../../src/entry/verify.ts'
import { compareCompatibility, describeCompatibility, type Expected, evidenceOf } from '../../src/verdicts/index.ts'
import { firstMeasurements, measurements, question, wordedRows } from './measurements.ts'

const judged: Expected = { interface: 'kept', outputs: 'alike' }
const stated: Expected = { interface: 'stated', outputs: 'stated' }
const speedAlone = [question('latency.p50')]

function withOutputs(outputs: OutputsMeasured | undefined): Measurements {
  const same = { change: 'compatible' as const, reasons: [] }
  return { ...measurements(), interface: same, ...(outputs === undefined ? {} : { outputs }) }
}

function outputsOf(errors: number[], spreads: number[], expected = judged) {
  return compareCompatibility(withOutputs({ errors, spreads }), speedAlone, expected).outputs
}

describe('outputs on the same inputs', () => {
  test.each([
    ['the same', [0, 0], [1, 1], 'pass', undefined],
    ['rounded weights', [0.05, 0.09], [0.9, 0.8], 'pass', undefined],
    ['just within a tenth', [0.1, 0.1], [1, 1], 'pass', undefined],
    ['beyond a tenth', [0.1, 0.11], [1, 1], 'inconclusive', 'large'],
    ['shuffled weights', [1.3, 1.5], [1, 1], 'inconclusive', 'large'],
    ['as far apart as those of another input', [0.02, 0.03], [0.03, 0.02], 'inconclusive', 'unrelated'],
    ['a quarter as far apart', [0.005, 0.005], [0.02, 0.02], 'pass', undefined],
    ['the same for every input', [0, 0], [0, 1e-9], 'inconclusive', 'constant'],
    ['of shapes that vary', [0.01, 0.01], [], 'pass', undefined],
  ] as const)('%s', (_, errors, spreads, verdict, doubt) => {
    expect(outputsOf([...errors], [...spreads])).toMatchObject({ verdict, runs: 2 })
    expect(outputsOf([...errors], [...spreads])?.doubt).toBe(doubt)
    expect(outputsOf([...errors], [...spreads], stated)?.verdict).toBeUndefined()
  })

  test('on a single input pass nothing, however alike they are', () => {
    expect(outputsOf([0], [])).toMatchObject({ verdict: 'inconclusive', doubt: 'single', runs: 1 })
    expect(outputsOf([1], [])?.doubt).toBe('large')
  })

  test('the mean and the largest error are told', () => {
    expect(outputsOf([0.25, 0.75], [1])).toMatchObject({ error: 0.5, worst: 0.75, spread: 1 })
    const { outputs } = describeCompatibility(
      compareCompatibility(withOutputs({ errors: [0.25, 0.75], spreads: [1] }), [], judged),
      {},
    )
    expect(outputs?.why).toBe(
      "In 2 runs on made-up inputs, the outputs differ from production's by 50 % (at most 75 %); they count as alike up to 10 %.",
    )
  })

  test('that were to be alike and were not compared pass nothing', () => {
    expect(compareCompatibility(withOutputs(undefined), speedAlone, judged).outputs).toMatchObject({
      verdict: 'inconclusive',
      runs: 0,
    })
    const missing = 'it takes other inputs than production'
    const found = compareCompatibility(withOutputs({ errors: [], spreads: [], missing }), speedAlone, judged)
    expect(found.outputs).toMatchObject({ verdict: 'inconclusive', missing })
    expect(describeCompatibility(found, {}).notCompared).toContainEqual({ what: 'outputs', why: missing })
    expect(compareCompatibility(measurements(), speedAlone, stated).outputs).toBeUndefined()
  })
})

describe('an interface', () => {
  test.each([
    ['compatible', 'pass'],
    ['additive', 'pass'],
    ['breaking', 'fail'],
  ] as const)('that is %s: %s', (change, verdict) => {
    const given = { ...measurements(), interface: { change, reasons: ['output `y` is new'] } }
    expect(compareCompatibility(given, speedAlone, judged).interface?.verdict).toBe(verdict)
    expect(compareCompatibility(given, speedAlone, stated).interface).toEqual({
      change,
      reasons: ['output `y` is new'],
    })
  })
})

describe('outputs that no metric reads', () => {
  const quality = {
    data: 'eval',
    examples: 1,
    labels: [0],
    predictions: {},
    custom: {},
    unread: ['label', 'embedding'],
  }
  const said = (given: Measurements) =>
    describeCompatibility(compareCompatibility(given, [question('accuracy')], stated), {}).notCompared

  test('are said not to be compared, unless they were', () => {
    const why = 'no metric reads `label`, `embedding`'
    expect(said({ ...measurements(), quality })).toContainEqual({ what: 'outputs', why })
    const compared = { ...withOutputs({ errors: [0], spreads: [1] }), quality }
    expect(said(compared)).not.toContainEqual(expect.objectContaining({ what: 'outputs' }))
  })
})

describe('what was not compared', () => {
  const data = { eval: { artifact: { sha256: 'd', bytes: 1, name: 'd.npz' }, inputs: {} } }
  const left = (metrics: readonly string[], given: object = data): string[] =>
    describeCompatibility(
      compareCompatibility(
        measurements(),
        metrics.map((metric) => question(metric)),
        stated,
      ),
      given as typeof data,
    ).notCompared.map(({ what, why }) => `${what}: ${why}`)

  test('is named, and why', () => {
    expect(left(['latency.p50', 'size'], {})).toEqual(['quality: no data was given'])
    expect(left(['latency.p50'])).toEqual(['quality: no quality metric was asked for on the whole data set'])
    expect(left(['accuracy'])).toEqual(['speed: no speed metric was asked for'])
    // A slice says nothing of the others.
    expect(left(['latency.p50', 'accuracy[lang=de]'])).toHaveLength(1)
    expect(left(['latency.p99', 'accuracy'])).toEqual([])
    expect(left(["a metric of a user's own", 'throughput'])).toEqual([])
    expect(left(['size'], {})).toHaveLength(2)
  })

  test('is nothing where there is no production', () => {
    expect(compareCompatibility(firstMeasurements(), speedAlone, judged)).toEqual({ notCompared: [] })
  })
})

test('an interface that was to be kept and was not looked at is an error', () => {
  expect(() => compareCompatibility(measurements(), speedAlone, judged)).toThrow(
    expect.objectContaining({ code: 'metric-not-measured' }),
  )
})

describe('evidence', () => {
  const given: Measurements = {
    ...withOutputs({ errors: [1.3, 1.5], spreads: [1] }),
    interface: { change: 'breaking', reasons: ['output `y` is gone'] },
  }
  const evidence = (change: Partial<Comparison> = {}, expected: Expected = judged): unknown => {
    const comparison: Comparison = {
      contender: 'candidate',
      against: { sha256: 'a'.repeat(64) },
      identical: false,
      rows: wordedRows(given, speedAlone, 0.01),
      ...describeCompatibility(compareCompatibility(given, speedAlone, expected), {}),
      alpha: 0.01,
      warnings: [],
      evidence: digest(given),
      ...change,
    }
    return evidenceOf(given, comparison, speedAlone, 0.01, expected)
  }

  test.each([[judged], [stated]])('of %j recomputes, and words do not count', (expected) => {
    expect(verifyEvidence(evidence({}, expected))).toMatchObject({ same: true, differences: [] })
  })

  test.each([
    [
      'a verdict of the interface',
      { interface: { change: 'breaking', reasons: ['output `y` is gone'], verdict: 'pass', why: '' } },
    ],
    ['an interface that is gone', { interface: undefined }],
    [
      'an error that is smaller',
      { outputs: { runs: 2, error: 0.01, worst: 1.5, spread: 1, verdict: 'inconclusive', why: '' } },
    ],
    ['outputs that pass', { outputs: { runs: 2, error: 1.4, worst: 1.5, spread: 1, verdict: 'pass', why: '' } }],
    ['less that was not compared', { notCompared: [] }],
  ] satisfies readonly [string, Partial<Comparison> | object][])('%s is found', (_, change) => {
    const { same, differences } = verifyEvidence(evidence(change as Partial<Comparison>))
    expect([same, differences]).toEqual([false, [expect.stringMatching(/does not follow/)]])
  })
})
