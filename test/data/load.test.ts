import { describe, expect, test } from 'vitest'
import type { DataReference } from '../../src/core/products/index.ts'
import type { Tensor, TensorInfo } from '../../src/core/tensor.ts'
import { batchOf, checkFit } from '../../src/data/fit.ts'
import { type Data, loadData } from '../../src/data/load.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { testWorld } from '../world.ts'
import { columnsOf, textsIn } from './columns.ts'

const images: Tensor = { type: 'float32', dims: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) }
const labels: Tensor = { type: 'int64', dims: [3], data: BigInt64Array.of(0n, 1n, 0n) }
const artifact = { sha256: 'x', bytes: 1, name: 'digits.npz' }
const reference: DataReference = { artifact, inputs: { image: 'images' }, label: 'labels' }

async function load(arrays: Record<string, Tensor>, change: Partial<DataReference> = {}): Promise<Data> {
  const world = await testWorld()
  const path = `${world.cwd}/digits.npz`
  await world.files.write(path, writeNpz(arrays))
  return loadData('eval', { ...reference, ...change }, { path, files: world.files, trust: world.trust })
}

function code(wanted: string): unknown {
  return expect.objectContaining({ code: wanted })
}

test('a data set is named inputs and labels', async () => {
  const { columns, ...data } = await load({ images, labels })
  expect(data).toEqual({ name: 'eval', examples: 3, inputs: { image: images }, labels: [0, 1, 0] })
  expect(textsIn(columns)).toEqual({ labels: ['0', '1', '0'] })
})

test('labels may be values to be predicted', async () => {
  const prices = { type: 'float32', dims: [3, 1], data: Float32Array.of(0.5, -2, 1e6) } as const
  expect((await load({ images, labels: prices })).labels).toEqual([0.5, -2, 1e6])
})

describe('what else is known of examples', () => {
  const patient: Tensor = { type: 'string', dims: [3], data: ['ada', 'bob', 'ada'] }
  const site: Tensor = { type: 'int64', dims: [3, 1], data: BigInt64Array.of(7n, 7n, 9n) }

  test('are columns of text, wherever inputs are named', async () => {
    const data = await load({ images, labels, site, patient, masks: images })
    expect(textsIn(data.columns)).toEqual({
      labels: ['0', '1', '0'],
      site: ['7', '7', '9'],
      patient: ['ada', 'bob', 'ada'],
    })
    expect(data.groups).toBeUndefined()
  })

  test('one of them says which examples belong together, and feeds nothing', async () => {
    expect((await load({ images, labels, patient }, { group: 'patient' })).groups).toEqual([0, 1, 0])
    const unnamed = await load({ images, labels, site }, { inputs: {}, group: 'site' })
    expect(unnamed.groups).toEqual([0, 0, 1])
    expect(Object.keys(unnamed.inputs)).toEqual(['images'])
  })

  test('groups that are not there, or of another length, are errors', async () => {
    await expect(load({ images, labels }, { group: 'patient' })).rejects.toEqual(
      expect.objectContaining({ code: 'data-array-missing', message: expect.stringContaining('patient') }),
    )
    const two: Tensor = { type: 'string', dims: [2], data: ['ada', 'bob'] }
    await expect(load({ images, labels, patient: two }, { group: 'patient' })).rejects.toEqual(
      expect.objectContaining({ code: 'data-lengths-differ', message: expect.stringContaining('the groups 2') }),
    )
  })
})

describe('bad data', () => {
  test('an array that is not there', async () => {
    await expect(load({ pictures: images, labels })).rejects.toEqual(
      expect.objectContaining({ code: 'data-array-missing', hint: expect.stringContaining('pictures, labels') }),
    )
    await expect(load({ images, labels }, { label: 'toString' })).rejects.toEqual(code('data-array-missing'))
  })

  test('no examples', async () => {
    const none = { type: 'float32', dims: [0, 2], data: new Float32Array() } as const
    await expect(load({ images: none }, { label: undefined })).rejects.toEqual(code('data-empty'))
  })

  test('lengths that differ', async () => {
    const two = { type: 'int64', dims: [2], data: BigInt64Array.of(0n, 1n) } as const
    await expect(load({ images, labels: two })).rejects.toEqual(
      expect.objectContaining({
        code: 'data-lengths-differ',
        message: expect.stringContaining('image 3, the labels 2'),
      }),
    )
  })

  test.each([
    ['float32', Float32Array.of(1, 2, 3, Number.NaN, 5, 6)],
    ['float64', Float64Array.of(1, 2, 3, Infinity, 5, 6)],
    ['float16', Uint16Array.of(0, 0, 0, 0x7e00, 0, 0)],
  ] as const)('%s that is not finite, with its example', async (type, data) => {
    await expect(load({ images: { type, dims: [3, 2], data }, labels })).rejects.toEqual(
      expect.objectContaining({ code: 'data-not-finite', message: expect.stringContaining('example 1') }),
    )
  })

  test('labels that are no numbers', async () => {
    const words: Tensor = { type: 'string', dims: [3], data: ['cat', 'dog', 'cat'] }
    await expect(load({ images, labels: words })).rejects.toEqual(code('data-label'))
    const gaps = { type: 'float32', dims: [3], data: Float32Array.of(0, Number.NaN, 1) } as const
    await expect(load({ images, labels: gaps })).rejects.toEqual(
      expect.objectContaining({ code: 'data-label', message: expect.stringContaining('example 1 is NaN') }),
    )
  })
})

