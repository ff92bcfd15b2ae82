import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { digest } from '../../src/core/json.ts'
import type { Comparison, ComparisonRow } from '../../src/core/products/index.ts'
import { verifyEvidence } from '../../src/entry/verify.ts'
import { evidenceOf } from '../../src/verdicts/index.ts'
import { measurements, question, wordedRows } from '../verdicts/measurements.ts'

const given = measurements({ ratio: 0.9 })
const questions = [question('latency.p50'), question('size')]

/** Evidence whose first row was changed. */
function evidenceWith(change: Partial<ComparisonRow>): unknown {
  const rows = wordedRows(given, questions, 0.01).map((row, at) => (at === 0 ? { ...row, ...change } : row))
  const comparison: Comparison = {
    contender: 'candidate',
    against: { sha256: 'a'.repeat(64) },
    identical: false,
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: digest(given),
    notCompared: [{ what: 'quality', why: 'no data was given' }],
  }
  return evidenceOf(given, comparison, questions, 0.01)
}

test('evidence is recomputed with its sentences', () => {
  const { same, rows, notes } = verifyEvidence(evidenceWith({}))
  expect([same, notes]).toEqual([true, []])
  expect(rows).toEqual(wordedRows(given, questions, 0.01))
})

test('a sentence that the numbers do not give is noted, and decides nothing', () => {
  const { same, differences, rows, notes } = verifyEvidence(evidenceWith({ why: 'It is ten times as fast.' }))
  expect([same, differences]).toEqual([true, []])
  expect(notes).toEqual([
    `latency.p50 at cpu/b1/t1: the recorded \`why\` differs from what the numbers say today: ${rows[0]?.why}`,
  ])
})

test('a number that does not follow decides', () => {
  const { same, differences } = verifyEvidence(evidenceWith({ change: -0.5 }))
  expect([same, differences]).toEqual([false, ['latency.p50 at cpu/b1/t1 differs in change.']])
})

test('verdicts by earlier rules are said to be', async () => {
  const { same, notes } = verifyEvidence(JSON.parse(await readFile('test/fixtures/evidence/before-rooms.json', 'utf8')))
  expect(same).toBe(true)
  expect(notes[0]).toMatch(/earlier rules of airworthy\.evidence\/2, which airworthy\.evidence\/3 replaced/)
})
