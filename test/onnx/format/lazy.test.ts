import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteSource, concatenated, memory } from '../../../src/core/bytes.ts'
import { readModel, writeModel, writtenModel } from '../../../src/onnx/format/index.ts'
import type { Model, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { edited } from '../../../src/onnx/format/read-message.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { withExternalData, withInlineData } from '../../../src/onnx/graph/externalize.ts'
import { elementsOf, rawRangeOf } from '../../../src/onnx/tensors/elements.ts'
import { fileSource } from '../../../src/world/file-source.ts'
import { temporaryFolder } from '../../folders.ts'
import { digitsBytes } from '../models.ts'

/** A source that knows what was read of it. */
function watched(bytes: Uint8Array): ByteSource & { bytesRead: number } {
  const source = {
    length: bytes.length,
    bytesRead: 0,
    read(start: number, end: number): Uint8Array {
      source.bytesRead += end - start
      return bytes.slice(start, end)
    },
    fill(into: Uint8Array, start: number): void {
      into.set(source.read(start, start + into.length))
    },
  }
  return source
}

const elements = 100_000
const big = Float32Array.from({ length: elements }, (_, index) => index / 7)

/** As bytes: element by element would take longer than all the rest. */
function expectBig(found: ReturnType<typeof elementsOf>): void {
  expect(found).toBeInstanceOf(Float32Array)
  expect(Buffer.compare(bytesOf(found as Float32Array), bytesOf(big))).toBe(0)
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function bigModel(): Model {
  return buildModel({
    opset: 13,
    graph: buildGraph({
      inputs: [value('x', 'float32', [elements])],
      outputs: [value('y', 'float32', [elements])],
      nodes: [node('Add', ['x', 'w'], ['y'])],
      weights: [tensor('w', 'float32', [elements], big), tensor('small', 'float32', [2], Float32Array.of(1, 2))],
    }),
  })
}

function weight(model: Model, name: string): OnnxTensor {
  const found = model.graph?.initializer.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no weight ${name}`)
  return found
}

function together(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from(Buffer.concat([...pieces]))
}

describe('a model that is read lazily', () => {
  it('leaves weights where they are until they are asked for, and reads them anew each time', () => {
    const source = watched(writeModel(bigModel()))
    const model = readModel(source)
    expect(source.bytesRead).toBeLessThan(200_000)
    expect(source.length).toBeGreaterThan(400_000)
    const before = source.bytesRead
    expectBig(elementsOf(weight(model, 'w')))
    expect(source.bytesRead - before).toBe(4 * elements)
    elementsOf(weight(model, 'w'))
    expect(source.bytesRead - before).toBe(8 * elements)
  })

  it('is written back byte for byte without reading more than a piece at a time', () => {
    const bytes = digitsBytes('digits-candidate')
    const source = watched(bytes)
    const { length, pieces } = writtenModel(readModel(source))
    expect(length).toBe(bytes.length)
    expect(Buffer.compare(together(pieces), bytes)).toBe(0)
  })

  it('keeps the weights of a changed tensor in their file', () => {
    const source = watched(writeModel(bigModel()))
    const model = readModel(source)
    const before = source.bytesRead
    const graph = model.graph as NonNullable<Model['graph']>
    const renamed = edited(model, {
      graph: edited(graph, { initializer: graph.initializer.map((each) => edited(each, { name: `${each.name}2` })) }),
    })
    const written = writtenModel(renamed)
    expect(source.bytesRead).toBe(before)
    const again = readModel(together(written.pieces))
    expectBig(elementsOf(weight(again, 'w2')))
    expect(weight(again, 'small2').rawData).toEqual(weight(model, 'small').rawData)
  })

  it('takes members away that are changed to undefined, and leaves the original alone', () => {
    const model = readModel(writeModel(bigModel()))
    const w = weight(model, 'w')
    expect(edited<OnnxTensor>(w, { rawData: undefined }).rawData).toBeUndefined()
    expectBig(elementsOf(w))
  })

  it('reads a list of numbers that is long, packed and typed', () => {
    const { rawData: _, ...typed } = tensor('w', 'float32', [elements], big)
    const model = bigModel()
    const graph = { ...(model.graph as NonNullable<Model['graph']>), initializer: [{ ...typed, floatData: big }] }
    const source = watched(writeModel({ ...model, graph }))
    const read = readModel(source)
    expect(source.bytesRead).toBeLessThan(200_000)
    expectBig(elementsOf(weight(read, 'w')))
    expect(together(writtenModel(edited(read, { producerName: 'x' })).pieces).length).toBe(source.length - 8)
  })

  it('refuses a list that ends within a number', () => {
    // Model.graph.initializer.int64_data of 300 bytes that all say that more follows.
    const data = new Uint8Array(300).fill(0x80)
    const initializer = Uint8Array.of(0x3a, 0xac, 2, ...data)
    const graph = Uint8Array.of(0x2a, (initializer.length & 127) | 128, initializer.length >> 7, ...initializer)
    const model = Uint8Array.of(0x3a, (graph.length & 127) | 128, graph.length >> 7, ...graph)
    expect(() => readModel(model)).toThrow('a list ends within a number')
  })

  it('may be larger than two gigabytes', () => {
    // Model.graph.initializer.raw_data, announced as 2.2 GB of which the file system keeps the last bytes alone.
    const size = 2_200_000_000
    const lengthOf = (value: number): number[] => {
      const bytes: number[] = []
      for (let rest = value; rest > 0; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + (rest > 127 ? 128 : 0))
      return bytes
    }
    // dims: [size]; data_type: UINT8; name: w.
    const tensorHead = [0x08, ...lengthOf(size), 0x10, 2, 0x42, 1, 0x77, 0x4a, ...lengthOf(size)]
    const graphHead = [0x12, 1, 0x67, 0x2a, ...lengthOf(tensorHead.length + size)]
    const head = Uint8Array.from([
      0x3a,
      ...lengthOf(graphHead.length + tensorHead.length + size),
      ...graphHead,
      ...tensorHead,
    ])
    const file = path.join(temporaryFolder(), 'm.onnx')
    writeFileSync(file, head)
    truncateSync(file, head.length + size)
    const handle = openSync(file, 'r+')
    writeSync(handle, Uint8Array.of(1, 2, 3), 0, 3, head.length + size - 3)
    closeSync(handle)
    const w = weight(readModel(fileSource(file)), 'w')
    const range = rawRangeOf(w)
    expect(w.dims).toEqual([size])
    expect([...(range?.source.read(range.end - 4, range.end) ?? [])]).toEqual([0, 1, 2, 3])
  })

  it('says so when its file changes under it', () => {
    const file = path.join(temporaryFolder(), 'm.onnx')
    writeFileSync(file, writeModel(bigModel()))
    const model = readModel(fileSource(file))
    expectBig(elementsOf(weight(model, 'w')))
    writeFileSync(file, 'something else')
    expect(() => elementsOf(weight(model, 'w'))).toThrow(expect.objectContaining({ code: 'file-changed' }))
  })
})

describe('weights in a file of their own', () => {
  it('move there and back', () => {
    const model = readModel(writeModel(bigModel()))
    const { model: light, data } = withExternalData(model, { location: 'm.data', alignment: 4096 })
    const bytes = together(data.pieces)
    expect(bytes.length).toBe(data.length)
    expect(writeModel(light).length).toBeLessThan(1000)
    expect(weight(light, 'small').rawData).toHaveLength(8)
    const external = new Map([['m.data', memory(bytes)]])
    const reread = readModel(writeModel(light))
    expect(elementsOf(weight(reread, 'w'))).toBeUndefined()
    expectBig(elementsOf(weight(reread, 'w'), external))
    const inline = withInlineData(reread, external)
    expectBig(elementsOf(weight(readModel(writeModel(inline)), 'w')))
  })

  it('stand at aligned offsets that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 300, max: 5000 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const weights = sizes.map((size, at) =>
          tensor(`w${at}`, 'float32', [size], new Float32Array(size).fill(at + 1)),
        )
        const graph = buildGraph({ inputs: [], outputs: [], nodes: [], weights })
        const { model, data } = withExternalData(buildModel({ opset: 13, graph }), { location: 'd', alignment: 512 })
        const bytes = together(data.pieces)
        const external = new Map([['d', memory(bytes)]])
        for (const [at, size] of sizes.entries()) {
          const w = weight(model, `w${at}`)
          expect(Number(w.externalData.find(({ key }) => key === 'offset')?.value) % 512).toBe(0)
          expect(elementsOf(w, external)).toEqual(new Float32Array(size).fill(at + 1))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('of a nested graph move too, and nothing else of the model changes', () => {
    const branch = buildGraph({
      name: 'branch',
      inputs: [],
      outputs: [value('y', 'float32', [elements])],
      nodes: [node('Identity', ['w'], ['y'])],
      weights: [tensor('w', 'float32', [elements], big)],
    })
    const model = buildModel({
      opset: 13,
      graph: buildGraph({
        inputs: [value('c', 'bool', [])],
        outputs: [value('y', 'float32', [elements])],
        nodes: [
          node('If', ['c'], ['y'], { attributes: { then_branch: { graph: branch }, else_branch: { graph: branch } } }),
        ],
      }),
    })
    const read = readModel(writeModel(model))
    const { model: light, data } = withExternalData(read, { location: 'd' })
    expect(data.length).toBeGreaterThan(800_000)
    const inline = withInlineData(light, new Map([['d', memory(together(data.pieces))]]))
    expect(Buffer.compare(writeModel(inline), writeModel(model))).toBe(0)
    expect(withInlineData(read, new Map())).toBe(read)
  })
})

describe('ranges one after the other', () => {
  it('read as one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 8 }),
        fc.nat(80),
        fc.nat(80),
        (parts, a, b) => {
          const all = Buffer.concat(parts)
          const source = concatenated(
            parts.map((part) => {
              const padded = Uint8Array.of(9, ...part, 9)
              return { source: memory(padded), start: 1, end: padded.length - 1 }
            }),
          )
          const [from, to] = [Math.min(a, b, all.length), Math.min(Math.max(a, b), all.length)]
          expect(source.length).toBe(all.length)
          expect([...source.read(from, to)]).toEqual([...all.subarray(from, to)])
        },
      ),
    )
  })
})
