import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hostileModels } from '../../lab/onnx/hostile.ts'
import type { ByteSource } from '../../src/core/bytes.ts'
import type { World } from '../../src/core/world.ts'
import { checkModel, checkSafety } from '../../src/onnx/check/index.ts'
import { diffModels } from '../../src/onnx/diff/index.ts'
import { readModel, writeModel } from '../../src/onnx/format/index.ts'
import type { OnnxTensor } from '../../src/onnx/format/messages.ts'
import { tensor, value } from '../../src/onnx/graph/build.ts'
import { airworthyIn, type Ran } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { withGraph } from '../onnx/models.ts'
import { testWorld } from '../world.ts'

function hostile(kind: string, count: number): Uint8Array {
  const make = hostileModels[kind]
  if (make === undefined) throw new Error(`no kind ${kind}`)
  return make(count)
}

/** What a command says of a model. */
async function said(words: readonly string[], model: Uint8Array): Promise<Ran> {
  const world = await testWorld()
  writeFileSync(path.join(world.cwd, 'new.onnx'), model)
  return airworthyIn(world, words)
}

// Those that take seconds to make are in test/real/onnx-sizes.test.ts.
test.each([
  ['more nested graphs than any model has', 'branches', 25_001, 'has more than 50,000 graphs'],
  ['more functions than any model has', 'functions', 50_001, 'has more than 50,000 functions'],
  ['branches that nest without end', 'If in If', 200, 'nests more than 100 levels deep'],
  ['loops that nest without end', 'Loop in Loop', 200, 'nests more than 100 levels deep'],
  ['types that nest without end', 'sequence of sequence', 200, 'nests more than 100 levels deep'],
  ['a text as long as a film', 'a text', 2 ** 26 + 1, 'has a text longer than 64 MiB'],
  ['more text than a library', 'texts of 1 MB', 129, 'has more than 128 MiB of text'],
  ['a weight of a million dimensions', 'packed dims of a weight', 1_750_001, 'has more than 1,750,000 parts'],
] as const)('a model is refused with the limit named: %s', async (_what, kind, count, limit) => {
  const model = hostile(kind, count)
  for (const words of [
    ['validate', 'new.onnx'],
    ['diff', 'new.onnx', 'new.onnx'],
    ['inspect', 'new.onnx'],
  ]) {
    const { code, err, out } = await said(words, model)
    expect([code, err + out]).toEqual([2, expect.stringContaining(`new.onnx ${limit}`)])
    expect(err + out).toContain('model-too-large')
  }
})

test('a model whose functions call one another twice each is not run', async () => {
  for (const kind of ['functions, twice each', 'functions, twice each with attributes']) {
    const { code, out } = await said(['validate', 'new.onnx'], hostile(kind, 40))
    expect(code).toBe(1)
    expect(out).toContain('error[too-many-nodes]')
    expect(out).toContain('not checked: runs')
  }
})

test('a model that is too large is not left to the runtime by a benchmark', async () => {
  const { code, err, out } = await said(['bench', 'new.onnx', '--budget', '1s'], hostile('branches', 25_001))
  expect([code, err + out]).toEqual([2, expect.stringContaining('has more than 50,000 graphs')])
})

/** Processor time of everything that reads a model and another one. Milliseconds. */
function taken(bytes: Uint8Array, other: Uint8Array): number {
  const start = process.cpuUsage()
  const model = readModel(bytes)
  checkModel(model)
  checkSafety(model)
  diffModels(model, readModel(other))
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

test.each([
  ['nodes', 'nodes', 3_000],
  ['functions', 'functions', 1_000],
  ['imports that are there twice', 'imports', 10_000],
  ['inputs', 'renamed inputs', 3_000],
  ['outputs', 'renamed outputs', 3_000],
  ['symbols', 'sizes for symbols', 3_000],
  ['readers of NaN', 'nodes', 5_000],
  ['references to attributes', 'nodes', 8_000],
] as const)('a model with four times as much takes not much more than four times as long: %s', (kind, other, count) => {
  const best = [count, 4 * count].map((size) => {
    const [one, two] = [hostile(kind, size), hostile(other, size)]
    return Math.min(...[0, 1, 2].map(() => taken(one, two)))
  })
  expect((best[1] as number) / (best[0] as number)).toBeLessThan(9)
})

test('a model is described without reading the gigabytes of weights beside it', async () => {
  const folder = temporaryFolder()
  const { rawData: _, ...rest }: OnnxTensor = tensor('w', 'float32', [3, 2], new Float32Array())
  const halves = ['w', 'v'].map((name, at) => ({
    ...rest,
    name,
    dims: [300_000_000],
    dataLocation: 1,
    externalData: Object.entries({ location: 'w.bin', offset: String(1.2e9 * at), length: '1200000000' }).map(
      ([key, text]) => ({ key, value: text }),
    ),
  }))
  const model = withGraph({ initializer: halves, output: [value('y', 'float32', ['N'])] })
  writeFileSync(path.join(folder, 'new.onnx'), writeModel(model))
  closeSync(openSync(path.join(folder, 'w.bin'), 'w'))
  truncateSync(path.join(folder, 'w.bin'), 2.4e9)
  const world = await testWorld({ cwd: folder })
  const counted = watched(world)
  const { code, out } = await airworthyIn(counted.world, ['inspect', 'new.onnx', '--json'])
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ bytes: expect.any(Number) })])
  expect(JSON.parse(out).bytes).toBeGreaterThan(2.4e9)
  expect(counted.bytes()).toBeLessThan(2 ** 16)
})

/** A world that tells how many bytes were read of what lies beside a model. */
function watched(world: World): { readonly world: World; readonly bytes: () => number } {
  let bytes = 0
  const watching = (source: ByteSource): ByteSource => ({
    length: source.length,
    read(start, end) {
      bytes += end - start
      return source.read(start, end)
    },
    fill(into, start) {
      bytes += into.length
      source.fill(into, start)
    },
  })
  const openWithin: World['files']['openWithin'] = async (folder, name) => {
    const source = await world.files.openWithin(folder, name)
    return typeof source === 'string' ? source : watching(source)
  }
  return { world: { ...world, files: { ...world.files, openWithin } }, bytes: () => bytes }
}
