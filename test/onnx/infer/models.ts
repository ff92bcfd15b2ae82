import type { Model, Node, OnnxTensor, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, tensor } from '../../../src/onnx/graph/build.ts'
import { inferTypes, type TensorValue, type TypeProblem } from '../../../src/onnx/infer/index.ts'

export interface Parts {
  readonly inputs: readonly ValueInfo[]
  readonly nodes: readonly Node[]
  readonly weights?: readonly OnnxTensor[]
  readonly outputs?: readonly ValueInfo[]
  readonly opset?: number
}

export function modelOf({ inputs, nodes, weights = [], outputs = [], opset = 21 }: Parts): Model {
  return buildModel({
    opset,
    domains: { 'com.microsoft': 1, 'ai.onnx.ml': 4 },
    graph: buildGraph({ inputs, outputs, nodes, weights }),
  })
}

/** What is inferred of a tensor of the main graph. */
export function inferred(parts: Parts, name = 'y'): TensorValue {
  return typesOf(parts).get(name) as TensorValue
}

export function typesOf(parts: Parts): ReadonlyMap<string, unknown> {
  const main = inferTypes(modelOf(parts)).scopes.find(({ scope }) => scope.path === 'graph')
  return main?.types ?? new Map()
}

export function problemsOf(parts: Parts): readonly TypeProblem[] {
  return inferTypes(modelOf(parts)).problems
}

/** A constant list of whole numbers. */
export function int64s(name: string, list: readonly number[]): OnnxTensor {
  return tensor(name, 'int64', [list.length], BigInt64Array.from(list, BigInt))
}

/** A constant whole number without a dimension. */
export function int64(name: string, number: number): OnnxTensor {
  return tensor(name, 'int64', [], BigInt64Array.of(BigInt(number)))
}
