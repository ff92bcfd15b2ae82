import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, linkSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openNpz } from '../../src/data/npz.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { OnnxTensor } from '../../src/onnx/format/messages.ts'
import { tensor } from '../../src/onnx/graph/build.ts'
import { airworthyIn, type Ran } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { withGraph } from '../onnx/models.ts'
import { type Contents, checkout, digits, models, pipelineText } from './stranger.ts'

/** The sound model, with its weights in a file of this name. */
function weightsIn(location: string): Uint8Array {
  const { rawData: _, ...rest }: OnnxTensor = tensor('w', 'float32', [3, 2], new Float32Array())
  const named = ['w', 'b'].map((name, index) => ({
    ...rest,
    name,
    dims: index === 0 ? [3, 2] : [2],
    dataLocation: 1,
    externalData: [{ key: 'location', value: location }],
  }))
  return writeModel(withGraph({ initializer: named }))
}

/** A run of a pull request of a fork, with what else `prepare` puts on the disk. It must end by itself. */
async function run(
  contents: Contents,
  prepare: (folder: string) => void = () => {},
  text = pipelineText(),
): Promise<Ran> {
  const world = await checkout({ ...models, 'airworthy.yml': text, ...contents })
  prepare(world.cwd)
  return airworthyIn(world, ['run', 'airworthy.yml'])
}

/** What a run says of a candidate with weights of this name: never what is in them. */
async function refusedWeights(location: string, prepare?: (folder: string) => void): Promise<string> {
  const { code, out, err } = await run({ 'new.onnx': weightsIn(location) }, prepare)
  expect(code).not.toBe(0)
  expect(out + err).not.toContain('error[bug]')
  return out + err
}

const secret = '[default]\naws_secret_access_key = of-another\n'

test('weights above the folder of the model are not opened', async () => {
  expect(await refusedWeights('../../../../../../etc/passwd')).toContain("outside of the model's folder")
  expect(await refusedWeights('a/../../w.bin')).toContain("outside of the model's folder")
})

test('weights at an absolute path are not opened', async () => {
  for (const location of ['/etc/passwd', 'C:\\Windows\\win.ini', '\\\\stranger\\share\\w.bin'])
    expect(await refusedWeights(location)).toContain("outside of the model's folder")
})

test('weights that are a symbolic link are not followed', async () => {
  const said = await refusedWeights('w.bin', (folder) => symlinkSync('/etc/passwd', path.join(folder, 'w.bin')))
  expect(said).toContain('symbolic link')
})

test('weights in a linked folder are not followed', async () => {
  expect(await refusedWeights('data/passwd', (folder) => symlinkSync('/etc', path.join(folder, 'data')))).toContain(
    'symbolic link',
  )
})

test('weights that a hard link shares with another file are not read', async () => {
  const said = await refusedWeights('w.bin', (folder) => {
    writeFileSync(path.join(folder, 'other'), new Uint8Array(32))
    linkSync(path.join(folder, 'other'), path.join(folder, 'w.bin'))
  })
  expect(said).toContain('hard link')
})

test('weights that are a pipe are not waited for', async () => {
  expect(await refusedWeights('w.bin', (folder) => execFileSync('mkfifo', [path.join(folder, 'w.bin')]))).toContain(
    'not a regular file',
  )
})

test('weights at an address in memory, or on a server, are not loaded', async () => {
  for (const location of ['*/_ORT_MEM_ADDR_/*', 'https://stranger.example/w.bin', 'file:///etc/passwd'])
    expect(await refusedWeights(location)).toMatch(/memory|is not there|outside/)
})

test('a candidate that is a link to a device is refused, and does not fill the memory', async () => {
  const { 'new.onnx': _, ...rest } = models
  for (const device of ['/dev/zero', '/dev/stdin', '/dev/random'])
    expect(
      await run({
        ...rest,
        'airworthy.yml': pipelineText().replace('new.onnx', 'link.onnx'),
        'link.onnx': { to: device },
      }),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/model-missing|file-denied/),
    })
})

const withData = pipelineText()
  .replace('benchmark: {}', 'benchmark: { data: eval }')
  .replace('registry:', 'data: { eval: { from: test.npz } }\nregistry:')

test('data that are a link to a device are refused', async () => {
  const found = await run({ 'test.npz': { to: '/dev/zero' } }, undefined, withData)
  expect(found).toMatchObject({ code: 2, err: expect.stringContaining('file-missing') })
})

test('golden outputs that are a link to a device, or a pipe, are refused', async () => {
  const text = pipelineText().replace('[graph]', '[graph], golden: [{ from: golden.npz }]')
  const device = await run({ 'golden.npz': { to: '/dev/zero' } }, undefined, text)
  const pipe = await run({}, (folder) => execFileSync('mkfifo', [path.join(folder, 'golden.npz')]), text)
  for (const { code, out, err } of [device, pipe])
    expect([code, out + err]).toEqual([2, expect.stringContaining('not a regular file')])
})

