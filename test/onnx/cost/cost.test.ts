import { describe, expect, test } from 'vitest'
import { costOf } from '../../../src/onnx/cost/index.ts'
import { rooflineOf } from '../../../src/onnx/cost/roofline.ts'
import { sizesOfModel } from '../../../src/onnx/cost/sizes.ts'
import type { Graph, Model } from '../../../src/onnx/format/messages.ts'
import { type AttributeValue, buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { summarize } from '../../../src/onnx/graph/summarize.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import { soundModel, withGraph } from '../models.ts'
import { resnet50 } from './resnet.ts'

type Dims = readonly (number | string)[]

/** One node on inputs of these sizes. */
function single(
  operator: string,
  inputs: readonly Dims[],
  output: Dims,
  attributes: Record<string, AttributeValue> = {},
): Model {
  const names = inputs.map((_, index) => `x${index}`)
  return buildModel({
    opset: 20,
    graph: buildGraph({
      inputs: inputs.map((dims, index) => value(`x${index}`, 'float32', dims)),
      outputs: [value('y', 'float32', output)],
      nodes: [node(operator, names, ['y'], { name: 'n', attributes })],
    }),
  })
}

/** A window of 3 × 3 that leaves the sides as they are. */
const padded = { pads: [1, 1, 1, 1] }

function first(model: Model) {
  return costOf(inferTypes(model)).nodes[0]
}

describe('FLOPs and bytes of a node', () => {
  test.each<[string, readonly Dims[], Dims, number, Record<string, AttributeValue>?]>([
    // 64 kernels of 3 × 3 × 3 at 224 × 224 places, each product with its addition, and a bias.
    ['Conv', [[1, 3, 224, 224], [64, 3, 3, 3], [64]], [1, 64, 224, 224], 224 * 224 * 64 * (2 * 27 + 1), padded],
    // Depthwise: each kernel sees one channel.
    [
      'Conv',
      [
        [1, 32, 8, 8],
        [32, 1, 3, 3],
      ],
      [1, 32, 8, 8],
      8 * 8 * 32 * 2 * 9,
      { ...padded, group: 32 },
    ],
    [
      'ConvTranspose',
      [
        [1, 8, 4, 4],
        [8, 3, 2, 2],
      ],
      [1, 3, 8, 8],
      2 * 8 * 4 * 4 * 3 * 2 * 2,
      { strides: [2, 2] },
    ],
    [
      'MatMul',
      [
        [5, 2, 3],
        [3, 4],
      ],
      [5, 2, 4],
      2 * 5 * 2 * 3 * 4,
    ],
    ['Gemm', [[3, 2], [3, 4], [4]], [2, 4], 2 * 2 * 3 * 4 + 2 * 4, { transA: 1 }],
    [
      'Einsum',
      [
        [2, 3, 4],
        [2, 4, 5],
      ],
      [2, 3, 5],
      2 * 2 * 3 * 4 * 5,
      { equation: 'bij, bjk -> bik' },
    ],
    ['MaxPool', [[1, 4, 8, 8]], [1, 4, 4, 4], 64 * 4, { kernel_shape: [2, 2], strides: [2, 2] }],
    // One direction of 4 gates, I = 3, H = 5, over 7 steps of 2 examples.
    [
      'LSTM',
      [
        [7, 2, 3],
        [1, 20, 3],
        [1, 20, 5],
      ],
      [7, 1, 2, 5],
      7 * 2 * 20 * (6 + 10 + 5),
    ],
    [
      'Attention',
      [
        [1, 2, 3, 8],
        [1, 2, 5, 8],
        [1, 2, 5, 8],
      ],
      [1, 2, 3, 8],
      2 * 3 * 5 * (16 + 16 + 16),
    ],
    ['Add', [[2, 3], [3]], [2, 3], 6],
    ['Softmax', [[2, 3]], [2, 3], 15 * 6],
    ['Transpose', [[2, 3]], [3, 2], 0],
  ])('%s', (operator, inputs, output, flops, attributes = {}) => {
    expect(first(single(operator, inputs, output, attributes))?.flops).toBe(flops)
  })

  test('bytes are those of all it reads and writes, each once', () => {
    expect(
      first(
        single(
          'MatMul',
          [
            [5, 2, 3],
            [3, 4],
          ],
          [5, 2, 4],
        ),
      )?.bytes,
    ).toBe(4 * (30 + 12 + 40))
    expect(first(single('Gather', [[1000, 8], [3]], [3, 8]))?.bytes).toBe(4 * (24 + 24 + 3))
    expect(first(single('Reshape', [[2, 3], [1]], [6]))?.bytes).toBe(0)
  })

  test('what is not known is not counted, and said to be unknown', () => {
    const { total, unknown } = costOf(inferTypes(single('Add', [['N', 3], [3]], ['N', 3])))
    expect([total, unknown]).toEqual([{ nodes: 1, flops: 0, flopsKnown: 0, bytes: 0, bytesKnown: 0 }, { Add: 1 }])
    expect(costOf(inferTypes(single('Riddle', [[3]], [3]))).unknown).toEqual({ Riddle: 1 })
  })

  test('sizes given for an input hold for its symbols everywhere', () => {
    const shapes = new Map([['x0', [4, 3]]])
    expect(costOf(inferTypes(single('Add', [['N', 3], [3]], ['N', 3]), { shapes })).total.flops).toBe(12)
  })

  test('a branch counts for itself and not in the total', () => {
    const branch = buildGraph({
      inputs: [],
      outputs: [value('z', 'float32', [2])],
      nodes: [node('Relu', ['k'], ['z'])],
      weights: [tensor('k', 'float32', [2], new Float32Array(2))],
    })
    const graph = { then_branch: { graph: branch }, else_branch: { graph: branch } }
    const model = withGraph({ node: [node('If', ['c'], ['y'], { attributes: graph })], initializer: [] })
    const { nodes, total, unknown } = costOf(inferTypes(model))
    expect([total.nodes, total.flops, unknown]).toEqual([1, 0, { If: 1 }])
    expect(nodes.map(({ flops, nested }) => [flops, nested])).toEqual([
      [undefined, false],
      [2, true],
      [2, true],
    ])
  })
})

describe('ResNet-50', () => {
  const model = resnet50()
  const { total } = costOf(inferTypes(model))

  test('takes what torchvision publishes: 4.09 G multiply-adds, 25.6 M parameters', () => {
    // docs.pytorch.org, ResNet50_Weights: 25,557,032 parameters with 26,560 pairs of scales and shifts, and GFLOPS 4.09.
    expect(total.flopsKnown).toBe(total.nodes)
    expect(total.flops / 2e9).toBeGreaterThan(4.085)
    expect(total.flops / 2e9).toBeLessThan(4.13)
    expect(summarize(model, 0).parameters).toBe(25_557_032 - 26_560)
  })

  test('the roofline tells which limit holds, and adds up', () => {
    const device = { name: 'd', peak: 1e12, bandwidth: 100e9, source: 'made up' }
    const { nodes, ms, arithmeticMs, ridge } = rooflineOf(costOf(inferTypes(model)), device)
    expect(ridge).toBe(10)
    expect(nodes.find(({ operator }) => operator === 'Relu')).toMatchObject({ bound: 'memory', intensity: 1 / 8 })
    expect(nodes[0]).toMatchObject({ operator: 'Conv', bound: 'compute' })
    expect(nodes.find(({ operator }) => operator === 'Gemm')?.bound).toBe('memory')
    expect(arithmeticMs).toBeCloseTo(total.flops / 1e9, 9)
    expect(ms).toBeGreaterThan(arithmeticMs)
  })
})

describe('sizes', () => {
  test('tensors and the operators that take them, the largest first, and what is there twice', () => {
    const graph = soundModel().graph as Graph
    const large = (name: string) => tensor(name, 'float32', [300], new Float32Array(300))
    const { tensors, operators, duplicates } = sizesOfModel(
      withGraph({ initializer: [...graph.initializer, large('one'), large('two')] }),
    )
    expect(tensors.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['one', 1200],
      ['two', 1200],
      ['w', 24],
      ['b', 8],
    ])
    expect(operators).toEqual([
      { operator: 'taken by none of its graph', bytes: 2400, tensors: 2 },
      { operator: 'MatMul', bytes: 24, tensors: 1 },
      { operator: 'Add', bytes: 8, tensors: 1 },
    ])
    expect(duplicates).toEqual([{ names: ['one', 'two'], savedBytes: 1200 }])
  })
})
