import { describe, expect, it, test } from 'vitest'
import { planRelease, releaseEvent, releaseKey, releaseOf } from '../../../src/registry/versions/release.ts'

const same = { interfaceChange: { change: 'compatible', reasons: [] }, improved: [] } as const
const wanted = { exact: undefined, candidate: false }

describe('the version of a release', () => {
  it('follows from the evidence, and says from what', () => {
    const grown = { change: 'additive', reasons: ['the output `extra` is new'] } as const
    expect(planRelease([], { interfaceChange: undefined, improved: [] }, wanted)).toEqual({
      version: '1.0.0',
      bump: 'first',
      why: 'first release of this model',
    })
    expect(planRelease(['1.0.0'], { interfaceChange: grown, improved: ['accuracy'] }, wanted)).toEqual({
      version: '1.1.0',
      bump: 'minor',
      why: 'minor after 1.0.0: a quality metric is better beyond doubt (the output `extra` is new; accuracy improved)',
    })
  })

  it('comes after the highest that was released, whatever the order; candidates count for nothing', () => {
    expect(planRelease(['1.9.0', '1.10.0', '2.0.0-rc.1', '1.2.0'], same, wanted).version).toBe('1.10.1')
  })

  it('is the one that is said, and tells what the evidence says', () => {
    expect(planRelease(['1.0.0'], same, { exact: '3.0.0', candidate: false })).toEqual({
      version: '3.0.0',
      bump: 'patch',
      why: 'version 3.0.0 as the pipeline says; the evidence says patch',
    })
  })

  it.each([
    [['1.0.0'], undefined, '1.0.1-rc.1'],
    [['1.0.0', '1.0.1-rc.1', '1.0.1-rc.2'], undefined, '1.0.1-rc.3'],
    [['1.0.0', '1.0.1-rc.9'], '2.0.0', '2.0.0-rc.1'],
    [['1.0.0'], '2.0.0-beta', '2.0.0-beta'],
  ])('as a candidate after %j, %s said, is %s', (versions, exact, version) => {
    expect(planRelease(versions, same, { exact, candidate: true }).version).toBe(version)
  })
})

const artifact = { sha256: 'a'.repeat(64), bytes: 1, name: 'm.onnx' }
const released = [
  { version: '1.0.0-rc.1', artifact },
  { version: '1.0.0', artifact: { ...artifact, sha256: 'b'.repeat(64) } },
]

test('a file that was a candidate has no version yet, unless a candidate is all that is wanted', () => {
  expect(releaseOf(artifact.sha256, released, { candidate: true })?.version).toBe('1.0.0-rc.1')
  expect(releaseOf(artifact.sha256, released, { candidate: false })).toBeUndefined()
  expect(releaseOf('b'.repeat(64), released, { candidate: false })?.version).toBe('1.0.0')
})

test('a file has one key as a release, and one as a candidate', () => {
  expect(releaseKey('digits', artifact, '1.0.0')).toBe(`release:digits:${artifact.sha256}`)
  expect(releaseKey('digits', artifact, '1.0.0-rc.1')).toBe(`candidate:digits:${artifact.sha256}`)
})

test('the ledger is told what is known, and nothing of what is not', () => {
  const planned = { version: '1.0.0', why: 'better' }
  const unknown = { source: undefined, evidence: undefined, tag: true }
  const plain = { kind: 'release', model: 'digits', artifact, ...planned }
  expect(releaseEvent({ model: 'digits', artifact, planned, ...unknown })).toStrictEqual(plain)
  expect(
    releaseEvent({ model: 'digits', artifact, planned, source: 'abc', evidence: 'e'.repeat(64), tag: false }),
  ).toStrictEqual({ ...plain, source: 'abc', evidence: 'e'.repeat(64), tagged: false })
})
