import { type Scope, scopesOf } from '../check/scopes.ts'
import { constantOf } from '../diff/signature.ts'
import type { Inference, InferOptions, InferredScope, ValueType } from '../infer/types.ts'
import type { Model, ValueInfo } from '../messages.ts'

/**
 * What a model itself declares of its values: inputs, outputs, intermediate values that have a declaration, and constants.
 * Sizes given for inputs take the place of what is declared, and of the symbols they stand for everywhere.
 */
export function declaredTypes(model: Model, { shapes = new Map() }: InferOptions = {}): Inference {
  const symbols = symbolsOf(model, shapes)
  return { scopes: scopesOf(model).map((scope) => declaredIn(scope, symbols, shapes)), problems: [] }
}

function declaredIn(scope: Scope, symbols: ReadonlyMap<string, number>, shapes: Shapes): InferredScope {
  const types = new Map<string, ValueType>()
  const { graph } = scope
  for (const value of [...(graph?.valueInfo ?? []), ...(graph?.output ?? []), ...(graph?.input ?? [])]) {
    const type = typeOf(value, symbols)
    if (type !== undefined) types.set(value.name, type)
  }
  if (scope.path === 'graph') {
    for (const [name, dims] of shapes) {
      const known = types.get(name)
      if (known?.kind === 'tensor') types.set(name, { ...known, dims })
    }
  }
  for (const tensor of graph?.initializer ?? [])
    types.set(tensor.name, { kind: 'tensor', element: tensor.dataType, dims: tensor.dims })
  for (const node of scope.nodes) {
    const tensor = constantOf(node)
    if (tensor !== undefined)
      types.set(node.output[0] ?? '', { kind: 'tensor', element: tensor.dataType, dims: tensor.dims })
  }
  return { scope, types }
}

type Shapes = ReadonlyMap<string, readonly number[]>

/** What the symbols of inputs are where sizes are given for these. */
function symbolsOf(model: Model, shapes: Shapes): Map<string, number> {
  const symbols = new Map<string, number>()
  for (const input of model.graph?.input ?? []) {
    for (const [axis, dim] of (input.type?.tensorType?.shape?.dim ?? []).entries()) {
      const size = shapes.get(input.name)?.[axis]
      if (dim.dimParam !== '' && size !== undefined) symbols.set(dim.dimParam, size)
    }
  }
  return symbols
}

function typeOf({ type }: ValueInfo, symbols: ReadonlyMap<string, number>): ValueType | undefined {
  const tensor = type?.tensorType
  if (tensor === undefined) return undefined
  const dims = tensor.shape?.dim.map((dim) => dim.dimValue ?? symbols.get(dim.dimParam) ?? (dim.dimParam || undefined))
  return { kind: 'tensor', element: tensor.elemType, dims }
}