test('a pipeline that is a link to a device, or larger than any pipeline, is not read', async () => {
  const world = await checkout({ 'link.yml': { to: '/dev/zero' }, 'large.yml': '#'.repeat(2 ** 20 + 1) })
  expect((await airworthyIn(world, ['check', 'link.yml'])).err).toContain('pipeline-missing')
  expect((await airworthyIn(world, ['check', 'large.yml'])).err).toContain('pipeline-too-large')
})

test('links that go in circles are told as such', async () => {
  const { code, err } = await run({ 'test.npz': { to: 'test.npz' } }, undefined, withData)
  expect([code, err]).toEqual([2, expect.stringContaining('circles')])
})

test("what a link leads to on the runner is not shown: a person's keys, say", async () => {
  const elsewhere = path.join(temporaryFolder(), 'credentials')
  writeFileSync(elsewhere, secret)
  const link = { to: elsewhere }
  const world = await checkout({
    ...models,
    'l.onnx': link,
    'l.npz': link,
    'l.yml': link,
    'l.json': link,
    'l.jsonl': link,
  })
  const texts = [
    pipelineText().replace('new.onnx', 'l.onnx'),
    withData.replace('test.npz', 'l.npz'),
    pipelineText().replace('[graph]', '[graph], golden: [{ from: l.npz }]'),
    pipelineText('', 'registry: { file: l.jsonl }').replace(', production: old.onnx', ''),
  ]
  const said: Ran[] = []
  for (const text of texts) {
    writeFileSync(path.join(world.cwd, 'airworthy.yml'), text)
    said.push(await airworthyIn(world, ['run', 'airworthy.yml']))
  }
  for (const args of [
    ['check', 'l.yml'],
    ['verify', 'l.json'],
    ['inspect', 'l.onnx'],
    ['merge', 'airworthy.yml', 'l.json'],
  ])
    said.push(await airworthyIn(world, args))
  for (const { code, out, err } of said) {
    expect(code).toBe(2)
    expect(out + err).not.toMatch(/of-another|aws_secret/)
  }
})

test('a model that changes while it is read is noticed', async () => {
  const world = await checkout(models)
  const file = path.join(world.cwd, 'new.onnx')
  const source = await world.files.open(file)
  expect(source.read(0, 4)).toHaveLength(4)
  // Read again after what goes on now has ended: the file was closed in between.
  await new Promise((resolve) => setTimeout(resolve, 5))
  appendFileSync(file, 'x')
  expect(() => source.read(0, 4)).toThrow(expect.objectContaining({ code: 'file-changed' }))
})

test('a model that another takes the place of while it is read is noticed', async () => {
  const world = await checkout(models)
  const source = await world.files.open(path.join(world.cwd, 'new.onnx'))
  await world.files.write(path.join(world.cwd, 'new.onnx'), digits('digits-candidate'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(() => source.read(0, 4)).toThrow(expect.objectContaining({ code: 'file-changed' }))
})

/** An `.npy` file with this header. */
function npy(header: string, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = new TextEncoder().encode(`${header}\n`)
  return Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8, ...text, ...data)
}

test('objects in an archive of arrays, which Python would unpickle and so run, are refused', () => {
  const pickle = new TextEncoder().encode("cposix\nsystem\n(S'touch it-ran'\ntR.")
  const archive = zipSync({ 'x.npy': npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", pickle) })
  expect(() => openNpz(archive).read('x')).toThrow(expect.objectContaining({ code: 'data-type' }))
})

test('the header of an array is read as data, and no Python in it is run', () => {
  const archive = zipSync({
    'x.npy': npy("{'descr': __import__('os').system('x'), 'fortran_order': False, 'shape': (1,), }"),
  })
  expect(() => openNpz(archive).read('x')).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^data-(?:not-npz|type)$/) }),
  )
})

test('names in an archive of arrays that lead elsewhere make no file', async () => {
  const member = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(4))
  const archive = zipSync({ '../../slipped.npy': member, '/tmp/slipped.npy': member, 'x.npy': member })
  const world = await checkout({ ...models, 'test.npz': archive, 'airworthy.yml': withData })
  await airworthyIn(world, ['run', 'airworthy.yml'])
  const { names } = openNpz(archive)
  expect(names).toHaveLength(3)
  for (const name of names) expect(existsSync(path.resolve(world.cwd, `${name}.npy`))).toBe(false)
})

test('an archive of arrays that unpacks to more than any has is refused before it is unpacked', () => {
  const archive = zipSync({ 'x.npy': new Uint8Array(3_000_000) }, { level: 9 })
  expect(archive.length).toBeLessThan(10_000)
  expect(() => openNpz(archive, 'it', 2_000_000).read('x')).toThrow(expect.objectContaining({ code: 'data-too-large' }))
})

test('an array that says that it holds more than it does takes no memory', () => {
  const archive = zipSync({ 'x.npy': npy("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 99999), }") })
  expect(() => openNpz(archive).read('x')).toThrow(expect.objectContaining({ code: 'data-not-npz' }))
})

test('a model that says that it holds more than it does takes no memory', async () => {
  const lengths = Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f)
  const { code, out, err } = await run({ 'new.onnx': lengths })
  expect([code, out + err]).toEqual([2, expect.stringContaining('new.onnx is cut off')])
})
