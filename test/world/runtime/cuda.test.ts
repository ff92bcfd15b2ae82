import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import { createRuntime } from '../../../src/world/runtime/index.ts'
import { pin } from '../../../src/world/runtime/pin.ts'
import type { Surroundings } from '../../../src/world/runtime/places.ts'
import { emptyPlace, libraries, putInToolCache, ready as readyIn } from './tools.ts'

const native = 'runtimes/linux-x64/native'
const description = 'Microsoft.ML.OnnxRuntime.Gpu.Linux.nuspec'

/** What a package for CUDA looks like, with text for code. */
const packaged: Readonly<Record<string, string>> = {
  [description]: `<package><metadata><version>${pin.version}</version></metadata></package>`,
  [`${native}/libonnxruntime.so.1`]: 'not taken: the one of onnxruntime-node is',
  [`${native}/libonnxruntime_providers_shared.so`]: 'shared',
  [`${native}/libonnxruntime_providers_cuda.so`]: 'cuda',
  [`${native}/libonnxruntime_providers_tensorrt.so`]: 'tensorrt',
  '../../evil.so': 'evil',
  'elsewhere/libonnxruntime_providers_cuda.so': 'evil',
}

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )
}

/** Onnxruntime in the tool cache, and these files where the user keeps CUDA libraries. */
async function withLibraries(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Surroundings & { readonly libs: string }> {
  const around = await emptyPlace()
  await putInToolCache(around)
  const libs = path.join(around.top, 'libs')
  await mkdir(libs)
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(libs, name), content)
  return { ...around, libs }
}

function ready(around: Surroundings, env: Readonly<Record<string, string>>): Promise<string> {
  const run = (): Promise<never> => Promise.reject(new Error('a program was started'))
  const runtime = createRuntime({ ...around, env: { ...around.env, ...env } }, { run, say: () => {} })
  return readyIn(runtime, 'onnxruntime-node-cuda')
}

async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')])),
  )
}

const shared = { 'libonnxruntime_providers_shared.so': 'shared' }

test('libraries of a mounted folder lie beside onnxruntime, and stay where they are', async () => {
  const around = await withLibraries({
    ...shared,
    'libonnxruntime_providers_cuda.so': 'cuda',
    'libcudart.so': 'not taken',
  })
  const folder = await ready(around, { AIRWORTHY_CUDA: around.libs })
  expect(Object.keys(await textsIn(folder))).toEqual([
    'libonnxruntime.so.1',
    'libonnxruntime_providers_cuda.so',
    'libonnxruntime_providers_shared.so',
    'onnxruntime_binding.node',
  ])
  expect(folder).toContain(`/airworthy-onnxruntime-cuda/${pin.version}-`)
  expect((await lstat(path.join(folder, 'libonnxruntime_providers_cuda.so'))).isSymbolicLink()).toBe(true)
  // Node follows links before it loads a library, which then looks for others where the link led.
  for (const name of libraries) expect((await lstat(path.join(folder, name))).isFile()).toBe(true)
  expect(await ready(around, { AIRWORTHY_CUDA: around.libs })).toBe(folder)
  await writeFile(path.join(around.libs, 'libonnxruntime_providers_cuda.so'), 'another cuda')
  const renewed = await ready(around, { AIRWORTHY_CUDA: around.libs })
  expect(renewed).not.toBe(folder)
  expect((await textsIn(renewed))['libonnxruntime_providers_cuda.so']).toBe('another cuda')
})

