import fc from 'fast-check'
import semver from 'semver'
import { expect, it } from 'vitest'
import {
  highestVersion,
  isCandidate,
  isVersion,
  nextCandidate,
  nextVersion,
} from '../../../src/registry/versions/version.ts'

it.each([
  [undefined, 'breaking', true, '1.0.0', 'first'],
  ['1.4.2', 'breaking', true, '2.0.0', 'major'],
  ['1.4.2', 'breaking', false, '2.0.0', 'major'],
  ['1.4.2', 'compatible', true, '1.5.0', 'minor'],
  ['1.4.2', 'additive', false, '1.5.0', 'minor'],
  ['1.4.2', 'compatible', false, '1.4.3', 'patch'],
  ['1.4.2', undefined, false, '1.4.3', 'patch'],
  ['2.0.0-rc.1', 'breaking', false, '2.0.0', 'major'],
] as const)('after %s, with a %s interface and improved %s: %s', (latest, interfaceChange, improved, version, bump) => {
  expect(nextVersion({ latest, interfaceChange, improved })).toMatchObject({ version, bump })
})

it('always goes up', () => {
  const version = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)).map((parts) => parts.join('.'))
  const change = fc.constantFrom('compatible', 'additive', 'breaking', undefined)
  fc.assert(
    fc.property(version, change, fc.boolean(), (latest, interfaceChange, improved) => {
      expect(semver.gt(nextVersion({ latest, interfaceChange, improved }).version, latest)).toBe(true)
    }),
  )
})

it('orders by number, not by text', () => {
  expect(highestVersion(['1.9.0', '1.10.0', '1.10.0-rc.1'])).toBe('1.10.0')
  expect(highestVersion([])).toBeUndefined()
})

it('takes semantic versions alone', () => {
  expect(['1.0.0', '1.0.0-a.1+b'].every(isVersion)).toBe(true)
  expect(['v1.0.0', '1.0', '', ' 1.0.0', 'x'].some(isVersion)).toBe(false)
})

it('numbers candidates', () => {
  expect(nextCandidate('1.1.0', [])).toBe('1.1.0-rc.1')
  expect(nextCandidate('1.1.0', ['1.1.0-rc.1', '1.1.0-rc.10', '1.1.0-rc.2', '1.1.0-rc.x', '1.1.10-rc.99'])).toBe(
    '1.1.0-rc.11',
  )
  expect(['1.1.0', '1.1.0-rc.1', '1.1.0-alpha'].map(isCandidate)).toEqual([false, true, true])
})
