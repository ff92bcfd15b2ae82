import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countersOf, isModelName, parseTag, stageTag, versionTag } from '../../../src/registry/versions/tags.ts'

it.each([
  ['digits@v1.2.3', { kind: 'version', model: 'digits', version: '1.2.3', undo: false }],
  ['digits@v1.2.3!', { kind: 'version', model: 'digits', version: '1.2.3', undo: true }],
  ['m@v1.0.0+build.5', { kind: 'version', model: 'm', version: '1.0.0+build.5' }],
  ['m@v1.0.0-rc.1#4', { kind: 'version', version: '1.0.0-rc.1', counter: 4 }],
  ['dir/x=model#prod', { kind: 'stage', model: 'dir/x:model', stage: 'prod', undo: false }],
  ['m#prod!#12', { kind: 'stage', model: 'm', stage: 'prod', undo: true, counter: 12 }],
  ['m@deprecated', { kind: 'deprecated', model: 'm' }],
])('reads %s', (text, expected) => {
  expect(parseTag(text)).toMatchObject(expected)
})

it.each(['a.b@v1.0.0', 'x@v1.0.0#prod', 'm#_prod', 'v1.0.0', 'm@1.0.0', 'm@v1', 'm@v01.0.0', 'm@vv1.0.0', ''])(
  'does not read %j',
  (text) => {
    expect(parseTag(text)).toBeUndefined()
  },
)

it.each(['digits', 'a', 'team/digits-small', 'models/v1.2:digits', 'A_1'])('takes %s as a model name', (name) => {
  expect(isModelName(name)).toBe(true)
})

it.each(['', '-a', 'a-', 'a.b', 'a b', 'a//b', 'x/../y:a', 'a@b', 'a#b', 'ä', '.x:a', 'x.lock:a/..'])(
  'does not take %j as a model name',
  (name) => {
    expect(isModelName(name)).toBe(false)
  },
)

it('counts over all tags of the model, whatever they do, and of no other', () => {
  expect(countersOf([]).get('m')).toBeUndefined()
  expect(countersOf(['m@v1.0.0', 'm#prod#3', 'm#staging!#7', 'mm#prod#9', 'x=m#prod#11', 'noise']).get('m')).toBe(7)
})

it('reads back what it wrote', () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9](?:[a-zA-Z0-9\-_/]{0,8}[a-zA-Z0-9])?$/).filter(isModelName)
  fc.assert(
    fc.property(name, name, fc.nat(99), fc.nat(99), fc.nat(), (model, stage, major, minor, counter) => {
      const version = `${major}.${minor}.0`
      expect(parseTag(versionTag(model, version))).toMatchObject({ kind: 'version', model, version })
      expect(parseTag(stageTag(model, stage, counter))).toMatchObject({ kind: 'stage', model, stage, counter })
    }),
  )
})

it('never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseTag(text)))
})
