import { expect, test } from 'vitest'
import { metrics } from '../../src/core/metric.ts'
import { qualityNeeds } from '../../src/data/quality.ts'

test('every metric of the table that is paired says what it needs of each example', () => {
  const paired = metrics.filter(({ how }) => how === 'paired').map(({ name }) => name)
  expect(Object.keys(qualityNeeds)).toEqual(paired)
})