describe('a reader of the user', () => {
  async function read(source: string, trusted = true, group?: string): Promise<Data> {
    const world = await testWorld(trusted ? {} : { trust: { level: 'untrusted', why: 'it comes from a fork' } })
    const path = `${world.cwd}/reader.mjs`
    await world.files.writeText(path, source)
    const uses = { path, sha256: await world.files.hash(path) }
    return loadData(
      'eval',
      { ...reference, uses, group },
      { path: `${world.cwd}/data.csv`, files: world.files, trust: world.trust },
    )
  }

  test('gives tensors and labels', async () => {
    const source = `export default async ({ path, inputs, label }) => {
      if (!path.endsWith('data.csv') || inputs.image !== 'images' || label !== 'labels') throw new Error('wrong context')
      return { inputs: { image: { type: 'float32', dims: [2, 1], data: Float32Array.of(1, 2) } }, labels: [1, 0] }
    }`
    const data = await read(source)
    expect(data).toMatchObject({ examples: 2, labels: [1, 0] })
  })

  test('gives columns, of which one may be the groups', async () => {
    const data = await read(
      `export default ({ group }) => ({
        inputs: { image: { type: 'float32', dims: [3, 1], data: Float32Array.of(1, 2, 3) } },
        columns: { [group]: ['b', 'a', 'b'], site: Int8Array.of(1, 2, 3) },
      })`,
      true,
      'patient',
    )
    expect(data.groups).toEqual([0, 1, 0])
    expect(textsIn(data.columns)).toEqual({ patient: ['b', 'a', 'b'], site: ['1', '2', '3'] })
  })

  test.each([
    ['throws', `export default () => { throw new Error('no such column') }`, /no such column/],
    ['exports no function', `export const read = () => {}`, /not a function/],
    ['does not parse', `export default (`, /reader\.mjs/],
    ['gives nothing', `export default () => undefined`, /expected object/],
    [
      'gives a wrong shape',
      `export default () => ({ inputs: { image: { type: 'float32', dims: [3], data: Float32Array.of(1) } } })`,
      /product of its dims/,
    ],
  ])('that %s is an error with its reason', async (_, source, reason) => {
    const reading = read(source)
    await expect(reading).rejects.toThrow(reason)
    await expect(reading).rejects.toEqual(code('user-module'))
  })

  test('is not run where the run is not trusted', async () => {
    await expect(read('export default () => { globalThis.ranUntrusted = true }', false)).rejects.toEqual(
      code('untrusted-code'),
    )
    expect('ranUntrusted' in globalThis).toBe(false)
  })
})

describe('fitting a model', () => {
  const input: TensorInfo = { name: 'image', type: 'float32', dims: ['batch', 2] }
  const data: Data = { name: 'eval', examples: 3, inputs: { image: images }, columns: columnsOf({}) }

  test.each([
    ['another size', { ...input, dims: ['batch', 3] }, 'data-misfit'],
    ['another rank', { ...input, dims: ['batch', 2, 1] }, 'data-misfit'],
    ['another type', { ...input, type: 'float16' }, 'data-misfit'],
    ['another name', { ...input, name: 'picture' }, 'data-input-unknown'],
  ])('%s is an error', (_, info, wanted) => {
    expect(() => checkFit(data, [info])).toThrow(code(wanted) as Error)
  })

  test('an input that nothing feeds is an error; what fits is none', () => {
    expect(() => checkFit(data, [input, { name: 'mask', type: 'bool', dims: ['batch'] }])).toThrow(
      code('data-input-missing') as Error,
    )
    expect(() => checkFit(data, [input])).not.toThrow()
    expect(() => checkFit(data, [{ ...input, dims: [1, ''] }])).not.toThrow()
  })

  test('batches begin again at the first example, and scalars go along', () => {
    const rate: Tensor = { type: 'int64', dims: [], data: BigInt64Array.of(16000n) }
    const words: Tensor = { type: 'string', dims: [3], data: ['a', 'b', 'c'] }
    const batch = batchOf({ ...data, inputs: { image: images, rate, words } }, 2, 5)
    expect(batch['image']).toEqual({ type: 'float32', dims: [3, 2], data: Float32Array.of(5, 6, 1, 2, 3, 4) })
    expect(batch['rate']).toBe(rate)
    expect(batch['words']?.data).toEqual(['c', 'a', 'b'])
  })
})
