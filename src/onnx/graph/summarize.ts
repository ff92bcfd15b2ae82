import type { ModelSummary } from '../../core/products/index.ts'
import type { Model, Node } from '../format/messages.ts'
import { parametersOf } from './constants.ts'
import { interfaceOf, interfaceValue } from './interface.ts'
import { isStandard, standardDomain } from './scopes.ts'
import { nodesOf } from './walk.ts'

/**
 * A model in figures. Nodes of nested graphs count.
 * @param bytes size of the model on disk, external data included
 */
export function summarize(model: Model, bytes: number): ModelSummary {
  const nodes = nodesOf(model)
  const { inputs, outputs } = interfaceOf(model)
  return {
    irVersion: model.irVersion ?? 0,
    opset: Object.fromEntries(model.opsetImport.map((set) => [standardDomain(set.domain), set.version ?? 0])),
    producer: `${model.producerName} ${model.producerVersion}`.trim(),
    nodes: nodes.length,
    operators: countOperators(nodes),
    parameters: parametersOf(model),
    bytes,
    inputs: inputs.map(interfaceValue),
    outputs: outputs.map(interfaceValue),
  }
}

function countOperators(nodes: readonly Node[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const name = isStandard(node.domain) ? node.opType : `${node.domain}.${node.opType}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
