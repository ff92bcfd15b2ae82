import type { InterfaceValue } from '../../core/products/index.ts'
import type { Dimension, Model, ValueInfo } from '../format/messages.ts'
import { typeText } from '../tensors/element-types.ts'

/** An input or output. `dims` is undefined when not even their number is known. */
export interface Port {
  readonly name: string
  readonly type: string
  readonly dims: readonly (number | string)[] | undefined
  /** True for an input with a default: an initialiser of the same name. */
  readonly optional: boolean
}

export interface Interface {
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
}

/** What a caller sees of a model. Before IR version 4 every initialiser was listed among the inputs without being one. */
export function interfaceOf(model: Model): Interface {
  const graph = model.graph
  const initialized = new Set(graph?.initializer.map((tensor) => tensor.name))
  for (const sparse of graph?.sparseInitializer ?? []) initialized.add(sparse.values?.name ?? '')
  const listed = graph?.input ?? []
  const inputs = (model.irVersion ?? 0) < 4 ? listed.filter((value) => !initialized.has(value.name)) : listed
  return {
    inputs: inputs.map((value) => portOf(value, initialized.has(value.name))),
    outputs: (graph?.output ?? []).map((value) => portOf(value, false)),
  }
}

/** An input or output as products hold it; `...` stands for dimensions of which not even the number is known. */
export function interfaceValue(port: Port): InterfaceValue {
  return { name: port.name, type: port.type, dims: port.dims ?? ['...'] }
}

/** The inputs that every call has to give. */
export function requiredInputs(model: Model): InterfaceValue[] {
  return interfaceOf(model)
    .inputs.filter(({ optional }) => !optional)
    .map(interfaceValue)
}

function portOf(value: ValueInfo, optional: boolean): Port {
  const tensor = value.type?.tensorType ?? value.type?.sparseTensorType
  return { name: value.name, type: typeText(value.type), dims: tensor?.shape?.dim.map(dimOf), optional }
}

/** Some exporters write -1 for a size that is not known. */
function dimOf({ dimValue = -1, dimParam }: Dimension): number | string {
  return dimValue < 0 ? dimParam : dimValue
}
