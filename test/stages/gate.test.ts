import { describe, expect, test } from 'vitest'
import type { Comparison, ComparisonRow, Decision, Subject } from '../../src/core/products/index.ts'
import type { StageTools } from '../../src/core/stage.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { gate } from '../../src/stages/gate.ts'

function row(metric: string, verdict: Verdict, high = 0.01): ComparisonRow {
  return {
    metric,
    unit: 'ms',
    better: 'lower',
    production: 1,
    candidate: 1,
    scale: 'relative',
    change: 0,
    interval: { low: -0.01, high, level: 0.98 },
    margin: 0.03,
    verdict,
    improved: false,
    method: 'exact',
    why: `${metric} is as it is: ${verdict}.`,
  }
}

const artifact = { sha256: 'c', bytes: 1, name: 'c.onnx' }
const first: Subject = { model: 'digits', candidate: artifact, data: {} }
const subject: Subject = { ...first, production: { version: '1.0.0', artifact } }

async function decided(
  rows: readonly ComparisonRow[],
  settings: object = {},
  of: Subject = subject,
  identical = false,
) {
  const comparison: Comparison = {
    contender: 'candidate',
    against: { sha256: 'p' },
    identical,
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: 'e',
  }
  const outcome = await gate.make(settings, { folder: '/' }).run({ subject: of, comparison }, {} as StageTools)
  return { ...outcome, decision: outcome.product as Decision }
}

test('production itself passes: nothing can have changed', async () => {
  const { verdict, decision } = await decided([], { require: ['latency.p50'] }, subject, true)
  expect([verdict, decision.sentence]).toEqual(['pass', expect.stringContaining('byte for byte')])
  expect((await decided([], {}, subject, false)).verdict).toBe('inconclusive')
})

describe('the worst of the required rows decides', () => {
  test.each([
    [['pass', 'pass'], 'pass'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'fail', 'pass'], 'fail'],
  ] as const)('%j: %s', async (verdicts, verdict) => {
    const outcome = await decided(verdicts.map((each, at) => row(`m${at}`, each)))
    expect(outcome.verdict).toBe(verdict)
    expect(outcome.decision.verdict).toBe(verdict)
    expect(outcome.decision.reasons).toHaveLength(verdicts.length)
  })

  test('nothing compared is inconclusive: no evidence never passes, whatever the policy', async () => {
    expect((await decided([])).verdict).toBe('inconclusive')
    expect((await decided([], { inconclusive: 'warn' })).verdict).toBe('inconclusive')
  })

  test('what is not required does not count', async () => {
    const rows = [row('latency.p50', 'pass'), row('size', 'fail')]
    expect((await decided(rows, { require: ['latency.p50'] })).verdict).toBe('pass')
  })

  test('requiring what was not compared is an error that lists what was', async () => {
    await expect(decided([row('size', 'pass')], { require: ['accuracy'] })).rejects.toEqual(
      expect.objectContaining({ code: 'gate-metric-not-compared', hint: expect.stringContaining('Compared: size.') }),
    )
  })
})

describe('the sentence', () => {
  test('names the metric that failed, and that others did', async () => {
    const { summary } = await decided([
      row('size', 'pass'),
      row('latency.p50', 'fail', 0.2),
      row('accuracy', 'fail', 0.1),
    ])
    expect(summary).toBe('Failed on latency.p50: latency.p50 is as it is: fail. So is 1 other.')
  })

  test('names what failed and was not required', async () => {
    const rows = [
      row('size', 'pass'),
      { ...row('latency.p50', 'fail'), scenario: 'cpu/b1/t1' },
      row('accuracy', 'fail'),
    ]
    const { summary } = await decided(rows, { require: ['size'] })
    expect(summary).toMatch(/^Passed\. .* Not required, and failed: latency\.p50 \(cpu\/b1\/t1\), accuracy\.$/)
    expect((await decided(rows, { require: ['accuracy'] })).summary).toMatch(/Not required, and failed: latency/)
    expect((await decided(rows.slice(0, 1), { require: ['size'] })).summary).not.toContain('Not required')
  })

  test('names the closest call of a pass', async () => {
    const { summary } = await decided([
      row('size', 'pass', 0.001),
      { ...row('latency.p50', 'pass', 0.029), scenario: 'cpu/b1/t1' },
    ])
    expect(summary).toBe(
      'Passed. All 2 comparisons required came out well; closest to its margin (cpu/b1/t1): latency.p50 is as it is: pass.',
    )
  })
})

describe('policies', () => {
  test('inconclusive: warn lets it through with a warning', async () => {
    const { verdict, decision, warnings } = await decided([row('size', 'pass'), row('accuracy', 'inconclusive')], {
      inconclusive: 'warn',
    })
    expect(verdict).toBe('pass')
    expect(decision.sentence).toMatch(/^Passed with reservations: undecided on accuracy/)
    expect(decision.reasons.map((reason) => reason.verdict)).toEqual(['pass', 'inconclusive'])
    expect(warnings?.map(({ code }) => code)).toEqual(['gate-inconclusive'])
  })

  test('inconclusive: warn lets no failure through', async () => {
    expect(
      (await decided([row('size', 'fail'), row('accuracy', 'inconclusive')], { inconclusive: 'warn' })).verdict,
    ).toBe('fail')
  })

  test('a first release passes and says so, or fails where it is told to', async () => {
    const passed = await decided([], { require: ['latency.p50'] }, first)
    expect(passed.verdict).toBe('pass')
    expect(passed.summary).toBe(
      'No version of digits is in production, so nothing was compared: a first release passes.',
    )
    expect((await decided([], { 'first-release': 'fail' }, first)).verdict).toBe('fail')
  })
})
