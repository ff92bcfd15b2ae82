import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writtenModel } from '../../src/onnx/format/index.ts'
import type { Node, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { createRandom } from '../../src/stats/random.ts'

export interface BenchModel {
  readonly id: string
  readonly what: string
  /** Width of a layer, and how many layers there are. Each has width² weights of four bytes. */
  readonly width: number
  readonly layers: number
}

/** Chains of fully connected layers with shape arithmetic in between, as large as real models. */
export const benchModels: readonly BenchModel[] = [
  { id: '90 MB', what: '90 layers of 500 × 500', width: 500, layers: 90 },
  { id: '500 MB', what: '125 layers of 1000 × 1000', width: 1000, layers: 125 },
  { id: '50,000 nodes', what: '12,500 layers of 4 × 4', width: 4, layers: 12_500 },
]

/** Path of the model's file; made when it is not there. */
export function fileOf({ id, width, layers }: BenchModel): string {
  const file = path.resolve('.build', 'onnx', `${id.replace(/\W+/g, '-')}.onnx`)
  if (existsSync(file)) return file
  mkdirSync(path.dirname(file), { recursive: true })
  const random = createRandom(1)
  const scale = Math.sqrt(2 / width)
  // One layer of random numbers, turned by one place from layer to layer: all weights differ, and making them is quick.
  const pool = Float32Array.from({ length: width * width + layers }, () => scale * (2 * random.uniform() - 1))
  const nodes: Node[] = []
  const weights: OnnxTensor[] = []
  for (let layer = 0; layer < layers; layer++) {
    weights.push(tensor(`w${layer}`, 'float32', [width, width], pool.subarray(layer, layer + width * width)))
    weights.push(tensor(`b${layer}`, 'float32', [width], pool.subarray(layer, layer + width)))
    const input = layer === 0 ? 'x' : `h${layer}`
    nodes.push(
      node('MatMul', [input, `w${layer}`], [`m${layer}`], { name: `matmul_${layer}` }),
      node('Add', [`m${layer}`, `b${layer}`], [`a${layer}`], { name: `add_${layer}` }),
      node('Relu', [`a${layer}`], [`r${layer}`], { name: `relu_${layer}` }),
      node('Identity', [`r${layer}`], [layer === layers - 1 ? 'y' : `h${layer + 1}`], { name: `identity_${layer}` }),
    )
  }
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['batch', width])],
    outputs: [value('y', 'float32', ['batch', width])],
    nodes,
    weights,
  })
  writeFileSync(file, '')
  for (const piece of writtenModel(buildModel({ opset: 17, graph })).pieces) writeFileSync(file, piece, { flag: 'a' })
  return file
}
