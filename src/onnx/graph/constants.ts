import type { Attribute, Graph, Model, OnnxTensor, SparseTensor } from '../format/messages.ts'
import { graphScope, nodePath, type Scope, scopesOf, withNested } from './scopes.ts'
import { constantOf } from './signature.ts'
import { graphsIn } from './walk.ts'

/** Every constant of a model with its path: initialisers, dense and sparse, and tensors in attributes, defaults of functions included. */
export function constantsOf(model: Model): [where: string, tensor: OnnxTensor][] {
  return [
    ...constantsIn(scopesOf(model)),
    ...defaultsOf(model).flatMap(([where, attribute]) => tensorsIn(attribute).map((tensor) => named(where, tensor))),
  ]
}

/** Every tensor that a model has anywhere, those included that no runtime loads: in training graphs, in graphs that are defaults. */
export function tensorsAnywhere(model: Model): [where: string, tensor: OnnxTensor][] {
  const training = model.trainingInfo.flatMap(({ initialization, algorithm }, at): [string, Graph | undefined][] => [
    [`training ${at}/initialization`, initialization],
    [`training ${at}/algorithm`, algorithm],
  ])
  const defaults = defaultsOf(model).flatMap(([where, attribute]) =>
    graphsIn(attribute).map((graph): [string, Graph] => [where, graph]),
  )
  const scopes = [...training, ...defaults].flatMap(([where, graph]) =>
    graph === undefined ? [] : [graphScope(graph, where, model.opsetImport)],
  )
  return [...constantsOf(model), ...constantsIn(withNested(scopes))]
}

function defaultsOf(model: Model): [where: string, attribute: Attribute][] {
  return model.functions.flatMap((body) =>
    body.attributeProto.map((attribute): [string, Attribute] => [
      `function ${body.name}/attribute ${attribute.name}`,
      attribute,
    ]),
  )
}

function constantsIn(scopes: readonly Scope[]): [where: string, tensor: OnnxTensor][] {
  return scopes.flatMap((scope) => [
    ...initializersOf(scope).map((tensor) => named(`${scope.path}/initializer ${tensor.name}`, tensor)),
    ...scope.nodes.flatMap((node, index) =>
      node.attribute.flatMap((attribute) =>
        tensorsIn(attribute).map((tensor) => named(`${nodePath(scope, node, index)}/${attribute.name}`, tensor)),
      ),
    ),
  ])
}

function initializersOf({ graph }: Scope): OnnxTensor[] {
  return [...(graph?.initializer ?? []), ...(graph?.sparseInitializer ?? []).flatMap(partsOf)]
}

function tensorsIn({ t, tensors, sparseTensor, sparseTensors }: Attribute): OnnxTensor[] {
  const sparse = [...(sparseTensor === undefined ? [] : [sparseTensor]), ...sparseTensors]
  return [...(t === undefined ? [] : [t]), ...tensors, ...sparse.flatMap(partsOf)]
}

function partsOf({ values, indices }: SparseTensor): OnnxTensor[] {
  return [values, indices].filter((tensor) => tensor !== undefined)
}

function named(where: string, tensor: OnnxTensor): [string, OnnxTensor] {
  return [where, tensor]
}

/** A constant that nodes take by name. Of a sparse one these are its values. */
export interface Weight {
  /** With the path of its graph in front where that is nested. */
  readonly name: string
  /** What nodes of its scope call it. */
  readonly value: string
  readonly scope: Scope
  readonly tensor: OnnxTensor
}

/** The weights of a model: initialisers of all graphs, and the constants of Constant nodes, where some exporters keep them all. */
export function weightsOf(model: Model): Weight[] {
  return scopesOf(model).flatMap((scope) => {
    const weight = (value: string, tensor: OnnxTensor | undefined): Weight[] =>
      tensor === undefined
        ? []
        : [{ name: scope.path === 'graph' ? value : `${scope.path}/${value}`, value, scope, tensor }]
    return [
      ...(scope.graph?.initializer ?? []).flatMap((tensor) => weight(tensor.name, tensor)),
      ...(scope.graph?.sparseInitializer ?? []).flatMap(({ values }) => weight(values?.name ?? '', values)),
      ...scope.nodes.flatMap((node) => weight(node.output[0] ?? '', constantOf(node))),
    ]
  })
}
