import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonical, digest } from '../../src/core/json.ts'
import type { Comparison, Measurements, Question } from '../../src/core/products/index.ts'
import type { Evidence } from '../../src/verdicts/evidence/schema.ts'
import {
  compareCompatibility,
  describeCompatibility,
  describeRows,
  evidenceOf,
  metrics,
  verifyEvidence,
} from '../../src/verdicts/index.ts'
import { measurements, question, wordedRows } from './measurements.ts'
import { ask, qualityOf, withQuality } from './quality/qualities.ts'

const labels = Array.from({ length: 200 }, (_, at) => at % 3)
const given = measurements({ ratio: 0.9, labels, predictions: [labels, labels], copyRatio: 1 })
const questions = [
  question('latency.p50'),
  question('throughput'),
  question('size'),
  question('accuracy', { absolute: 0.1 }),
]

function compared(measured: Measurements, asked: readonly Question[] = questions): Comparison {
  const rows = wordedRows(measured, asked, 0.01)
  const against = { version: '1.0.0', sha256: 'a'.repeat(64) }
  return {
    contender: 'candidate',
    against,
    identical: false,
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: digest(measured),
    ...describeCompatibility(compareCompatibility(measured, asked, { interface: 'stated', outputs: 'stated' }), {}),
  }
}

/** Evidence as it is read back from a file: a deep copy that a test may change. */
function written(): Mutable<Evidence> {
  return JSON.parse(JSON.stringify(evidenceOf(given, compared(given), questions, 0.01)))
}

type Mutable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> } : Value

test('untouched evidence recomputes to the same bytes', () => {
  const { same, differences, rows } = verifyEvidence(written())
  expect(differences).toEqual([])
  expect(same).toBe(true)
  expect(canonical(describeRows(rows))).toBe(canonical(compared(given).rows))
})

test('evidence that an earlier version kept recomputes', () => {
  const { same, differences, rows } = verifyEvidence(
    JSON.parse(readFileSync('test/fixtures/evidence/before-rooms.json', 'utf8')),
  )
  expect(differences).toEqual([])
  expect(same).toBe(true)
  expect(rows.map(({ metric }) => metric)).toEqual([
    'latency.p50',
    'throughput[p90<8ms]',
    'size',
    'accuracy',
    'distance',
  ])
})

test('what a row says in words is no part of what recomputes', () => {
  const evidence = written()
  Object.assign(evidence.comparison.rows[0]!, { why: 'It is twice as fast.', method: 'a guess' })
  expect(verifyEvidence(evidence)).toMatchObject({ same: true, differences: [] })
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
    evidence.questions[0]!.margin = { relative: 0.5 }
    expect(verifyEvidence(evidence).differences[0]).toContain('latency.p50 at cpu/b1/t1 differs in margin')
  })

  test('a prediction', () => {
    const evidence = written()
    evidence.measurements.quality!.predictions['candidate']![0] = 2
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

describe('evidence of quality', () => {
  const slices = { 'site=a': Array.from({ length: 150 }, (_, at) => at) }
  const figures = { value: 0.5, resampled: [0.4, 0.5, 0.6], without: [0.49, 0.51], differing: 12 }
  const corpus = { mine: { production: figures, candidate: figures } }
  const quality = { ...qualityOf({ examples: 300, noise: 0.1, groups: 150 }), slices, corpus }
  const measured = withQuality(quality)
  const own = { margin: { absolute: 0.1 }, better: 'lower', alpha: 0.01 } as const
  const asked = [
    ...metrics.filter(({ how }) => how === 'paired').map(({ name }) => ask(name)),
    ask('accuracy[site=a]'),
    ask('log-loss[site=a]'),
    { metric: 'distance', ...own },
    { metric: 'mine', ...own },
  ]
  const text = JSON.stringify(evidenceOf(measured, compared(measured, asked), asked, 0.01))
  const evidence = () => JSON.parse(text) as { measurements: { quality: Record<string, unknown> & typeof quality } }

  test('recomputes to the same bytes, whatever was asked', () => {
    const { same, differences, rows } = verifyEvidence(evidence())
    expect(differences).toEqual([])
    expect(same).toBe(true)
    expect(rows.map(({ metric }) => metric)).toEqual(asked.map(({ metric }) => metric))
  })

  test.each([
    ['a loss', 'log-loss', (held: typeof quality) => held.records!.losses!['candidate'] as number[]],
    ['a score', 'auc', (held: typeof quality) => held.records!.scores!['candidate'] as number[]],
    ['a group', 'accuracy', (held: typeof quality) => held.groups as number[]],
    ['a resample', 'mine', (held: typeof quality) => held.corpus.mine.candidate.resampled],
  ])('%s that was changed is found', (_, metric, of) => {
    const changed = evidence()
    const values = of(changed.measurements.quality)
    values[0] = values[0] === 3 ? 4 : 3
    expect(verifyEvidence(changed).differences.join(' ')).toContain(`${metric} differs`)
  })

  test.each([
    [
      'a list of labels that is twice as long',
      (held: typeof quality) => (held.labels as number[]).push(...held.labels!),
    ],
    ['a list of labels that is empty', (held: typeof quality) => (held.labels as number[]).splice(0)],
    [
      'a gap in the groups',
      (held: typeof quality) =>
        (held.groups as number[]).splice(0, 300, ...held.groups!.map((each) => (each === 7 ? 8 : each))),
    ],
    ['scores of some examples', (held: typeof quality) => (held.records!.scores!['candidate'] as number[]).pop()],
    ['a list that is too short', (held: typeof quality) => (held.records!.losses!['candidate'] as number[]).pop()],
    ['a list of groups that is', (held: typeof quality) => (held.groups as number[]).pop()],
    ['a group beyond all', (held: typeof quality) => ((held.groups as number[])[0] = 1e9)],
    ['a record of another kind', (held: typeof quality) => Object.assign(held.records!, { moods: {} })],
    ['no resamples', (held: typeof quality) => held.corpus.mine.candidate.resampled.splice(0)],
  ])('%s is none', (_, damage) => {
    const damaged = evidence()
    damage(damaged.measurements.quality)
    expect(() => verifyEvidence(damaged)).toThrow(expect.objectContaining({ code: 'evidence-wrong' }))
  })
})
