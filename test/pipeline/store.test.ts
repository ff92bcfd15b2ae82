import { symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { digest as digestOf, sha256 } from '../../src/core/json.ts'
import type { World } from '../../src/core/world.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { openStore } from '../../src/pipeline/store.ts'
import { testWorld } from '../world.ts'

const weights = Float32Array.from({ length: 1000 }, (_, index) => index)

/** A model in a folder, its weights in a file beside it. */
async function modelIn(world: World, location = 'w/w.data'): Promise<string> {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [1000])],
    outputs: [value('y', 'float32', [1000])],
    nodes: [node('Add', ['x', 'w'], ['y'])],
    weights: [tensor('w', 'float32', [1000], weights)],
  })
  const { model, data } = withExternalData(buildModel({ opset: 17, graph }), { location })
  const file = path.join(world.cwd, 'model.onnx')
  await world.files.write(file, writeModel(model))
  if (!location.includes('..')) await world.files.writePieces(path.join(world.cwd, location), data.pieces)
  return file
}

test('a model travels with the files of its weights, and its digest is theirs too', async () => {
  const world = await testWorld()
  const store = openStore(path.join(world.cwd, 'store'), world)
  const file = await modelIn(world)
  const artifact = await store.putFile(file)
  expect(artifact).toMatchObject({
    name: 'model.onnx',
    files: [{ name: 'model.onnx' }, { name: 'w/w.data', bytes: 4000 }],
  })
  const stored = await store.path(artifact)
  expect(path.basename(stored)).toBe('model.onnx')
  expect(await world.files.size(path.join(path.dirname(stored), 'w', 'w.data'))).toBe(4000)
  expect(await store.putFile(file)).toEqual(artifact)
  expect(await store.holds({ of: [artifact] })).toBe(true)

  await world.files.write(path.join(world.cwd, 'w', 'w.data'), new Uint8Array(4000))
  const changed = await store.putFile(file)
  expect(changed.sha256).not.toBe(artifact.sha256)
  expect(changed.files?.[0]).toEqual(artifact.files?.[0])
})

test('weights that were changed in the store are missed', async () => {
  const world = await testWorld()
  const folder = path.join(world.cwd, 'store')
  const artifact = await openStore(folder, world).putFile(await modelIn(world))
  const stored = path.join(folder, artifact.sha256.slice(0, 2), artifact.sha256, 'w', 'w.data')
  await writeFile(stored, new Uint8Array(4000))
  await expect(openStore(folder, world).path(artifact)).rejects.toMatchObject({ code: 'artifact-missing' })
  // A list of files that somebody else wrote under the same digest is not believed either.
  const lying = { ...artifact, files: artifact.files?.slice(0, 1) }
  await expect(openStore(folder, world).path(lying)).rejects.toMatchObject({ code: 'artifact-missing' })
})

test('weights that are not there or behind a link are refused, and those outside left to whoever validates', async () => {
  const world = await testWorld()
  const store = openStore(path.join(world.cwd, 'store'), world)
  const file = await modelIn(world)
  await world.files.remove(path.join(world.cwd, 'w', 'w.data'))
  await expect(store.putFile(file)).rejects.toMatchObject({ code: 'external-refused' })
  await symlink('/etc/hostname', path.join(world.cwd, 'w', 'w.data'))
  await expect(store.putFile(file)).rejects.toThrow('reached through a symbolic link')
  const artifact = await store.putFile(await modelIn(world, '../w.data'))
  expect(artifact.files).toBeUndefined()
})

test('a store that an earlier version left is read: files by their digests, models in folders', async () => {
  const world = await testWorld()
  const root = path.join(world.cwd, 'store')
  const value = '{"product":1}'
  const digest = sha256(value)
  await world.files.writeText(path.join(root, digest.slice(0, 2), digest), value)
  expect(await openStore(root, world).value(digest)).toEqual({ product: 1 })
  const [model, data] = ['the structure', 'the weights']
  const files = [
    { sha256: sha256(model), bytes: model.length, name: 'm.onnx' },
    { sha256: sha256(data), bytes: data.length, name: 'w/w.data' },
  ]
  const artifact = { sha256: digestOf(files), bytes: model.length + data.length, name: 'm.onnx', files }
  const place = path.join(root, artifact.sha256.slice(0, 2), artifact.sha256)
  await world.files.writeText(path.join(place, 'm.onnx'), model)
  await world.files.writeText(path.join(place, 'w/w.data'), data)
  expect(await openStore(root, world).path(artifact)).toBe(path.join(place, 'm.onnx'))
})

test('a file that changes while it is stored is refused, and one that was damaged in the store is stored anew', async () => {
  const world = await testWorld()
  const [root, file] = [path.join(world.cwd, 'store'), path.join(world.cwd, 'eval.npz')]
  await world.files.writeText(file, 'as it was')
  const changing: World = {
    ...world,
    files: {
      ...world.files,
      async *pieces() {
        yield new TextEncoder().encode('as it is.')
      },
    },
  }
  await expect(openStore(root, changing).putFile(file)).rejects.toMatchObject({ code: 'file-changed' })
  const artifact = await openStore(root, world).putFile(file)
  const stored = await openStore(root, world).path(artifact)
  await writeFile(stored, 'as it is.')
  await expect(openStore(root, world).path(artifact)).rejects.toMatchObject({ code: 'artifact-missing' })
  await openStore(root, world).putFile(file)
  expect(await world.files.readText(await openStore(root, world).path(artifact))).toBe('as it was')
})

test('a pointer of Git LFS is not taken for the weights that it stands for', async () => {
  const world = await testWorld()
  const file = await modelIn(world)
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 32\n`
  await world.files.writeText(path.join(world.cwd, 'w', 'w.data'), pointer)
  await expect(openStore(path.join(world.cwd, 'store'), world).putFile(file)).rejects.toMatchObject({
    code: 'external-pointer',
    message: expect.stringContaining('"w/w.data"'),
    hint: expect.stringContaining('git lfs pull'),
  })
})
