import { readFileSync } from 'node:fs'
import type { Graph, Model, ModelFunction } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'

/** A model that is right in every respect: `y = relu(x · w + b)`, x float32 [N, 3]. Tests break one thing at a time. */
export function soundModel(): Model {
  return buildModel({
    opset: 17,
    producerVersion: '1.2.3',
    metadata: { version: '1.0.0' },
    graph: buildGraph({
      inputs: [value('x', 'float32', ['N', 3])],
      outputs: [value('y', 'float32', ['N', 2])],
      nodes: [
        node('MatMul', ['x', 'w'], ['xw'], { name: 'product' }),
        node('Add', ['xw', 'b'], ['sum'], { name: 'sum' }),
        node('Relu', ['sum'], ['y'], { name: 'relu' }),
      ],
      weights: [
        tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 2, 0, 3)),
        tensor('b', 'float32', [2], Float32Array.of(0.25, -0.25)),
      ],
    }),
  })
}

/** The sound model with another graph. */
export function withGraph(change: Partial<Graph>, model: Model = soundModel()): Model {
  return { ...model, graph: { ...(model.graph as Graph), ...change } }
}

/** One of the models of the quickstart. */
export function digitsBytes(file: 'digits-1.0.0' | 'digits-candidate' | 'digits-regression'): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../pipelines/digits/${file}.onnx`, import.meta.url)))
}

/**
 * A model that calls F0, the first of its functions. `calls`: which functions each of them calls, one after the other; `Relu` is the
 * standard's operator.
 */
export function modelOfFunctions(calls: readonly (readonly string[])[]): Model {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [2])],
    outputs: [value('y', 'float32', [2])],
    nodes: [node('F0', ['x'], ['y'], { domain: 'local' })],
  })
  const model = buildModel({ opset: 17, domains: { local: 1 }, graph })
  return { ...model, functions: calls.map((callees, at) => functionThatCalls(`F${at}`, callees)) }
}

/** Each of `count` functions calls the next one twice, so that the last is called 2^count times. */
export function doublingFunctions(count: number): Model {
  const calls = Array.from({ length: count }, (_, at) => [`F${at + 1}`, `F${at + 1}`])
  return modelOfFunctions([...calls, ['Relu']])
}

function functionThatCalls(name: string, callees: readonly string[]): ModelFunction {
  return {
    name,
    domain: 'local',
    input: ['a'],
    output: [`o${callees.length - 1}`],
    attribute: [],
    node: callees.map((callee, at) =>
      node(callee, [at === 0 ? 'a' : `o${at - 1}`], [`o${at}`], { domain: callee === 'Relu' ? '' : 'local' }),
    ),
    docString: '',
    opsetImport: [
      { domain: '', version: 17 },
      { domain: 'local', version: 1 },
    ],
    attributeProto: [],
    valueInfo: [],
    overload: '',
    metadataProps: [],
  }
}
