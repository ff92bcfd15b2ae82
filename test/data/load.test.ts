import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { DataReference } from '../../src/core/products/index.ts'
import type { Tensor, TensorInfo } from '../../src/core/tensor.ts'
import { batchOf } from '../../src/data/batch.ts'
import { type Data, fitted } from '../../src/data/fit.ts'
import { type LoadedData, loadData } from '../../src/data/load.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { testWorld } from '../world.ts'
import { columnsOf, tensorsOf, textsIn } from './columns.ts'

const images: Tensor = { type: 'float32', dims: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) }
const labels: Tensor = { type: 'int64', dims: [3], data: BigInt64Array.of(0n, 1n, 0n) }
const artifact = { sha256: 'x', bytes: 1, name: 'digits.npz' }
const reference: DataReference = { artifact, inputs: { image: 'images' }, label: 'labels' }

async function load(arrays: Record<string, Tensor>, change: Partial<DataReference> = {}): Promise<Data> {
  const world = await testWorld()
  const path = `${world.cwd}/digits.npz`
  await world.files.write(path, writeNpz(arrays))
  return asFed(await loadData('eval', { ...reference, ...change }, { path, files: world.files, trust: world.trust }))
}

/** As a model takes it that takes what is fed. */
function asFed(loaded: LoadedData, names = loaded.inputs.names()): Data {
  const any = { type: 'float32', dims: ['...'] }
  const inputs = names.map((name) => ({ ...any, name, type: loaded.inputs.get(name)?.type ?? any.type }))
  return fitted(loaded, [inputs])
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

describe('copies of examples', () => {
  const repeated = (times: readonly number[]): Promise<Data> => {
    const chosen = times.flatMap((count, at) => Array<number>(count).fill(at))
    const pixels = chosen.flatMap((at) => [...(images.data as Float32Array).subarray(2 * at, 2 * at + 2)])
    return load({
      images: { type: 'float32', dims: [chosen.length, 2], data: Float32Array.from(pixels) },
      labels: { type: 'int64', dims: [chosen.length], data: BigInt64Array.from(chosen, (at) => BigInt(at % 2)) },
    })
  }

  test('are one group each, where all examples are there several times', async () => {
    expect(await repeated([2, 2, 2])).toMatchObject({ copies: 3, groups: [0, 0, 1, 1, 2, 2] })
    // Twice by itself, and all of it three times over.
    expect(await repeated([6, 3, 3])).toMatchObject({ copies: 8, groups: [0, 1, 0, 1, 0, 1, 2, 2, 2, 3, 3, 3] })
  })

  test('are what was drawn, where some are not', async () => {
    for (const times of [
      [1, 1, 1],
      [2, 1, 2],
      [6, 3, 2],
      [4, 9, 4],
    ]) {
      const data = await repeated(times)
      expect(data.groups).toBeUndefined()
      expect(data).not.toHaveProperty('copies')
    }
  })

  test('with other labels are none', async () => {
    const twice = { type: 'float32', dims: [2, 2], data: Float32Array.of(1, 2, 1, 2) } as const
    const told = { type: 'int64', dims: [2], data: BigInt64Array.of(0n, 1n) } as const
    expect(await load({ images: twice, labels: told })).not.toHaveProperty('copies')
    const unlabelled = { inputs: { image: 'images' }, label: undefined }
    expect(await load({ images: twice }, unlabelled)).toMatchObject({ copies: 1, groups: [0, 0] })
  })

  /** Examples of the numbers that `cell` gives, each as often as `times` says, of these labels. */
  const drawn = (
    width: number,
    times: readonly number[],
    cell: (example: number, column: number) => number,
    labelOf = (example: number) => example % 2,
  ): Promise<Data> => {
    const chosen = times.flatMap((count, at) => Array<number>(count).fill(at))
    const columns = Array.from({ length: width }, (_, column) => column)
    return load({
      images: {
        type: 'float32',
        dims: [chosen.length, width],
        data: Float32Array.from(chosen.flatMap((at) => columns.map((column) => cell(at, column)))),
      },
      labels: { type: 'int64', dims: [chosen.length], data: BigInt64Array.from(chosen, (at) => BigInt(labelOf(at))) },
    })
  }
  const many = (example: number, column: number): number => Math.sin(1 + example * 31 + column * 7.3)
  const few = (example: number, column: number): number => (example >> column) & 1

  test.each([
    ['all of them and one more', [...Array<number>(29).fill(40), 1], () => 0, 30],
    ['those of one class', [...Array<number>(2000).fill(1), 400, 400, 400], (at: number) => Number(at >= 2000), 2003],
    ['a few of many', [...Array<number>(1000).fill(1), 150, 151, 149], (at: number) => at % 2, 1003],
    ['each a few times', Array.from({ length: 300 }, (_, at) => 1 + (at % 3)), () => 0, 300],
  ])(
    'are one group each, however often they are there, where two cannot be alike by chance: %s',
    async (_, times, labelOf, kinds) => {
      const data = await drawn(10, times, many, labelOf)
      const examples = times.reduce((sum, each) => sum + each, 0)
      expect(data.copies).toBe(examples - kinds)
      expect(new Set(data.groups).size).toBe(kinds)
    },
  )

  test.each([
    ['few values', 6, few],
    ['many values in a few elements', 2, (at: number, column: number) => (column === 0 ? at : 0)],
    ['little but zeros', 60, (at: number, column: number) => (column === at % 60 ? 1 + (at % 20) : 0)],
  ])('are what was drawn where they come up by chance: %s', async (_, width, cell) => {
    const times = Array.from({ length: 64 }, (_, at) => 1 + ((at * 7) % 31))
    expect(await drawn(width, times, cell)).not.toHaveProperty('copies')
  })

  test('of two numbers are seen among many that are there once, but not of the usual ones', async () => {
    const times = [...Array<number>(1000).fill(1), 400, 401]
    const labelOf = (at: number): number => Number(at >= 1000)
    expect((await drawn(2, times, many, labelOf)).copies).toBe(799)
    const orUsual = (example: number, column: number): number =>
      example < 1000 ? many(example, column) : (example - 1000) / 4
    expect(await drawn(2, times, orUsual, labelOf)).not.toHaveProperty('copies')
  })

  test('of few values are seen by class', async () => {
    const times = Array.from({ length: 64 }, (_, at) => (at % 2 === 1 ? 40 : 1 + (at % 3)))
    const data = await drawn(6, times, few)
    expect(data.copies).toBe(32 * 39)
  })

  test('that happen to be there are left alone where they are a few of many', async () => {
    const times = Array.from({ length: 1000 }, (_, at) => (at % 200 === 0 ? 2 : 1))
    expect(await drawn(10, times, many)).not.toHaveProperty('copies')
    // Each example is the only one of its value, as in a regression.
    expect(await drawn(10, times, many, (example) => example)).not.toHaveProperty('copies')
    const pairs = Array.from({ length: 1000 }, (_, at) => (at % 50 === 0 ? 2 : 1))
    expect((await drawn(10, pairs, many, (example) => Number(example % 50 === 0))).copies).toBe(20)
  })

  test('of long texts are seen, and those of short ones are not', async () => {
    const tokens = (length: number) => (example: number, column: number) =>
      column < length ? 1 + ((example * 37 + column * 101 + example * column) % 499) : 0
    const times = [...Array<number>(300).fill(1), 30, 31]
    expect((await drawn(64, times, tokens(40))).copies).toBe(59)
    expect(await drawn(64, times, tokens(2))).not.toHaveProperty('copies')
  })

  test('are left to an array that says what belongs together', async () => {
    const twice = { type: 'float32', dims: [2, 2], data: Float32Array.of(1, 2, 1, 2) } as const
    const told = { type: 'int64', dims: [2], data: BigInt64Array.of(1n, 1n) } as const
    const day = { type: 'int64', dims: [2], data: BigInt64Array.of(5n, 6n) } as const
    const data = await load({ images: twice, labels: told, day }, { group: 'day' })
    expect(data.groups).toEqual([0, 1])
    expect(data).not.toHaveProperty('copies')
  })
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

describe('labels', () => {
  const half: Tensor = { type: 'float16', dims: [3], data: Uint16Array.of(0x3c00, 0xb800, 0x4900) }

  test('of half precision are numbers, and so are groups and slices of it', async () => {
    const data = await load({ images, labels: half, weight: half }, { group: 'weight' })
    expect(data.labels).toEqual([1, -0.5, 10])
    expect(data.columns.get('weight')).toEqual(['1', '-0.5', '10'])
    const sizes: Tensor = { type: 'float16', dims: [3, 1], data: Uint16Array.of(0x0000, 0x8000, 0x3c00) }
    expect((await load({ images, labels, sizes }, { group: 'sizes' })).groups).toEqual([0, 0, 1])
  })

  test.each([
    ['empty texts', { type: 'string', dims: [3], data: ['1', '', '2'] }, /example 1 is an empty text/],
    ['blank texts', { type: 'string', dims: [3, 1], data: ['1', '2', ' '] }, /example 2 is an empty text/],
    ['hexadecimal texts', { type: 'string', dims: [3], data: ['0x1', '1', '2'] }, /example 0 is the text "0x1"/],
    ['whole numbers beyond 2^53', { type: 'int64', dims: [3], data: BigInt64Array.of(1n, 2n, 2n ** 53n) }, /exact/],
    ['NaN of half precision', { type: 'float16', dims: [3], data: Uint16Array.of(0, 0x7e00, 0) }, /is NaN/],
  ] satisfies [string, Tensor, RegExp][])('%s are refused', async (_, wrong, reason) => {
    await expect(load({ images, labels: wrong })).rejects.toEqual(
      expect.objectContaining({ code: 'data-label', message: expect.stringMatching(reason) }),
    )
  })

  test('of booleans and of texts of numbers are numbers', async () => {
    const truths: Tensor = { type: 'bool', dims: [3], data: Uint8Array.of(1, 0, 1) }
    expect((await load({ images, labels: truths })).labels).toEqual([1, 0, 1])
    const texts: Tensor = { type: 'string', dims: [3], data: ['2', '0', '1.5'] }
    expect((await load({ images, labels: texts })).labels).toEqual([2, 0, 1.5])
  })

  test('and groups are one for each example, not as many numbers in another shape', async () => {
    const six: Tensor = { type: 'int64', dims: [2, 3], data: new BigInt64Array(6) }
    const wide: Tensor = { type: 'float32', dims: [6, 1], data: new Float32Array(6) }
    await expect(load({ images: wide, six }, { label: 'six' })).rejects.toEqual(
      expect.objectContaining({ code: 'data-not-column', message: expect.stringContaining('[2, 3], but `label:`') }),
    )
    await expect(load({ images: wide, labels: wide, six }, { group: 'six' })).rejects.toEqual(code('data-not-column'))
  })
})

describe('an array that nothing asks for is left alone', () => {
  const members = (arrays: Record<string, Tensor>): Record<string, Uint8Array> => unzipSync(writeNpz(arrays))
  const foreign = (descr: string, bytes: number): Uint8Array => {
    const header = `{'descr': ${descr}, 'fortran_order': False, 'shape': (3,), }\n`
    return Uint8Array.from([
      ...[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0],
      ...new TextEncoder().encode(header),
      ...new Uint8Array(bytes),
    ])
  }
  const whole = { ...members({ images, labels }), 'extra.npy': foreign("'|O'", 7) }

  test.each([
    ['objects', foreign("'|O'", 7)],
    ['dates', foreign("'<M8[D]'", 24)],
    ['durations', foreign("'<m8[s]'", 24)],
    ['complex numbers', foreign("'<c16'", 48)],
    ['big-endian numbers', foreign("'>f4'", 12)],
    ['records', foreign("[('a', '<i4')]", 12)],
    ['raw bytes', foreign("'|V4'", 12)],
    ['half an array', foreign("'<f8'", 5)],
    ['text that is not Unicode', foreign("'|S1'", 3).map((byte, at, all) => (at < all.length - 3 ? byte : 0xff))],
  ])('%s', async (_, extra) => {
    const data = asFed(await loadZip({ ...whole, 'extra.npy': extra }))
    expect(data).toMatchObject({ examples: 3, labels: [0, 1, 0], inputs: { image: images } })
    expect(data.columns.get('labels')).toEqual(['0', '1', '0'])
  })

  test('also where every array may feed the input of its own name, and no model takes it', async () => {
    const loaded = await loadZip(
      { ...whole, ...members({ lang: { type: 'string', dims: [3], data: ['a', 'b', 'a'] } }) },
      { inputs: {} },
    )
    const input = { name: 'images', type: 'float32', dims: ['N', 2] }
    expect(Object.keys(fitted(loaded, [[input]]).inputs)).toEqual(['images'])
    expect(fitted(loaded, [[input]]).columns.get('lang')).toEqual(['a', 'b', 'a'])
    expect(() => fitted(loaded, [[input, { ...input, name: 'extra' }]])).toThrow(
      expect.objectContaining({ code: 'data-type', message: expect.stringContaining('|O') }),
    )
    // What one of the models takes feeds both, or neither.
    expect(() => fitted(loaded, [[input], [input, { name: 'lang', type: 'string', dims: ['N'] }]])).toThrow(
      code('data-input-unknown') as Error,
    )
    const one = [[input], [input, { name: 'temperature', type: 'float32', dims: ['N'] }]]
    expect(() => fitted(loaded, one, ['production', 'candidate'])).toThrow(/input temperature of candidate/)
    expect(() => fitted(loaded, [[{ ...input, name: 'image' }]])).toThrow(
      expect.objectContaining({ code: 'data-input-missing', hint: expect.stringContaining('images') }),
    )
  })

  test('of another length, or with values that are not finite, where nothing is said of inputs', async () => {
    const names: Tensor = { type: 'string', dims: [10], data: Array.from({ length: 10 }, (_, at) => `class ${at}`) }
    const gaps: Tensor = { type: 'float32', dims: [3], data: Float32Array.of(1, Number.NaN, 2) }
    const loaded = await loadZip(members({ images, labels, names, gaps }), { inputs: {} })
    expect(asFed(loaded, ['images'])).toMatchObject({ examples: 3 })
    expect(asFed(loaded, ['images']).columns.get('names')).toBeUndefined()
    expect(() => asFed(loaded, ['images', 'names'])).toThrow(code('data-lengths-differ') as Error)
    expect(() => asFed(loaded, ['images', 'gaps'])).toThrow(code('data-not-finite') as Error)
  })

  test('tells no copies apart where it feeds nothing', async () => {
    const twice: Tensor = { type: 'float32', dims: [4, 1], data: Float32Array.of(1, 2, 1, 2) }
    const told: Tensor = { type: 'int64', dims: [4], data: BigInt64Array.of(0n, 1n, 0n, 1n) }
    const id: Tensor = { type: 'int64', dims: [4], data: BigInt64Array.of(1n, 2n, 3n, 4n) }
    const loaded = await loadZip(members({ images: twice, labels: told, id }), { inputs: {} })
    expect(asFed(loaded, ['images'])).toMatchObject({ copies: 2, groups: [0, 1, 0, 1] })
  })

  test('until it is asked for: as an input, as labels, as groups or for a slice', async () => {
    for (const asked of [{ label: 'extra' }, { group: 'extra' }])
      await expect(loadZip(whole, asked)).rejects.toEqual(code('data-type'))
    const asInput = await loadZip(whole, { inputs: { image: 'extra' } })
    expect(() => asFed(asInput, ['image'])).toThrow(code('data-type') as Error)
    const { columns } = await loadZip(whole)
    expect(() => columns.get('extra')).toThrow(code('data-type') as Error)
  })

  async function loadZip(files: Record<string, Uint8Array>, change: Partial<DataReference> = {}): Promise<LoadedData> {
    const world = await testWorld()
    const path = `${world.cwd}/digits.npz`
    await world.files.write(path, zipSync(files))
    return loadData('eval', { ...reference, ...change }, { path, files: world.files, trust: world.trust })
  }
})

describe('a reader of the user', () => {
  async function read(code: string, trusted = true, group?: string): Promise<Data> {
    const world = await testWorld(trusted ? {} : { trust: { level: 'untrusted', why: 'it comes from a fork' } })
    const path = `${world.cwd}/reader.mjs`
    await world.files.writeText(path, code)
    const uses = { path, sha256: await world.files.hash(path) }
    const source = { path: `${world.cwd}/data.csv`, files: world.files, trust: world.trust }
    return asFed(await loadData('eval', { ...reference, uses, group }, source))
  }

  test('gives tensors and labels', async () => {
    const source = `export default async ({ path, inputs, label }) => {
      if (!path.endsWith('data.csv') || inputs.image !== 'images' || label !== 'labels') throw new Error('wrong context')
      return { inputs: { image: { type: 'float32', dims: [2, 1], data: Float32Array.of(1, 2) } }, labels: [1, 0] }
    }`
    const data = await read(source)
    expect(data).toMatchObject({ examples: 2, labels: [1, 0] })
  })

  test('gives labels that are checked as those of a file are', async () => {
    const labels = (list: string): string =>
      `export default () => ({ inputs: { image: { type: 'float32', dims: [2], data: [1, 2] } }, labels: ${list} })`
    expect((await read(labels("['1', 2n]"))).labels).toEqual([1, 2])
    for (const wrong of ["['1', '']", '[1, null]', '[1, 2n ** 60n]'])
      await expect(read(labels(wrong))).rejects.toEqual(code('data-label'))
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
    [
      'gives half precision as plain numbers',
      `export default () => ({ inputs: { image: { type: 'float16', dims: [1], data: [0.5] } } })`,
      /Uint16Array of raw bits/,
    ],
    [
      'gives another array than its type says',
      `export default () => ({ inputs: { image: { type: 'float32', dims: [1], data: Float64Array.of(1) } } })`,
      /expected a Float32Array for float32/,
    ],
    [
      'gives numbers for text',
      `export default () => ({ inputs: { image: { type: 'string', dims: [1], data: [1] } } })`,
      /array of texts/,
    ],
    [
      'gives bigints for floating-point numbers',
      `export default () => ({ inputs: { image: { type: 'float32', dims: [1], data: [1n] } } })`,
      /expected a Float32Array for float32/,
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
  const loaded: LoadedData = { name: 'eval', inputs: tensorsOf({ image: images }), named: true, columns: columnsOf({}) }

  test.each([
    ['another size', { ...input, dims: ['batch', 3] }, 'data-misfit'],
    ['another rank', { ...input, dims: ['batch', 2, 1] }, 'data-misfit'],
    ['another type', { ...input, type: 'float16' }, 'data-misfit'],
    ['another name', { ...input, name: 'picture' }, 'data-input-unknown'],
  ])('%s is an error', (_, info, wanted) => {
    expect(() => fitted(loaded, [[info]])).toThrow(code(wanted) as Error)
  })

  test('an input that nothing feeds is an error; what fits is none', () => {
    expect(() => fitted(loaded, [[input, { name: 'mask', type: 'bool', dims: ['batch'] }]])).toThrow(
      code('data-input-missing') as Error,
    )
    expect(fitted(loaded, [[input]]).examples).toBe(3)
    expect(fitted(loaded, [[{ ...input, dims: [1, ''] }], [{ ...input, dims: ['...'] }]]).examples).toBe(3)
  })

  test('batches begin again at the first example, and scalars go along', () => {
    const rate: Tensor = { type: 'int64', dims: [], data: BigInt64Array.of(16000n) }
    const words: Tensor = { type: 'string', dims: [3], data: ['a', 'b', 'c'] }
    const batch = batchOf({ ...fitted(loaded, [[input]]), inputs: { image: images, rate, words } }, 2, 5)
    expect(batch['image']).toEqual({ type: 'float32', dims: [3, 2], data: Float32Array.of(5, 6, 1, 2, 3, 4) })
    expect(batch['rate']).toBe(rate)
    expect(batch['words']?.data).toEqual(['c', 'a', 'b'])
  })
})
