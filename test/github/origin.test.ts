import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markerLine, mayReplace } from '../../src/github/comment.ts'
import { hostile } from '../report/fixtures.ts'

const origin = { run: 7, attempt: 1, commit: 'a'.repeat(40) }

describe('the marker of a comment', () => {
  test('is the same for each run of a pipeline and different for each pipeline', () => {
    const named = (name: string) => markerLine(name, origin)
    expect(named('a b')).toBe(named('a b'))
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(named(a) === named(b)).toBe(a === b)
      }),
    )
  })

  test('holds nothing that ends it early', () => {
    for (const name of hostile)
      expect(markerLine(name, { ...origin, commit: name })).toMatch(
        /^<!-- airworthy:v1 key=[\w.-]* run=7 attempt=1 commit=[\w.-]* -->$/,
      )
  })
})

describe('which results stay', () => {
  const [old, head] = ['b'.repeat(40), 'c'.repeat(40)]
  const of = (run: number, commit: string, attempt = 1) => ({ run, attempt, commit })

  test('those of the head of the pull request, however late those of an older commit come', () => {
    expect(mayReplace(of(5, head), of(9, old), head)).toBe(false)
    expect(mayReplace(of(9, old), of(5, head), head)).toBe(true)
  })

  test('of the same commit those of the later run and attempt', () => {
    expect(mayReplace(of(5, head), of(6, head), head)).toBe(true)
    expect(mayReplace(of(6, head), of(5, head), head)).toBe(false)
    expect(mayReplace(of(6, head, 1), of(6, head, 2), head)).toBe(true)
    expect(mayReplace(of(6, head, 2), of(6, head, 1), head)).toBe(false)
    expect(mayReplace(of(6, head, 2), of(6, head, 2), head)).toBe(true)
  })

  test('of two older commits those of the later run', () => {
    expect(mayReplace(of(5, old), of(6, 'd'.repeat(40)), head)).toBe(true)
    expect(mayReplace(of(6, old), of(5, 'd'.repeat(40)), head)).toBe(false)
  })

  test('never both of two: one of them gives way', () => {
    const any = fc.record({ run: fc.nat(3), attempt: fc.nat(2), commit: fc.constantFrom(old, head, 'e'.repeat(40)) })
    fc.assert(
      fc.property(any, any, (a, b) => {
        if (JSON.stringify(a) !== JSON.stringify(b)) fc.pre(a.run !== b.run || a.attempt !== b.attempt)
        expect(mayReplace(a, b, head) || mayReplace(b, a, head)).toBe(true)
        if (a.run !== b.run || a.attempt !== b.attempt)
          expect(mayReplace(a, b, head) && mayReplace(b, a, head)).toBe(false)
      }),
    )
  })
})
