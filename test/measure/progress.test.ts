import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockLookSchema } from '../../src/core/products/measurements.ts'
import { progressOf } from '../../src/measure/progress.ts'
import { arbitraryOf } from '../arbitrary.ts'
import { anyBlock } from './arbitrary.ts'

const saved = (options: { whole?: boolean; more?: boolean }) =>
  fc.record({ block: anyBlock(options), pinned: fc.boolean(), spentMs: fc.nat() }, { noNullPrototype: true })

test.each([{ whole: true }, { more: true }, { whole: true, more: true }])(
  'blocks and looks come back with every member that they were kept with: %o',
  (options) => {
    const kept = fc.array(fc.oneof(saved(options), fc.record({ look: arbitraryOf(blockLookSchema, options) })))
    const property = fc.property(kept, (values) => {
      const { blocks, looks } = progressOf(JSON.parse(JSON.stringify(values)))
      expect(blocks).toEqual(values.filter((value) => 'block' in value))
      expect(looks).toEqual(values.flatMap((value) => ('look' in value ? [value.look] : [])))
    })
    fc.assert(property, { numRuns: 50 })
  },
)

test('a block that cannot be read is refused, and what is no block is passed over', () => {
  const sample = { samplesMs: [1, 2], turns: [2], sessionMs: 1, firstRunMs: 1, peakBytes: 1 }
  const block = { order: ['a'], runs: { a: { ...sample, warmup: { runs: 1, ms: 1, steady: true } } } }
  expect(progressOf([{ at: 'noon', load: 1 }, null, 'x', { block, pinned: true, spentMs: 1 }]).blocks).toHaveLength(1)
  const torn = { ...block, runs: { a: { ...block.runs.a, turns: [3] } } }
  for (const value of [{ block: torn, pinned: true, spentMs: 1 }, { block }, { look: { blocks: 0, spent: 1 } }])
    expect(() => progressOf([value])).toThrow(expect.objectContaining({ code: 'measurements-unreadable' }))
})
