import type { TensorType } from '../../../src/core/tensor.ts'
import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Node, OnnxTensor, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'

export { node, tensor, value }

/** What a model is made of. Its input is `x` float32[N, columns] and its output `scores` float32[N, …], unless it says otherwise. */
export interface Parts {
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly nodes: readonly Node[]
  readonly weights?: readonly OnnxTensor[]
  readonly opset?: number
  readonly domains?: Readonly<Record<string, number>>
}

export function model({ opset = 17, domains = {}, ...graph }: Parts): Uint8Array {
  return writeModel(buildModel({ opset, domains, graph: buildGraph(graph) }))
}

export type Matrix = readonly (readonly number[])[]

export function weights(name: string, matrix: Matrix): OnnxTensor {
  return tensor(name, 'float32', [matrix.length, matrix[0]?.length ?? 0], Float32Array.from(matrix.flat()))
}

export function vector(name: string, values: readonly number[]): OnnxTensor {
  return tensor(name, 'float32', [values.length], Float32Array.from(values))
}

export function scalar(name: string, number: number): OnnxTensor {
  return tensor(name, 'float32', [], Float32Array.of(number))
}

export function whole(name: string, numbers: readonly number[]): OnnxTensor {
  return tensor(name, 'int64', [numbers.length], BigInt64Array.from(numbers, BigInt))
}

/** So many columns, each given out as it came in. */
export function identity(size: number, factor = 1): number[][] {
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, at) => (at === row ? factor : 0)))
}

/** The identity, but for pairs of columns that change places: every example of these classes is taken for the other. */
export function swapped(size: number, ...pairs: readonly (readonly [number, number])[]): number[][] {
  const turned = identity(size)
  for (const [one, other] of pairs) [turned[one], turned[other]] = [turned[other] as number[], turned[one] as number[]]
  return turned
}

export function batch(columns: number, name = 'x', type: TensorType = 'float32'): ValueInfo {
  return value(name, type, ['N', columns])
}

export interface Scoring {
  readonly output?: string
  /** Nodes from `raw`, the scores of each class, to the output, and their weights; without them `raw` is the output. */
  readonly after?: (output: string) => { readonly nodes: readonly Node[]; readonly weights?: readonly OnnxTensor[] }
  readonly columns?: number
}

/** `x` times a matrix: one score for each of its columns. */
export function scoring(matrix: Matrix, { output = 'scores', after, columns }: Scoring = {}): Uint8Array {
  const last = after?.(output)
  return model({
    inputs: [batch(matrix.length)],
    outputs: [batch(columns ?? matrix[0]?.length ?? 0, output)],
    nodes: [node('MatMul', ['x', 'w'], [last === undefined ? output : 'raw']), ...(last?.nodes ?? [])],
    weights: [weights('w', matrix), ...(last?.weights ?? [])],
  })
}

/** Scores as probabilities: the softmax of `x` times a matrix. The larger the matrix, the surer. */
export function softmax(matrix: Matrix): Uint8Array {
  return scoring(matrix, { after: (output) => ({ nodes: [node('Softmax', ['raw'], [output])] }) })
}

/** The same times a factor, and at most 1: what adds up to more than probabilities do. */
export function inflated(matrix: Matrix, factor: number): Uint8Array {
  return scoring(matrix, {
    after: (output) => ({
      nodes: [
        node('Softmax', ['raw'], ['sure']),
        node('Mul', ['sure', 'factor'], ['more']),
        node('Min', ['more', 'one'], [output]),
      ],
      weights: [scalar('factor', factor), scalar('one', 1)],
    }),
  })
}

/** One number for each example: the sum of its columns, weighed. */
export function regression(
  columns: readonly number[],
  { bias = 0, type = 'float32' as 'float32' | 'float64' } = {},
): Uint8Array {
  const Values = type === 'float32' ? Float32Array : Float64Array
  return model({
    inputs: [batch(columns.length, 'x', type)],
    outputs: [batch(1, 'y', type)],
    nodes: [node('MatMul', ['x', 'w'], ['raw']), node('Add', ['raw', 'b'], ['y'])],
    weights: [
      tensor('w', type, [columns.length, 1], Values.from(columns)),
      tensor('b', type, [1], Values.from([bias])),
    ],
  })
}