test('libraries of a package are taken out of it, once its digest is the one that was given', async () => {
  const archive = zip(packaged)
  const around = await withLibraries({ 'gpu.nupkg': archive })
  const env = {
    AIRWORTHY_CUDA: path.join(around.libs, 'gpu.nupkg'),
    AIRWORTHY_CUDA_SHA256: sha256(archive).toUpperCase(),
  }
  const folder = await ready(around, env)
  expect(await textsIn(folder)).toMatchObject({
    'libonnxruntime.so.1': expect.stringContaining('libonnxruntime.so.1'),
    'libonnxruntime_providers_cuda.so': 'cuda',
    'libonnxruntime_providers_shared.so': 'shared',
    'libonnxruntime_providers_tensorrt.so': 'tensorrt',
  })
  expect(await readdir(folder)).toHaveLength(5)
  expect(await ready(around, env)).toBe(folder)
  // What lies in the tool cache is compared with the package in every run.
  await writeFile(env.AIRWORTHY_CUDA, 'no archive any more')
  await expect(ready(around, env)).rejects.toMatchObject({ code: 'cuda-libraries' })
  await rm(env.AIRWORTHY_CUDA)
  await expect(ready(around, env)).rejects.toMatchObject({ code: 'cuda-libraries' })
})

test.each([
  ['another digest', packaged, '0'.repeat(64), /its SHA-256 is [0-9a-f]{64}, not 0{64}/],
  ['no digest', packaged, '', /no SHA-256 of the package is given/],
  ['something else for a digest', packaged, 'sha', /sha is not a SHA-256/],
  [
    'another version',
    { ...packaged, [description]: '<version>1.29.0</version>' },
    undefined,
    /it is of onnxruntime 1\.29\.0/,
  ],
  ['no description', { [`${native}/libonnxruntime_providers_cuda.so`]: 'cuda' }, undefined, /not a NuGet package/],
  ['no such libraries', { [description]: packaged[description] ?? '' }, undefined, /it holds none of them/],
])('a package with %s is refused, and nothing is left of it', async (_, files, digest, reason) => {
  const archive = zip(files)
  const around = await withLibraries({ 'gpu.nupkg': archive })
  const env = { AIRWORTHY_CUDA: path.join(around.libs, 'gpu.nupkg'), AIRWORTHY_CUDA_SHA256: digest ?? sha256(archive) }
  await expect(ready(around, env)).rejects.toMatchObject({
    code: 'cuda-libraries',
    message: expect.stringMatching(reason),
  })
  const left = await readdir(around.env['RUNNER_TOOL_CACHE'] ?? '', { recursive: true })
  expect(left.filter((name) => /providers|-cuda.*x64/.test(name))).toEqual([])
})

test('a package that is none, or that says it would take more than there is, is refused', async () => {
  const honest = zip(packaged)
  // The size, unpacked, of a member stands in the central directory: 24 bytes after its signature.
  const lying = honest.slice()
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true)
  for (const [bytes, reason] of [
    [new TextEncoder().encode('no archive'), /it is not a ZIP archive/],
    [lying, /take more than/],
  ] as const) {
    const around = await withLibraries({ 'gpu.nupkg': bytes })
    const env = { AIRWORTHY_CUDA: path.join(around.libs, 'gpu.nupkg'), AIRWORTHY_CUDA_SHA256: sha256(bytes) }
    await expect(ready(around, env)).rejects.toMatchObject({
      code: 'cuda-libraries',
      message: expect.stringMatching(reason),
    })
  }
})

test('a folder without them, a digest for a folder, another file, and another platform are told', async () => {
  const around = await withLibraries({ ...shared, 'gpu.zip': '' })
  const cases: readonly (readonly [Partial<Surroundings>, Readonly<Record<string, string>>, RegExp])[] = [
    [{}, { AIRWORTHY_CUDA: around.libs }, /it holds libonnxruntime_providers_shared\.so, and needs .*cuda\.so/],
    [{}, { AIRWORTHY_CUDA: path.join(around.libs, 'none') }, /it is not there/],
    [{}, { AIRWORTHY_CUDA: around.libs, AIRWORTHY_CUDA_SHA256: '0'.repeat(64) }, /which is for a package/],
    [{}, { AIRWORTHY_CUDA: path.join(around.libs, 'gpu.zip') }, /neither a folder nor a package/],
  ]
  for (const [changes, env, reason] of cases)
    await expect(ready({ ...around, ...changes }, env)).rejects.toMatchObject({
      code: 'cuda-libraries',
      message: expect.stringMatching(reason),
    })
})
