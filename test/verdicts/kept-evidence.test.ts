import { expect, test } from 'vitest'
import { digest } from '../../src/core/json.ts'
import { compareRows, describeRows, evidenceOf, verifyEvidence } from '../../src/verdicts/index.ts'
import { measurements, question } from './measurements.ts'

const questions = [question('size')]

/** Evidence of measurements with a member that this version does not know, as its file says it. */
function written(): string {
  const made = { ...measurements({ blocks: 2 }), 'of a newer version': [1] }
  const comparison = {
    contender: 'candidate',
    against: { sha256: 'a'.repeat(64) },
    identical: false,
    rows: describeRows(compareRows(made, questions, 0.01)),
    alpha: 0.01,
    warnings: [],
    evidence: digest(made),
    notCompared: (['quality', 'speed'] as const).map((what) => ({ what, why: 'nothing was asked' })),
  }
  return JSON.stringify(evidenceOf(made, comparison, questions, 0.01))
}

test('evidence with members of a newer version verifies: the digest covers them', () => {
  expect(verifyEvidence(JSON.parse(written()))).toMatchObject({ same: true, differences: [] })
  const changed = written().replace('"of a newer version":[1]', '"of a newer version":[2]')
  expect(verifyEvidence(JSON.parse(changed)).differences).toHaveLength(1)
})

test('evidence that does not say what was not compared does not verify, unless it is older than that', () => {
  const { notCompared: _, ...comparison } = JSON.parse(written()).comparison
  const without = { ...JSON.parse(written()), comparison }
  expect(verifyEvidence(without)).toMatchObject({ same: false })
  expect(verifyEvidence({ ...without, schema: 'airworthy.evidence/2' })).toMatchObject({ same: true })
})

test.each([
  ['values nested without end', written().replace('[1]', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['a member that no schema sees', written().replace('"counts":{', '"counts":{"__proto__":"x",')],
  ['a row with another verdict than there are', written().replace(/"verdict":"[a-z]+"/, '"verdict":"well"')],
])('no evidence: %s', (_, text) => {
  expect(() => verifyEvidence(JSON.parse(text))).toThrow(expect.objectContaining({ code: 'evidence-wrong' }))
})
