import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/errors/index.ts'
import type { DataAsked, DataRead, Reader, Tensors } from '../../src/core/reader.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import type { World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'

export type Arrays = Readonly<Record<string, Tensor>>

export interface ReaderUnderTest {
  readonly reader: Reader
  /** How a file of its kind is called. */
  readonly file: string
  /** The bytes of such a file that holds these arrays. */
  write(arrays: Arrays): Uint8Array
}

const arrays: Arrays = {
  images: { type: 'float32', dims: [3, 2], data: Float32Array.of(1, -2, 0.5, 4, 1e30, 6) },
  ids: { type: 'int64', dims: [3], data: BigInt64Array.of(1n, -(2n ** 60n), 3n) },
  labels: { type: 'uint8', dims: [3, 1], data: Uint8Array.of(2, 0, 1) },
  patient: { type: 'string', dims: [3], data: ['ada', 'größe', 'ada'] },
}
const asked: DataAsked = { inputs: { image: 'images', id: 'ids' }, label: 'labels', group: 'patient' }

/** What every reader promises: those of the table, and a user's own. */
export function readerContract(name: string, open: (world: World) => Promise<ReaderUnderTest>): void {
  async function read(change: Partial<DataAsked> = {}, given: (whole: Uint8Array) => Uint8Array = (whole) => whole) {
    const world = await testWorld()
    const { reader, file, write } = await open(world)
    const place = path.join(world.cwd, 'stored')
    await world.files.write(place, given(write(arrays)))
    const before = await world.files.hash(place)
    const found = await reader.read({ name: file, path: place }, { ...asked, ...change }, world.files)
    expect(await world.files.hash(place)).toBe(before)
    return found
  }

  const tensorsIn = ({ get, names }: Tensors) => Object.fromEntries(names().map((each) => [each, get(each)]))
  const checked = (found: DataRead): DataRead => {
    tensorsIn(found.inputs)
    return found
  }
  const refusal = (reading: Promise<DataRead>): Promise<unknown> => reading.catch((thrown: unknown) => thrown)

  describe(`the reader contract: ${name}`, () => {
    it('gives inputs by their names, labels as numbers, and what else is known as text', async () => {
      const { inputs, labels, columns } = await read()
      expect(tensorsIn(inputs)).toEqual({ image: arrays['images'], id: arrays['ids'] })
      expect(inputs.get('toString')).toBeUndefined()
      expect(labels).toEqual([2, 0, 1])
      expect(columns.get('patient')).toEqual(['ada', 'größe', 'ada'])
      expect(columns.names()).toContain('patient')
      expect(columns.get('toString')).toBeUndefined()
    })

    it('gives the same again', async () => {
      const plain = async () => {
        const { inputs, labels, columns } = await read()
        return { inputs: tensorsIn(inputs), labels, patient: columns.get('patient') }
      }
      expect(await plain()).toEqual(await plain())
    })

    it('gives no labels where none are asked for', async () => {
      const { labels, inputs } = await read({ inputs: { image: 'images' }, label: undefined })
      expect(labels).toBeUndefined()
      expect(inputs.names()).toEqual(['image'])
    })

    it('lets every array feed the input of its own name where nothing is said', async () => {
      const { inputs } = await read({ inputs: {} })
      expect(Object.keys(tensorsIn(inputs)).sort()).toEqual(['ids', 'images'])
    })

    it.each([
      ['an input', { inputs: { image: 'pictures' } }],
      ['the label', { label: 'classes' }],
    ])('says so when the array of %s is not there', async (_, change) => {
      const thrown = await refusal(read(change).then(checked))
      expect(thrown).toBeInstanceOf(UserError)
    })

    it.each([
      ['empty', () => new Uint8Array(0)],
      ['of another kind', () => new TextEncoder().encode('images,labels\n1,2\n')],
      ['cut off', (whole: Uint8Array) => whole.subarray(0, whole.length >> 1)],
    ])('says so of a file that is %s', async (_, given) => {
      const thrown = await refusal(read({}, given))
      expect(thrown).toBeInstanceOf(UserError)
      expect((thrown as UserError).hint).not.toBe('')
    })

    it('knows files of its kind by their names, or by their first bytes', async () => {
      const { reader, file, write } = await open(await testWorld())
      const head = write(arrays).subarray(0, 64)
      expect([reader.recognizes(file, head), reader.recognizes(file, new Uint8Array(0))]).toEqual([true, true])
      expect(reader.name + reader.summary).toMatch(/\w/)
    })
  })
}
