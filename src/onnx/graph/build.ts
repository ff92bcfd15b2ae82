import type { TensorType } from '../../core/tensor.ts'
import { none } from '../format/fields.ts'
import type { Attribute, Entry, Graph, Model, Node, OnnxTensor, ValueInfo } from '../format/messages.ts'
import { elementTypes } from '../tensors/element-types.ts'

/** AttributeProto.AttributeType. */
export const attributeTypes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
} as const

/** What an attribute may be given as. A JavaScript number cannot say whether it is a float: `{ float: 1 }` does. */
export type AttributeValue =
  | bigint
  | number
  | string
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly tensor: OnnxTensor }
  | { readonly graph: Graph }
  | readonly number[]
  | readonly string[]

export interface ModelParts {
  readonly graph: Graph
  /** Version of the standard operators. */
  readonly opset: number
  /** Versions of other domains of operators. */
  readonly domains?: Readonly<Record<string, number>>
  readonly irVersion?: number
  readonly producer?: string
  readonly producerVersion?: string
  readonly metadata?: Readonly<Record<string, string>>
}

/** A model around a graph. IR version 8 by default: what runtimes of the last five years read. */
export function buildModel(parts: ModelParts): Model {
  return {
    irVersion: parts.irVersion ?? 8,
    producerName: parts.producer ?? 'airworthy',
    producerVersion: parts.producerVersion ?? '',
    domain: '',
    docString: '',
    graph: parts.graph,
    opsetImport: Object.entries({ '': parts.opset, ...parts.domains }).map(([domain, version]) => ({
      domain,
      version,
    })),
    metadataProps: entries(parts.metadata ?? {}),
    trainingInfo: none,
    functions: none,
  }
}

export interface GraphParts {
  readonly name?: string
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly nodes: readonly Node[]
  readonly weights?: readonly OnnxTensor[]
}

/** A graph; its nodes in an order in which they can run. */
export function buildGraph(parts: GraphParts): Graph {
  return {
    node: parts.nodes,
    name: parts.name ?? 'graph',
    initializer: parts.weights ?? none,
    docString: '',
    input: parts.inputs,
    output: parts.outputs,
    valueInfo: none,
    quantizationAnnotation: none,
    sparseInitializer: none,
    metadataProps: none,
  }
}

export interface NodeParts {
  readonly name?: string
  readonly domain?: string
  readonly attributes?: Readonly<Record<string, AttributeValue>>
}

/** An operator call: `node('Gemm', ['x', 'w', 'b'], ['y'], { attributes: { transB: 1 } })`. */
export function node(opType: string, input: readonly string[], output: readonly string[], parts: NodeParts = {}): Node {
  return {
    input,
    output,
    name: parts.name ?? '',
    opType,
    attribute: Object.entries(parts.attributes ?? {}).map(([name, value]) => attribute(name, value)),
    docString: '',
    domain: parts.domain ?? '',
    overload: '',
    metadataProps: none,
  }
}

/** An attribute of a node. Integers become INT, other numbers must be given as `{ float }`. */
export function attribute(name: string, value: AttributeValue): Attribute {
  return {
    name,
    strings: none,
    tensors: none,
    graphs: none,
    docString: '',
    typeProtos: none,
    refAttrName: '',
    sparseTensors: none,
    ...attributeContent(value),
  }
}

type Content = Pick<Attribute, 'type'> & Partial<Attribute>

function attributeContent(value: AttributeValue): Content {
  if (typeof value === 'bigint' || typeof value === 'number') return { type: attributeTypes.int, i: BigInt(value) }
  if (typeof value === 'string') return { type: attributeTypes.string, s: utf8(value) }
  if ('float' in value) return { type: attributeTypes.float, f: value.float }
  if ('floats' in value) return { type: attributeTypes.floats, floats: Float32Array.from(value.floats) }
  if ('tensor' in value) return { type: attributeTypes.tensor, t: value.tensor }
  if ('graph' in value) return { type: attributeTypes.graph, g: value.graph }
  if (value.every((member) => typeof member === 'string'))
    return { type: attributeTypes.strings, strings: value.map(utf8) }
  return { type: attributeTypes.ints, ints: BigInt64Array.from(value as readonly number[], BigInt) }
}

/**
 * A named constant: weights, or the value of a Constant node. `data` holds its elements row by row, in the array type of
 * the element type (float16 as its 16 raw bits); texts are not supported.
 */
export function tensor(name: string, type: TensorType, dims: readonly number[], data: ArrayBufferView): OnnxTensor {
  return {
    dims,
    dataType: codeOf(type),
    stringData: none,
    name,
    rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    docString: '',
    externalData: none,
    metadataProps: none,
  }
}

/** A declared input, output or intermediate value. A text among the dims is a symbol. Without dims not even their number is said. */
export function value(name: string, type: TensorType, dims?: readonly (number | string)[]): ValueInfo {
  const shape = dims === undefined ? {} : { shape: { dim: dims.map(dimension) } }
  const tensorType = { elemType: codeOf(type), ...shape }
  return { name, type: { tensorType, denotation: '' }, docString: '', metadataProps: none }
}

function dimension(dim: number | string): { dimParam: string; denotation: string; dimValue?: number } {
  return typeof dim === 'number' ? { dimValue: dim, dimParam: '', denotation: '' } : { dimParam: dim, denotation: '' }
}

function codeOf(type: TensorType): number {
  // Every TensorType is in the table of element types.
  return elementTypes.find((row) => row.name === type)?.code as number
}

function entries(record: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(record).map(([key, text]) => ({ key, value: text }))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
