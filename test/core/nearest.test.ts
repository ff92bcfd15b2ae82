import { expect, test } from 'vitest'
import { nearest } from '../../src/core/nearest.ts'

test('the nearest valid name, the first of several', () => {
  expect(nearest('bugdet', ['data', 'budget', 'scenarios'])).toBe('budget')
  expect(nearest('ab', ['aa', 'bb'])).toBe('aa')
  expect(nearest('Y', ['x', 'y'])).toBe('y')
  expect(nearest('constructor', ['control'])).toBe('control')
})

test('of nothing, or for an empty name, there is none', () => {
  expect(nearest('budget', [])).toBeUndefined()
  expect(nearest('', ['budget'])).toBeUndefined()
})
