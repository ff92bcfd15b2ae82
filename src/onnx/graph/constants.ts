import { sizeOf } from '../../core/tensor.ts'
import type { Attribute, Graph, Model, OnnxTensor, SparseTensor } from '../format/messages.ts'
import { graphScope, nodePath, type Scope, scopesOf, withNested } from './scopes.ts'
import { constantOf, isConstant } from './signature.ts'
import { graphsIn } from './walk.ts'

type Constants = readonly (readonly [where: string, tensor: OnnxTensor])[]

const known = new WeakMap<Model, Constants>()

/**
 * Every constant of a model with its path: initialisers, dense and sparse, and tensors in attributes, defaults of functions included.
 * Found once: several checks ask for them.
 */
export function constantsOf(model: Model): Constants {
  const constants = known.get(model) ?? foundConstants(model)
  known.set(model, constants)
  return constants
}

function foundConstants(model: Model): Constants {
  return [
    ...constantsIn(scopesOf(model)),
    ...defaultsOf(model).flatMap(([where, attribute]) => tensorsIn(attribute).map((tensor) => named(where, tensor))),
  ]
}

/** Every tensor that a model has anywhere, those included that no runtime loads: in training graphs, in graphs that are defaults. */
export function tensorsAnywhere(model: Model): Constants {
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
  return scopes.length === 0 ? constantsOf(model) : [...constantsOf(model), ...constantsIn(withNested(scopes))]
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
  const found: [string, OnnxTensor][] = []
  for (const scope of scopes) {
    for (const tensor of initializersOf(scope)) found.push([`${scope.path}/initializer ${tensor.name}`, tensor])
    scope.nodes.forEach((node, index) => {
      if (node.attribute.length === 0) return
      for (const attribute of node.attribute)
        for (const tensor of tensorsIn(attribute))
          found.push([`${nodePath(scope, node, index)}/${attribute.name}`, tensor])
    })
  }
  return found
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

/**
 * Elements of all weights of a model: of its initialisers, of tensors in nodes and in defaults of functions, and of the lists of
 * numbers in nodes, where some exporters keep weights and all operators of classical machine learning do. Of a sparse tensor its
 * values count. Whole numbers in a list count in a Constant alone: elsewhere they are structure, such as the kernel of a Conv.
 */
export function parametersOf(model: Model): number {
  const inScopes = scopesOf(model).flatMap((scope) => [
    ...(scope.graph?.initializer ?? []).map(sizeOfTensor),
    ...(scope.graph?.sparseInitializer ?? []).map(({ values }) => sizeOfTensor(values)),
    ...scope.nodes.flatMap((node) => node.attribute.map((attribute) => numbersIn(attribute, isConstant(node)))),
  ])
  const inDefaults = defaultsOf(model).map(([, attribute]) => numbersIn(attribute, false))
  return [...inScopes, ...inDefaults].reduce((sum, count) => sum + count, 0)
}

function numbersIn(attribute: Attribute, isOfConstant: boolean): number {
  const { t, tensors, sparseTensor, sparseTensors, floats, f, ints, i, s, strings } = attribute
  const dense = [...(t === undefined ? [] : [t]), ...tensors]
  const sparse = [...(sparseTensor === undefined ? [] : [sparseTensor]), ...sparseTensors]
  const listed = isOfConstant
    ? [f, i, s].filter((one) => one !== undefined).length + (ints?.length ?? 0) + strings.length
    : 0
  return [...dense, ...sparse.map(({ values }) => values)].reduce(
    (sum, tensor) => sum + sizeOfTensor(tensor),
    (floats?.length ?? 0) + listed,
  )
}

function sizeOfTensor(tensor: OnnxTensor | undefined): number {
  return tensor === undefined ? 0 : sizeOf(tensor.dims)
}
