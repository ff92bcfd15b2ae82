import { expect, test } from 'vitest'
import type { Quality } from '../../../src/core/products/index.ts'
import { checkKept, checkPlanned } from '../../../src/stages/benchmark/kept.ts'

const tooLarge = expect.objectContaining({ code: 'measurements-too-large' })

test('what is kept of examples is counted as it will be written', () => {
  const examples = 250_001
  const list = Array.from({ length: examples }, (_, at) => at / 7)
  const quality: Quality = {
    data: 'eval "größe"',
    examples,
    labels: list,
    slices: { 'lang=de': [1, 2], 'lang=fr': [] },
    predictions: { production: list.map(Math.round), candidate: list.map(Math.round) },
    records: { losses: { production: list } },
    custom: {},
  }
  const { length } = JSON.stringify(quality)
  expect(() => checkKept(quality, length + 40)).not.toThrow()
  expect(() => checkKept(quality, length - 1)).toThrow(tooLarge)
})

test('what cannot fit is refused before any model runs, with figures and what to do', () => {
  expect(() => checkPlanned(1_000_000, 5)).not.toThrow()
  expect(() => checkPlanned(40_000_000, 5)).toThrow(tooLarge)
  expect(() => checkPlanned(40_000_000, 5)).toThrow(
    /40,000,000 examples take at least 400,000,000 characters .* 268,435,456/,
  )
})
