import { sha256 } from '../../core/json.ts'
import { sizeOf } from '../../core/tensor.ts'
import type { Attribute, Graph, Node, OnnxTensor } from '../format/messages.ts'
import { elementType } from '../tensors/element-types.ts'
import { elementsOf } from '../tensors/elements.ts'
import { isStandard } from './scopes.ts'
import { graphsIn, subgraphsOf } from './walk.ts'

/** A node by its operator: `Conv`, or with a domain that is not the standard's `com.microsoft.FusedConv`. */
export function operatorOf({ domain, opType, overload }: Node): string {
  const name = isStandard(domain) ? opType : `${domain}.${opType}`
  return overload === '' ? name : `${name}:${overload}`
}

/** The constant that a Constant node holds, or undefined where it holds numbers or texts of its own. */
export function constantOf(node: Node): OnnxTensor | undefined {
  return isConstant(node) ? node.attribute.find((attribute) => attribute.t !== undefined)?.t : undefined
}

export function isConstant(node: Node): boolean {
  return node.opType === 'Constant' && isStandard(node.domain)
}

/** Up to this many integers are a shape, axes or indices: part of the structure rather than weights. */
const structural = 64

/**
 * What a constant is to the structure: element type and dims; of a few 64-bit or 32-bit integers, booleans or texts the
 * content too, since a Reshape to another shape is another node.
 */
export function constantSignature(tensor: OnnxTensor): string {
  const type = elementType(tensor.dataType)?.name ?? String(tensor.dataType)
  const shape = `${type}[${tensor.dims.join(',')}]`
  const isStructural = ['int64', 'int32', 'bool', 'string'].includes(type) && sizeOf(tensor.dims) <= structural
  const elements = isStructural ? elementsOf(tensor) : undefined
  return elements === undefined ? shape : `${shape}=${JSON.stringify([...elements].map(String))}`
}

/** The attributes of a node in the order of their names, nested graphs by their own structure. Names of values play no part. */
export function attributesSignature(node: Node): string {
  if (node.attribute.length === 0) return ''
  return [...node.attribute]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((attribute) => `${JSON.stringify(attribute.name)}=${attributeText(attribute)}`)
    .join(' ')
}

/** The value of an attribute as text: numbers and texts themselves, tensors by their signature, graphs by their structure. */
export function attributeText(attribute: Attribute): string {
  const { f, i, s, t, floats, ints, strings, refAttrName } = attribute
  const parts = [
    ...(f === undefined ? [] : [String(f)]),
    ...(i === undefined ? [] : [String(i)]),
    ...(s === undefined ? [] : [bytesText(s)]),
    ...[...(t === undefined ? [] : [t]), ...attribute.tensors].map(tensorText),
    ...(floats === undefined ? [] : [`[${floats.join(', ')}]`]),
    ...(ints === undefined ? [] : [`[${ints.join(', ')}]`]),
    ...(strings.length === 0 ? [] : [`[${strings.map(bytesText).join(', ')}]`]),
    ...graphsIn(attribute).map(graphSignature),
    ...(refAttrName === '' ? [] : [`@${refAttrName}`]),
  ]
  return parts.join(' ')
}

/** A tensor that is an attribute, such as what ConstantOfShape fills in, with its content where that is short. */
function tensorText(tensor: OnnxTensor): string {
  const elements = sizeOf(tensor.dims) <= structural ? elementsOf(tensor) : undefined
  return elements === undefined ? constantSignature(tensor) : `${constantSignature(tensor)} ${[...elements].join(', ')}`
}

/** The structure of a nested graph: what its nodes are and how they are wired; values from outside count as one. */
export function graphSignature(graph: Graph): string {
  const places = new Map<string, string>()
  for (const [index, value] of graph.input.entries()) places.set(value.name, `in${index}`)
  for (const tensor of graph.initializer) places.set(tensor.name, constantSignature(tensor))
  const nodes = graph.node.map((node, index) => {
    const constant = constantOf(node)
    if (constant !== undefined) {
      places.set(node.output[0] ?? '', constantSignature(constant))
      return ''
    }
    const inputs = node.input.map((name) => (name === '' ? '' : (places.get(name) ?? 'outer')))
    for (const [place, name] of node.output.entries()) places.set(name, `${index}.${place}`)
    return `${operatorOf(node)}(${inputs.join()}){${attributesSignature(node)}}`
  })
  const outputs = graph.output.map((value) => places.get(value.name) ?? 'outer')
  return `graph:${sha256([...nodes.filter((text) => text !== ''), ...outputs].join('\n'))}`
}

export function nestedNodes(node: Node): number {
  return subgraphsOf(node).reduce(
    (sum, graph) => sum + graph.node.reduce((inner, each) => inner + 1 + nestedNodes(each), 0),
    0,
  )
}

function bytesText(bytes: Uint8Array): string {
  return bytes.length <= 200 ? JSON.stringify(new TextDecoder().decode(bytes)) : sha256(bytes)
}
