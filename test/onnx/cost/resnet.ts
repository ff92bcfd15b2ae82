import type { Model, Node, OnnxTensor, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'

/**
 * ResNet-50 as torchvision builds it (version 1.5: the stride of a block stands in its 3 × 3 convolution), for one image of
 * 224 × 224, with no elements in its weights.
 */
export function resnet50(): Model {
  const nodes: Node[] = []
  const weights: OnnxTensor[] = []
  const values: ValueInfo[] = []
  const shapes = new Map<string, readonly number[]>([['x', [1, 3, 224, 224]]])
  const give = (one: Node, dims: readonly number[]): string => {
    const name = one.output[0] as string
    nodes.push(one)
    shapes.set(name, dims)
    values.push(value(name, 'float32', dims))
    return name
  }
  const weight = (dims: readonly number[]): string => {
    const name = `w${weights.length}`
    weights.push(tensor(name, 'float32', dims, new Float32Array()))
    return name
  }
  const next = (): string => `v${nodes.length}`
  const conv = (x: string, out: number, kernel: number, stride = 1): string => {
    const [, channels, side] = shapes.get(x) as [number, number, number]
    const w = weight([out, channels, kernel, kernel])
    const attributes = { strides: [stride, stride], pads: Array(4).fill((kernel - 1) / 2) }
    return give(node('Conv', [x, w, weight([out])], [next()], { attributes }), [1, out, side / stride, side / stride])
  }
  const same = (operator: string, inputs: readonly string[]): string =>
    give(node(operator, inputs, [next()]), shapes.get(inputs[0] as string) as number[])
  const block = (x: string, width: number, stride: number, projects: boolean): string => {
    const a = same('Relu', [conv(x, width, 1)])
    const b = same('Relu', [conv(a, width, 3, stride)])
    const c = conv(b, 4 * width, 1)
    return same('Relu', [same('Add', [c, projects ? conv(x, 4 * width, 1, stride) : x])])
  }
  let x = same('Relu', [conv('x', 64, 7, 2)])
  x = give(
    node('MaxPool', [x], [next()], { attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] } }),
    [1, 64, 56, 56],
  )
  for (const [stage, blocks] of [3, 4, 6, 3].entries())
    for (let at = 0; at < blocks; at++) x = block(x, 64 * 2 ** stage, at === 0 && stage > 0 ? 2 : 1, at === 0)
  x = give(node('GlobalAveragePool', [x], [next()]), [1, 2048, 1, 1])
  x = give(node('Flatten', [x], [next()]), [1, 2048])
  nodes.push(node('Gemm', [x, weight([1000, 2048]), weight([1000])], ['y'], { attributes: { transB: 1 } }))
  const [input, output] = [value('x', 'float32', [1, 3, 224, 224]), value('y', 'float32', [1, 1000])]
  const graph = buildGraph({ inputs: [input], outputs: [output], nodes, weights })
  return buildModel({ opset: 17, graph: { ...graph, valueInfo: values } })
}
