import path from 'node:path'
import { expect, test } from 'vitest'
import { writeStoredModel } from '../../src/entry/cli/write-model.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { Graph, Model } from '../../src/onnx/format/messages.ts'
import { node, value } from '../../src/onnx/graph/build.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { openStore } from '../../src/pipeline/store.ts'
import { airworthyIn } from '../command-line.ts'
import { soundModel } from '../onnx/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld)

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

  await expect(writeStoredModel(artifact, at('d', 'weights.bin'), store, files)).rejects.toMatchObject({
    code: 'weights-exist',
  })
  expect(await files.exists(at('d'))).toBe(false)

  await files.writeText(at('c', 'weights.bin'), 'of another model')
  await expect(writeStoredModel(artifact, at('c', 'out.onnx'), store, files)).rejects.toMatchObject({
    code: 'weights-exist',
  })
  expect(await files.list(at('c'))).toEqual(['weights.bin'])
  expect(await files.readText(at('c', 'weights.bin'))).toBe('of another model')
})

test('a model with weights in another file is optimised by the command and by the stage', async () => {
  const world = await openWorld()
  const { files, cwd } = world
  const { model, data } = withExternalData(withIdentity(), { location: 'weights.bin', least: 1 })
  await files.write(path.join(cwd, 'model.onnx'), writeModel(model))
  await files.writePieces(path.join(cwd, 'weights.bin'), data.pieces)
  const weights = await files.hash(path.join(cwd, 'weights.bin'))

  const optimised = await airworthyIn(world, ['optimize', 'model.onnx', '--out', 'out/optimised.onnx'])
  expect(optimised.code, optimised.err).toBe(0)
  expect(optimised.out).toMatch(/Wrote out\/optimised\.onnx: graph, \d+ bytes, and beside it weights\.bin: \d+ bytes\./)
  expect([...(await files.list(path.join(cwd, 'out')))].sort()).toEqual(['optimised.onnx', 'weights.bin'])
  expect(await files.hash(path.join(cwd, 'out', 'weights.bin'))).toBe(weights)
  expect(await files.hash(path.join(cwd, 'weights.bin'))).toBe(weights)
  const validated = await airworthyIn(world, ['validate', 'out/optimised.onnx'])
  expect(validated.code, validated.out).toBe(0)

  const pipeline = [
    'pipeline: p',
    'model: { candidate: model.onnx, production: model.onnx }',
    'registry: { scratch: true }',
    'stages:',
    '  validate: { checks: [graph, runs] }',
    '  optimize: { variants: [graph] }',
  ].join('\n')
  await files.writeText(path.join(cwd, 'p.yml'), pipeline)
  const run = await airworthyIn(world, ['run', 'p.yml'])
  expect(run.code, run.err).toBe(0)
  expect(run.out).toContain('the variant graph is used')
})

/** A model with an Identity in it, which a runtime takes out. */
function withIdentity(): Model {
  const { graph, ...model } = soundModel()
  const { node: nodes = [], ...rest } = graph ?? {}
  const identity = node('Identity', ['y'], ['same'])
  const last = node('Relu', ['same'], ['z'])
  return {
    ...model,
    graph: { ...(rest as Graph), node: [...nodes, identity, last], output: [value('z', 'float32', ['N', 2])] },
  }
}
