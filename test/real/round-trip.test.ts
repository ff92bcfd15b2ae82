import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { readModel, writeModel, writtenModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { edited } from '../../src/onnx/format/read-message.ts'
import { fileSource } from '../../src/world/file-source.ts'
import { corpora } from './corpora.ts'

const files = corpora()
if (files.length === 0) console.warn('no models to read and write back: AIRWORTHY_ONNX_CORPORA names no folders')

test.skipIf(files.length === 0)(`${files.length} models are written back byte for byte`, () => {
  expect(files.length).toBeGreaterThan(1000)
  const changed = files.filter((file) => {
    const { length, pieces } = writtenModel(readModel(fileSource(file), file))
    const written = Buffer.concat([...pieces])
    return written.length !== length || !written.equals(readFileSync(file))
  })
  expect(changed).toEqual([])
})

test.skipIf(files.length === 0)(`${files.length} models read the same when all of them is written anew`, () => {
  const changed = files.filter((file) => {
    const model = readModel(fileSource(file), file)
    // A clone remembers no bytes, so that every field is encoded; an edit keeps those of everything below it.
    const values = structuredClone(model)
    const anew = readModel(writeModel(values))
    const renamed = readModel(writeModel(edited(model, { producerName: 'x' })))
    return !sameValue(anew, values) || !sameValue(edited(renamed, { producerName: model.producerName }), values)
  })
  expect(changed).toEqual([])
})

/** Clones have no classes and no members that are read late. */
function sameValue(one: Model, other: Model): boolean {
  return isDeepStrictEqual(structuredClone(one), structuredClone(other))
}
