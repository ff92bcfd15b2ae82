import type { ModelSummary } from '../../core/products/index.ts'
import { sizeOf } from '../../core/tensor.ts'
import type { Model, Node, OnnxTensor } from '../format/messages.ts'
import { interfaceOf, interfaceValue } from './interface.ts'
import { graphsOf, nodesOf } from './walk.ts'

/**
 * A model in figures. Nodes and parameters of nested graphs count; constants that stand in nodes count as parameters too,
 * because some exporters keep all weights there.
 * @param bytes size of the model on disk, external data included
 */
export function summarize(model: Model, bytes: number): ModelSummary {
  const nodes = nodesOf(model)
  const { inputs, outputs } = interfaceOf(model)
  return {
    irVersion: model.irVersion ?? 0,
    opset: Object.fromEntries(model.opsetImport.map((set) => [set.domain || 'ai.onnx', set.version ?? 0])),
    producer: `${model.producerName} ${model.producerVersion}`.trim(),
    nodes: nodes.length,
    operators: countOperators(nodes),
    parameters: weightsOf(model).reduce((sum, tensor) => sum + sizeOf(tensor.dims), 0),
    bytes,
    inputs: inputs.map(interfaceValue),
    outputs: outputs.map(interfaceValue),
  }
}

function countOperators(nodes: readonly Node[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const name = node.domain === '' || node.domain === 'ai.onnx' ? node.opType : `${node.domain}.${node.opType}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

/** The tensors that hold a model's weights: initialisers of all graphs, and the values of Constant nodes. */
export function weightsOf(model: Model): OnnxTensor[] {
  const graphs = graphsOf(model)
  const constants = nodesOf(model).filter((node) => node.opType === 'Constant')
  return [
    ...graphs.flatMap((graph) => graph.initializer),
    ...graphs.flatMap((graph) => graph.sparseInitializer.flatMap((sparse) => sparse.values ?? [])),
    ...constants.flatMap((node) => node.attribute.flatMap((attribute) => attribute.t ?? [])),
  ]
}
