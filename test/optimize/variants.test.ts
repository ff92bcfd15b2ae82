import { expect, test } from 'vitest'
import { variants } from '../../src/optimize/index.ts'
import { variantContract } from '../contracts/variant.ts'

for (const kind of variants) variantContract(kind)

test('no two variants share a name or a setting: all stand among the settings of one stage', () => {
  const settings = variants.flatMap((kind) => Object.keys(kind.settings.shape))
  expect(new Set(settings).size).toBe(settings.length)
  expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length)
})
