import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDigits, pixels } from '../../scripts/digits/data.ts'
import { makeModels, recipes } from '../../scripts/digits/recipes.ts'
import { sha256 } from '../../src/core/json.ts'
import type { Session } from '../../src/core/provider.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import { readNpz } from '../../src/data/npz.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { providers } from '../../src/providers/index.ts'

const path = (file: string): string => new URL(`../../pipelines/digits/${file}`, import.meta.url).pathname

const { train, test } = loadDigits()

function committed(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path(file)))
}

describe('the digits of the quickstart', () => {
  it('are split into 8 000 to train on and 2 000 that are held out', () => {
    expect([train.labels.length, test.labels.length]).toEqual([8000, 2000])
    expect(test.images).toHaveLength(2000 * pixels)
    const seen = new Set(
      Array.from({ length: 8000 }, (_, row) => sha256(train.images.subarray(row * pixels, (row + 1) * pixels))),
    )
    const copies = Array.from({ length: 2000 }, (_, row) =>
      sha256(test.images.subarray(row * pixels, (row + 1) * pixels)),
    )
    expect(copies.filter((image) => seen.has(image))).toEqual([])
  })

  it('are measured with the images that were held out', () => {
    const { images, labels } = readNpz(committed('test.npz'))
    expect(images?.dims).toEqual([2000, 28, 28])
    expect(Buffer.compare(images?.data as Uint8Array, test.images)).toBe(0)
    expect(labels?.data).toEqual(test.labels)
  })

  it('come from training that gives the same bytes every time', () => {
    // The two models that share the quickest training.
    const quick = recipes.filter((recipe) => recipe.file !== 'digits-candidate.onnx')
    for (const { recipe, model } of makeModels(quick, train))
      expect(sha256(writeModel(model)), recipe.file).toBe(sha256(committed(recipe.file)))
  })

  describe('have models that really differ:', () => {
    const accuracy: Record<string, number> = {}
    beforeAll(async () => {
      const { images, labels } = test
      for (const { file } of recipes) {
        const session = await providers.cpu.open(path(file), { threads: 1 })
        accuracy[file] = await accuracyOf(session, images, labels)
        await session.close()
      }
    })

    it('the candidate is more accurate than production by 1.5 points and more', () => {
      expect((accuracy['digits-candidate.onnx'] ?? 0) - (accuracy['digits-1.0.0.onnx'] ?? 1)).toBeGreaterThan(0.015)
    })

    it('as the page beside them says', () => {
      const page = new TextDecoder().decode(committed('README.md'))
      for (const { file } of recipes) expect(page).toContain(`${(100 * (accuracy[file] ?? 0)).toFixed(2)} %`)
    })

    it('the regression is less accurate by 2 points and more', () => {
      expect((accuracy['digits-1.0.0.onnx'] ?? 0) - (accuracy['digits-regression.onnx'] ?? 1)).toBeGreaterThan(0.02)
    })
  })
})

async function accuracyOf(session: Session, images: Uint8Array, labels: Uint8Array): Promise<number> {
  const { scores } = await session.run({ image: { type: 'uint8', dims: [labels.length, 28, 28], data: images } })
  const rows = Array.from(labels, (_, row) =>
    Array.from((scores as Tensor).data.slice(row * 10, row * 10 + 10) as Float32Array),
  )
  const right = rows.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index])
  return right.length / labels.length
}
