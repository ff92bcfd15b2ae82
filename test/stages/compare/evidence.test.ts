import { describe, expect, test } from 'vitest'
import { canonical, digest } from '../../../src/core/json.ts'
import type { Comparison, Measurements } from '../../../src/core/products.ts'
import { evidenceOf, verifyEvidence } from '../../../src/stages/compare/evidence.ts'
import { compareRows } from '../../../src/stages/compare/rows.ts'
import { measurements, question } from '../measurements.ts'

const labels = Array.from({ length: 200 }, (_, at) => at % 3)
const given = measurements({ ratio: 0.9, labels, predictions: [labels, labels], copyRatio: 1 })
const questions = [
  question('latency.p50'),
  question('throughput'),
  question('size'),
  question('accuracy', { absolute: 0.1 }),
]

function compared(measured: Measurements): Comparison {
  const rows = compareRows(measured, questions, 0.01)
  const against = { version: '1.0.0', sha256: 'a'.repeat(64) }
  return {
    contender: 'candidate',
    against,
    identical: false,
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: digest(measured),
  }
}

/** Evidence as it is read back from a file: a deep copy that a test may change. */
function written(): ReturnType<typeof structuredCloneOf> {
  return structuredCloneOf(evidenceOf(given, compared(given), questions, 0.01))
}

function structuredCloneOf(value: unknown) {
  return JSON.parse(JSON.stringify(value)) as {
    schema: string
    alpha: number
    questions: { margin: { relative: number } }[]
    measurements: {
      chosen: string
      speed: { blocks: { runs: Record<string, { samplesMs: number[] }> }[] }[]
      quality: { predictions: Record<string, number[]> }
    }
    comparison: { rows: { verdict: string; metric: string }[]; against: { sha256: string } }
  }
}

test('untouched evidence recomputes to the same bytes', () => {
  const { same, differences, rows } = verifyEvidence(written())
  expect(differences).toEqual([])
  expect(same).toBe(true)
  expect(canonical(rows)).toBe(canonical(compared(given).rows))
})

describe('tampering is found', () => {
  test('a sample, even one that changes no verdict', () => {
    const evidence = written()
    const sample = evidence.measurements.speed[0]!.blocks[0]!.runs['candidate']!
    sample.samplesMs[0] = sample.samplesMs[0]! * 1.0001
    const { same, differences } = verifyEvidence(evidence)
    expect(same).toBe(false)
    expect(differences[0]).toContain('their digest differs')
  })

  test('a verdict', () => {
    const evidence = written()
    evidence.comparison.rows[0]!.verdict = 'fail'
    const { same, differences } = verifyEvidence(evidence)
    expect(same).toBe(false)
    expect(differences).toEqual([
      'latency.p50 at cpu/b1/t1 differs in verdict. It was recorded as fail, recomputed it is pass.',
    ])
  })

  test('a margin', () => {
    const evidence = written()
    evidence.questions[0]!.margin.relative = 0.5
    expect(verifyEvidence(evidence).differences[0]).toContain('latency.p50 at cpu/b1/t1 differs in margin')
  })

  test('a prediction', () => {
    const evidence = written()
    evidence.measurements.quality.predictions['candidate']![0] = 2
    expect(verifyEvidence(evidence).differences.join(' ')).toContain('accuracy differs')
  })

  test('a row left out, a row too many, another model', () => {
    const without = written()
    without.comparison.rows.pop()
    expect(verifyEvidence(without).differences).toEqual(['accuracy is not recorded; recomputed it is pass.'])
    const surplus = written()
    surplus.comparison.rows.push({ ...surplus.comparison.rows[0]!, metric: 'charm' })
    expect(verifyEvidence(surplus).differences).toEqual(['charm at cpu/b1/t1 is recorded, but nothing asks for it.'])
    const other = written()
    other.comparison.against.sha256 = 'b'.repeat(64)
    expect(verifyEvidence(other).same).toBe(false)
  })
})

test.each([
  ['nothing', null],
  ['a text', 'evidence'],
  ['another schema', { ...written(), schema: 'airworthy.evidence/9' }],
  ['a negative time', JSON.parse(JSON.stringify(written()).replace(/"sessionMs":[\d.]+/, '"sessionMs":-1'))],
  ['no samples', JSON.parse(JSON.stringify(written()).replace(/"samplesMs":\[[^\]]*\]/, '"samplesMs":[]'))],
  ['a metric without measurements', { ...written(), questions: [{ metric: 'charm', margin: { relative: 0.1 } }] }],
])('%s is no evidence', (_, value) => {
  expect(() => verifyEvidence(value)).toThrow(expect.objectContaining({ code: 'evidence-wrong' }))
})
