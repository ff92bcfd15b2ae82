import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createRuntime } from '../../../src/world/runtime/index.ts'
import { pin } from '../../../src/world/runtime/pin.ts'
import { search } from '../../../src/world/runtime/search.ts'
import { emptyPlace, putInToolCache, putPackage, ready } from './tools.ts'

const never = async (): Promise<never> => {
  throw new Error('no program may be started')
}

test('the first place that fits is taken, down to the last, and then there is none', async () => {
  const place = await emptyPlace()
  const named = path.join(place.top, 'named')
  const around = { ...place, env: { ...place.env, AIRWORTHY_ORT: named } }
  const expected = [
    await putPackage(named),
    await putPackage(path.join(place.bundle, 'native/linux-x64')),
    await putPackage(path.join(place.bundle, '../node_modules/onnxruntime-node')),
    await putInToolCache(place),
    await putPackage(path.join(place.cwd, 'node_modules/onnxruntime-node')),
  ]
  const found: unknown[] = [search(around)]
  for (const native of expected) {
    await rm(path.resolve(native, '../../../..'), { recursive: true })
    found.push(search(place))
  }
  expect(found.map((each) => (each as { within?: string }).within)).toEqual([...expected, undefined])
  expect(createRuntime(place, { run: never, say: () => {} }).version).toBe('none')
})

test.each([
  ['another version', { version: '1.29.0' }, `it is version 1.29.0, not ${pin.version}`],
  ['another package', { name: 'onnxruntime-web' }, 'it is not the package onnxruntime-node'],
  [
    'files of another platform',
    { target: 'darwin/arm64' },
    'it has no onnxruntime_binding.node and no libonnxruntime.so.1 for linux-x64',
  ],
  ['one of the files', { files: ['onnxruntime_binding.node'] }, 'it has no libonnxruntime.so.1 for linux-x64'],
])('%s is passed over, and that is said', async (_, put, reason) => {
  const around = await emptyPlace()
  await putPackage(path.join(around.bundle, 'node_modules/onnxruntime-node'), put)
  const said: string[] = []
  const runtime = createRuntime(around, { run: never, say: (line) => said.push(line) })
  const thrown = await ready(runtime).catch((error: unknown) => error)
  expect(thrown).toMatchObject({
    code: 'runtime-missing',
    hint: expect.stringContaining(`node_modules beside ${around.bundle}: ${reason}`),
  })
  const native = await putPackage(path.join(around.cwd, 'node_modules/onnxruntime-node'))
  expect(await ready(runtime)).toBe(native)
  expect(said).toEqual([`Not used: node_modules beside ${around.bundle}: ${reason}.`])
})

test('a folder of the tool cache that is not complete is passed over', async () => {
  const around = await emptyPlace()
  await putInToolCache(around, false)
  expect(search(around)).toMatchObject({
    found: false,
    tried: expect.arrayContaining([expect.stringMatching(/tool cache.*it is not complete/)]),
  })
})

test('what cannot be read as a package is none', async () => {
  const around = await emptyPlace()
  const folder = path.join(around.cwd, 'node_modules/onnxruntime-node')
  await putPackage(folder)
  await writeFile(path.join(folder, 'package.json'), '{')
  expect(search(around)).toMatchObject({
    found: false,
    tried: expect.arrayContaining([expect.stringMatching(/it is not the package/)]),
  })
})

test('the error names every place with its reason, and what to do', async () => {
  const around = await emptyPlace({ trusted: false })
  await putPackage(path.join(around.cwd, 'node_modules/onnxruntime-node'))
  const offline = { ...around, env: { ...around.env, AIRWORTHY_DOWNLOAD: 'true', AIRWORTHY_OFFLINE: 'true' } }
  const runtime = createRuntime(offline, { run: never, say: () => {} })
  expect(runtime.version).toBe('none')
  const { message, hint } = (await ready(runtime).catch((error: unknown) => error)) as Error & { hint: string }
  expect(message).toBe(`onnxruntime-node ${pin.version} for linux-x64, which runs the models, was not found.`)
  expect(hint).toMatch(/npm install onnxruntime-node@/)
  expect(hint).toContain('Without `offline` the Action downloads it.')
  for (const [, place] of [
    [1, 'AIRWORTHY_ORT: it is not set'],
    [2, 'dist/native/linux-x64: the package is not there'],
    [3, `node_modules beside ${around.bundle}: the package is not there`],
    [4, 'airworthy-onnxruntime'],
    [5, 'a stranger may have written what is there'],
  ] as const)
    expect(hint).toContain(place)
})

test('a folder that the user names and that does not fit is a mistake: nothing else is taken instead', async () => {
  const place = await emptyPlace()
  await putInToolCache(place)
  const folder = path.join(place.top, 'named')
  const around = { ...place, env: { ...place.env, AIRWORTHY_ORT: folder, AIRWORTHY_DOWNLOAD: 'true' } }
  const runtime = createRuntime(around, { run: never, say: () => {} })
  await expect(ready(runtime)).rejects.toMatchObject({
    code: 'runtime-wrong',
    message: expect.stringContaining('the package is not there'),
  })
  await putPackage(path.join(folder, 'node_modules/onnxruntime-node'), { version: '2.0.0' })
  await expect(ready(runtime)).rejects.toMatchObject({ message: expect.stringContaining('it is version 2.0.0') })
  await putPackage(folder)
  expect(await ready(runtime)).toBe(path.join(folder, 'bin/napi-v6/linux/x64'))
})
