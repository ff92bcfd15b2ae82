import path from 'node:path'
import { expect, test } from 'vitest'
import { writeStoredModel } from '../../src/entry/cli/write-model.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { openStore } from '../../src/pipeline/store.ts'
import { soundModel } from '../onnx/models.ts'
import { testWorld } from '../world.ts'

test('a model is written with the files of its weights, and over no other file of their names', async () => {
  const world = await testWorld()
  const { files, cwd } = world
  const at = (...names: string[]): string => path.join(cwd, ...names)
  const { model, data } = withExternalData(soundModel(), { location: 'weights.bin', least: 1 })
  await files.write(at('a', 'model.onnx'), writeModel(model))
  await files.writePieces(at('a', 'weights.bin'), data.pieces)
  const store = openStore(at('store'), world)
  const artifact = await store.putFile(at('a', 'model.onnx'))
  expect(artifact.files).toHaveLength(2)

  await writeStoredModel(artifact, at('b', 'out.onnx'), store, files)
  expect(await files.read(at('b', 'out.onnx'))).toEqual(await files.read(at('a', 'model.onnx')))
  expect(await files.read(at('b', 'weights.bin'))).toEqual(await files.read(at('a', 'weights.bin')))
  await writeStoredModel(artifact, at('a', 'out.onnx'), store, files)

  await files.writeText(at('c', 'weights.bin'), 'of another model')
  await expect(writeStoredModel(artifact, at('c', 'out.onnx'), store, files)).rejects.toMatchObject({
    code: 'weights-exist',
  })
  expect(await files.list(at('c'))).toEqual(['weights.bin'])
  expect(await files.readText(at('c', 'weights.bin'))).toBe('of another model')
})
