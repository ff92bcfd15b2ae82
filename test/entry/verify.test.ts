import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { digest } from '../../src/core/json.ts'
import type { LedgerEntry } from '../../src/core/ledger.ts'
import type { Binding, Comparison, ComparisonRow, Decision } from '../../src/core/products/index.ts'
import { recordedIn, type VerifiedEvidence, verifyEvidence } from '../../src/entry/verify.ts'
import { evidenceOf } from '../../src/verdicts/index.ts'
import { artifact, releaseEvent } from '../contracts/ledger.ts'
import { bindingOf } from '../verdicts/binding.ts'
import { measurements, question, wordedRows } from '../verdicts/measurements.ts'

const given = measurements({ ratio: 0.9 })
const questions = [question('latency.p50'), question('size')]

/** Evidence whose first row was changed; `bound`, unless it is of an earlier version. */
function evidenceWith(change: Partial<ComparisonRow>, bound: Binding | undefined = bindingOf(given)): unknown {
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
  return evidenceOf(given, comparison, questions, 0.01, undefined, bound)
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

describe('decisions', () => {
  const reasons = wordedRows(given, questions, 0.01).map(({ metric, scenario, verdict, why }) => ({
    metric,
    ...(scenario === undefined ? {} : { scenario }),
    verdict,
    why,
  }))
  const passed = { verdict: 'pass', reasons, sentence: 'Passed.' } as const
  const verified = (settings: unknown, decision: Decision) =>
    verifyEvidence(
      evidenceWith({}, bindingOf(given, { decisions: [{ stage: 'gate', kind: 'gate', settings, decision }] })),
    )

  test('are reached again from the rows, whatever they say in words', () => {
    const { same, differences, decisions } = verified({ inconclusive: 'fail', 'first-release': 'pass' }, passed)
    expect([same, differences]).toEqual([true, []])
    expect(decisions).toEqual([{ stage: 'gate', verdict: 'pass', recomputed: 'pass', override: undefined }])
  })

  test('that were overridden say by whom, and what the gate had said', () => {
    const settings = { inconclusive: 'fail', 'first-release': 'pass', extensions: 3 }
    const override = { by: 'ada', reason: 'it is urgent', verdict: 'fail' } as const
    const { differences } = verified(settings, { ...passed, override })
    expect(differences).toEqual(['The decision of gate was recorded as fail, recomputed it is pass.'])
  })

  test('of a kind from outside are left as they are, and said to be', () => {
    const { same, unchecked, decisions } = verified({ mood: 'good' }, { ...passed, verdict: 'fail' })
    expect(same).toBe(true)
    expect(decisions).toMatchObject([{ verdict: 'fail', recomputed: undefined }])
    expect(unchecked).toEqual([expect.stringMatching(/^The decision of gate cannot be recomputed:/)])
  })

  test('with other reasons than the rows give differ', () => {
    const { differences } = verified({ require: ['size'], inconclusive: 'fail', 'first-release': 'pass' }, passed)
    expect(differences).toEqual(['The reasons that are recorded of gate do not follow from the rows.'])
  })
})

test('evidence of an earlier version verifies, and is said to be unbound', () => {
  const { same, bound, notes } = verifyEvidence({ ...(evidenceWith({}) as object), bound: undefined })
  expect([same, bound]).toEqual([true, undefined])
  expect(notes).toEqual([
    expect.stringMatching(
      /^It is not bound: an earlier version of Airworthy kept it, or somebody took out what bound it\./,
    ),
  ])
})

test('verdicts by earlier rules are said to be', async () => {
  const { same, notes } = verifyEvidence(JSON.parse(await readFile('test/fixtures/evidence/before-rooms.json', 'utf8')))
  expect(same).toBe(true)
  expect(notes[0]).toMatch(/earlier rules of airworthy\.evidence\/2, which airworthy\.evidence\/3 replaced/)
})

test('a rollout on it is named, and held against what it compares', () => {
  const [from, other] = ['1.0.0', '0.9.0']
  const digests = { evidence: 'e'.repeat(64), measurements: 'd'.repeat(64) }
  const verified = { digests, model: artifact.sha256 } as VerifiedEvidence
  const bound = { model: 'digits', run: {}, production: { version: from } } as VerifiedEvidence['bound']
  const at = { at: '2026-01-01T00:00:00.000Z', by: 'ada' }
  const entries: LedgerEntry[] = [
    { ...releaseEvent('1.1.0'), key: 'a', ...at },
    {
      kind: 'rollout-started',
      ...{ model: 'digits', rollout: 'r', version: '1.1.0', from, target: 'local', steps: [1] },
      evidence: digests.evidence,
      key: 'b',
      ...at,
    },
  ]
  const { named, differences } = recordedIn(entries, { ...verified, bound })
  expect(named.map(({ key }) => key)).toEqual(['b'])
  expect(differences).toEqual([])
  const astray = [entries[0], { ...entries[1], from: other }] as LedgerEntry[]
  expect(recordedIn(astray, { ...verified, bound }).differences).toEqual([
    'digits 1.1.0 was recorded as compared with 0.9.0, and it compares with 1.0.0.',
  ])
})
