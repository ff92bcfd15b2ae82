import type { Attribute, Graph, Node, OnnxTensor } from '../format/messages.ts'
import { attributeTypes } from '../graph/build.ts'
import { valuesOf } from '../tensors/elements.ts'
import type { Dims } from './dims.ts'
import type { TensorValue, TypeProblem, ValueType } from './types.ts'

/** Whole numbers that a value is known to hold: those of a shape, say. Symbols stand for sizes. */
export interface Known {
  readonly values: Dims
  /** A single number without a dimension. */
  readonly scalar: boolean
}

/** Values of more elements are weights and no shapes: they are not looked at. */
export const mostKnown = 1024

/** A node that breaks the rules of its operator. Caught where nodes are inferred. */
export class Misfit extends Error {
  override readonly name = 'Misfit'
  readonly kind: TypeProblem['kind']

  constructor(kind: TypeProblem['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** What a node is inferred from. */
export interface Surroundings {
  /** What is known of an input of a node. */
  type(of: NodeView, input: number): ValueType | undefined
  known(of: NodeView, input: number): Known | undefined
  constant(of: NodeView, input: number): OnnxTensor | undefined
  knownNamed(name: string): Known | undefined
  /** The attributes of the call of the function that the node is in. */
  readonly bound: ReadonlyMap<string, Attribute>
  /** How many loops the node is in. */
  readonly loops: number
  /** Types of the outputs of a nested graph for types of its inputs. `rounds`: how often it is run at least. */
  run(
    of: NodeView,
    graph: Graph,
    attribute: string,
    inputs: readonly (ValueType | undefined)[],
    rounds: number,
  ): (ValueType | undefined)[]
}

/** A node with everything that its rule may ask. */
export class NodeView {
  readonly node: Node
  /** Its place among the nodes of its scope. */
  readonly at: number
  /** Version of the node's domain that the model imports; 0 when it imports none. */
  readonly opset: number
  readonly #around: Surroundings
  /** Of its inputs, as far as they were asked for: a rule asks again and again, and the names of a large model are far apart. */
  readonly #types: (ValueType | undefined)[]

  constructor(node: Node, at: number, opset: number, around: Surroundings) {
    this.node = node
    this.at = at
    this.#types = new Array<ValueType | undefined>(node.input.length)
    this.opset = opset
    this.#around = around
  }

  get loops(): number {
    return this.#around.loops
  }

  get inputs(): number {
    return this.node.input.length
  }

  get outputs(): number {
    return this.node.output.length
  }

  has(index: number): boolean {
    return (this.node.input[index] ?? '') !== ''
  }

  type(index: number): ValueType | undefined {
    if (!this.has(index)) return undefined
    this.#types[index] ??= this.#around.type(this, index)
    return this.#types[index]
  }

  tensor(index: number): TensorValue | undefined {
    const type = this.type(index)
    if (type === undefined || 'element' in type) return type
    throw new Misfit('type', `Its input ${index} is a ${type.kind}, not a tensor.`)
  }

  /** Undefined where not even the rank is known. */
  dims(index: number): Dims | undefined {
    return this.tensor(index)?.dims
  }

  element(index: number): number | undefined {
    return this.tensor(index)?.element
  }

  rank(index: number): number | undefined {
    return this.dims(index)?.length
  }

  /** Whole numbers that an input is known to hold. */
  known(index: number): Known | undefined {
    return this.has(index) ? this.#around.known(this, index) : undefined
  }

  /** Whole numbers that an input holds, every one of them a number. */
  integers(index: number): number[] | undefined {
    const values = this.known(index)?.values
    return values?.every((value) => typeof value === 'number') === true ? (values as number[]) : undefined
  }

  /** The numbers of an input that is a constant, of any type; undefined for other inputs and for large ones. */
  numbers(index: number): number[] | undefined {
    const tensor = this.has(index) ? this.#around.constant(this, index) : undefined
    return tensor === undefined ? undefined : smallNumbers(tensor)
  }

  attribute(name: string): Attribute | undefined {
    const found = this.node.attribute.find((attribute) => attribute.name === name)
    return found === undefined || found.refAttrName === '' ? found : this.#around.bound.get(found.refAttrName)
  }

  int(name: string): number | undefined {
    const value = this.attribute(name)?.i
    return value === undefined ? undefined : Number(value)
  }

  /** True for an attribute that is an integer other than 0. */
  flag(name: string): boolean {
    return (this.int(name) ?? 0) !== 0
  }

  float(name: string): number | undefined {
    return this.attribute(name)?.f
  }

  ints(name: string): number[] | undefined {
    const values = this.attribute(name)?.ints
    if (values !== undefined) return Array.from(values, Number)
    return this.attribute(name)?.type === attributeTypes.ints ? [] : undefined
  }

  text(name: string): string | undefined {
    const bytes = this.attribute(name)?.s
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }

  /** Types of the outputs of a nested graph of the node, for types of its inputs. */
  run(name: string, inputs: readonly (ValueType | undefined)[], rounds = 1): (ValueType | undefined)[] | undefined {
    const graph = this.attribute(name)?.g
    return graph === undefined ? undefined : this.#around.run(this, graph, name, inputs, rounds)
  }

  /** Whole numbers that a value around the node is known to hold. */
  knownNamed(name: string): Known | undefined {
    return this.#around.knownNamed(name)
  }

  /** An axis that may count from the end, as one that counts from the start. Throws a Misfit when there is no such axis. */
  axis(axis: number, rank: number): number {
    if (axis < -rank || axis >= rank)
      throw new Misfit('value', `Its axis ${axis} is not one of the ${rank} dimensions of its input.`)
    return axis < 0 ? axis + rank : axis
  }

  /** Axes that are each named once, as ones that count from the start. Throws a Misfit. */
  axes(axes: readonly number[], rank: number): number[] {
    const all = axes.map((axis) => this.axis(axis, rank))
    if (new Set(all).size !== all.length) throw new Misfit('value', `Its axes [${axes.join(', ')}] name one twice.`)
    return all
  }

  /** Throws a Misfit when an attribute is a list of another length than is needed. */
  wantLength(name: string, wanted: number): void {
    const { length } = this.ints(name) ?? { length: wanted }
    if (length !== wanted)
      throw new Misfit('value', `Its attribute \`${name}\` has ${length} numbers where ${wanted} are needed.`)
  }

  /** How many elements an input that is a list has; undefined where that is not known, or it is no list. */
  lengthOf(index: number): number | undefined {
    const dims = this.dims(index)
    const size = dims?.length === 1 ? dims[0] : undefined
    return typeof size === 'number' ? size : undefined
  }

  /** Throws a Misfit unless the rank of an input is known to be right, or is unknown. */
  wantRank(index: number, wanted: number | readonly [least: number, most: number]): void {
    const rank = this.rank(index)
    const [least, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted
    if (rank === undefined || (rank >= least && rank <= most)) return
    const words = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`
    throw new Misfit('shape', `Its input ${index} has ${rank} dimensions where ${words} are needed.`)
  }
}

export function smallNumbers(tensor: OnnxTensor): number[] | undefined {
  const size = tensor.dims.reduce((size, dim) => size * dim, 1)
  // Floats are worked with as scales of a few axes; a longer vector of them is a weight, and not worth reading.
  const floating = [1, 10, 11, 16].includes(tensor.dataType ?? 0)
  if (size > (floating ? 64 : mostKnown)) return undefined
  const values = valuesOf(tensor)
  return values === undefined ? undefined : Array.from(values as ArrayLike<number | bigint>, Number)
}

/** Types of a node's outputs, in their order; what is missing at the end is unknown. Throws a Misfit. */
export type Rule = (node: NodeView) => readonly (ValueType | undefined)[]

/** Whole numbers that the first output of a node is known to hold. */
export type ValueRule = (node: NodeView) => Known | undefined

export type Rules = Readonly<Record<string, Rule>>
