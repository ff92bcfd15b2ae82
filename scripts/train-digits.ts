import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeNpz } from '../src/data/npz.ts'
import { writeModel } from '../src/onnx/format/index.ts'
import { type Digits, loadDigits, side } from './digits/data.ts'
import { makeModels, recipes } from './digits/recipes.ts'

// Writes the models and the data of the quickstart: `npm run train`. Seeded, so that it writes the same bytes every time.

const folder = path.join(import.meta.dirname, '../pipelines/digits')

function main(): void {
  mkdirSync(folder, { recursive: true })
  const { train, test } = loadDigits()
  save('test.npz', testArchive(test), 'digits that no model was trained on')
  for (const { recipe, model } of makeModels(recipes, train)) save(recipe.file, writeModel(model), recipe.story)
}

function testArchive({ images, labels }: Digits): Uint8Array {
  return writeNpz({
    images: { type: 'uint8', dims: [labels.length, side, side], data: images },
    labels: { type: 'uint8', dims: [labels.length], data: labels },
  })
}

function save(file: string, bytes: Uint8Array, story: string): void {
  writeFileSync(path.join(folder, file), bytes)
  console.log(`${file}: ${story} (${bytes.length} bytes)`)
}

main()
