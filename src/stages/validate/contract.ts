import type { Finding } from '../../core/products/index.ts'
import { diffInterface } from '../../onnx/diff/index.ts'
import type { Model, ValueInfo } from '../../onnx/format/index.ts'
import { buildGraph, buildModel, value } from '../../onnx/graph/index.ts'
import type { Contract } from './settings.ts'

/** That callers who keep to the contract can use the model: anything that would break them is an error. */
export function checkContract(contract: Contract, model: Model): Finding[] {
  const { change, reasons } = diffInterface(contractModel(contract, model), model)
  return reasons.map((reason) => ({
    severity: change === 'breaking' ? 'error' : 'note',
    code: change === 'breaking' ? 'contract-broken' : 'contract-extended',
    where: 'interface',
    message: `Against the contract, ${reason}.`,
    hint: 'Export the model with these names, types and shapes, or change `contract:` with its callers.',
  }))
}

/** A model that has the interface of a contract and nothing else. */
function contractModel({ inputs, outputs }: Contract, { opsetImport }: Model): Model {
  const values = (declared: Contract['inputs']): ValueInfo[] =>
    Object.entries(declared).map(([name, { type, dims }]) => value(name, type, dims))
  const graph = buildGraph({ inputs: values(inputs), outputs: values(outputs), nodes: [] })
  return { ...buildModel({ graph, opset: 1 }), opsetImport }
}
