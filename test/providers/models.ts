import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { createRandom } from '../../src/stats/random.ts'

/**
 * A small convolutional classifier with seeded random weights: `x` float32[1, 1, 28, 28] → `scores` float32[1, 10]. With
 * `last`, an operator without attributes such as `Hardmax` stands at its end.
 */
export function convolutional({ last }: { readonly last?: string } = {}): Uint8Array {
  const random = createRandom(7)
  const weights = (name: string, dims: readonly number[]) =>
    tensor(
      name,
      'float32',
      dims,
      Float32Array.from({ length: dims.reduce((all, dim) => all * dim) }, () => random.uniform() - 0.5),
    )
  const padded = { attributes: { pads: [1, 1, 1, 1] } }
  const nodes = [
    node('Conv', ['x', 'w1'], ['c1'], { name: 'conv1', ...padded }),
    node('Relu', ['c1'], ['r1'], { name: 'relu1' }),
    node('MaxPool', ['r1'], ['p1'], { name: 'pool1', attributes: { kernel_shape: [2, 2], strides: [2, 2] } }),
    node('Conv', ['p1', 'w2'], ['c2'], { name: 'conv2', ...padded }),
    node('Relu', ['c2'], ['r2'], { name: 'relu2' }),
    node('GlobalAveragePool', ['r2'], ['g'], { name: 'pool2' }),
    node('Flatten', ['g'], ['f'], { name: 'flat' }),
    node('MatMul', ['f', 'w3'], [last === undefined ? 'scores' : 'm'], { name: 'dense' }),
    ...(last === undefined ? [] : [node(last, ['m'], ['scores'], { name: 'last' })]),
  ]
  const graph = buildGraph({
    inputs: [value('x', 'float32', [1, 1, 28, 28])],
    outputs: [value('scores', 'float32', [1, 10])],
    nodes,
    weights: [weights('w1', [8, 1, 3, 3]), weights('w2', [16, 8, 3, 3]), weights('w3', [16, 10])],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}

/** One operator without attributes: `x` float32[1, 10] → `scores` float32[1, 10]. */
export function alone(operator: string): Uint8Array {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [1, 10])],
    outputs: [value('scores', 'float32', [1, 10])],
    nodes: [node(operator, ['x'], ['scores'], { name: 'only' })],
  })
  return writeModel(buildModel({ graph, opset: 17 }))
}
