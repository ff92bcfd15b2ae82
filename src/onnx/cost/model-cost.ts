import { ownValue, setOwn } from '../../core/own.ts'
import type { Node } from '../format/messages.ts'
import { nodePath } from '../graph/scopes.ts'
import { operatorOf } from '../graph/signature.ts'
import { subgraphsOf } from '../graph/walk.ts'
import type { Inference, InferredScope, ValueType } from '../infer/types.ts'
import { elementType } from '../tensors/element-types.ts'
import { type Call, count, type Sizes } from './call.ts'
import { pickers, rules, views } from './rules.ts'

/** What one execution of a node takes. */
export interface NodeCost {
  /** Path of the node. */
  readonly where: string
  readonly operator: string
  /** Floating-point operations, or integer ones of a quantised operator; a multiply–add is two. Undefined: not known. */
  readonly flops: number | undefined
  /** Bytes of all that it reads and writes, each once. Undefined where a size is not known. */
  readonly bytes: number | undefined
  /** True inside of a branch, a loop or a function: counted for one execution, and not in the totals. */
  readonly nested: boolean
}

export interface ModelCost {
  readonly nodes: readonly NodeCost[]
  /** Of the nodes of the main graph: sums over those of which it is known, and how many those are. */
  readonly total: {
    readonly nodes: number
    readonly flops: number
    readonly flopsKnown: number
    readonly bytes: number
    readonly bytesKnown: number
  }
  /** Operators of the main graph whose FLOPs are not known, with their number. */
  readonly unknown: Readonly<Record<string, number>>
}

/** What the nodes of a model cost for the sizes that an inference knows. */
export function costOf(inference: Inference): ModelCost {
  const nodes = inference.scopes.flatMap((scope, index) => nodeCosts(scope, index > 0))
  const own = nodes.filter((node) => !node.nested)
  const unknown: Record<string, number> = {}
  for (const { operator, flops } of own)
    if (flops === undefined) setOwn(unknown, operator, (ownValue(unknown, operator) ?? 0) + 1)
  const flops = own.flatMap((node) => node.flops ?? [])
  const bytes = own.flatMap((node) => node.bytes ?? [])
  const total = {
    nodes: own.length,
    flops: sum(flops),
    flopsKnown: flops.length,
    bytes: sum(bytes),
    bytesKnown: bytes.length,
  }
  return { nodes, total, unknown }
}

/** Constant nodes are weights, which those that take them read. */
function nodeCosts({ scope, types }: InferredScope, nested: boolean): NodeCost[] {
  return scope.nodes.flatMap((node, index) => {
    if (node.opType === 'Constant') return []
    const sizes = (names: readonly string[]) => names.map((name) => sizesOf(types.get(name)))
    const call: Call = { node, inputs: sizes(node.input), outputs: sizes(node.output) }
    const where = nodePath(scope, node, index)
    return [{ where, operator: operatorOf(node), flops: flopsOf(call), bytes: bytesOf(node, types), nested }]
  })
}

/** What a nested graph takes depends on which branch runs and how often: not known of the node that holds it. */
function flopsOf(call: Call): number | undefined {
  if (subgraphsOf(call.node).length > 0) return undefined
  return isKnownDomain(call.node) ? rules.get(call.node.opType)?.(call) : undefined
}

/** Elsewhere an operator may share a name with one of the standard and be another. */
function isKnownDomain({ domain }: Node): boolean {
  return ['', 'ai.onnx', 'com.microsoft'].includes(domain)
}

function bytesOf(node: Node, types: ReadonlyMap<string, ValueType>): number | undefined {
  if (subgraphsOf(node).length > 0) return undefined
  if (views.has(node.opType)) return 0
  const written = node.output.filter((name) => name !== '').map((name) => sizeInBytes(types.get(name)))
  const given = pickers.has(node.opType) ? node.input.slice(1) : node.input
  const picked = pickers.has(node.opType) ? written.slice(0, 1) : []
  const read = [...new Set(given)].filter((name) => name !== '').map((name) => sizeInBytes(types.get(name)))
  const all = [...written, ...picked, ...read]
  return all.every((size) => size !== undefined) ? sum(all) : undefined
}

function sizesOf(type: ValueType | undefined): Sizes | undefined {
  if (type?.kind !== 'tensor') return undefined
  return type.dims?.every((dim) => typeof dim === 'number') ? (type.dims as Sizes) : undefined
}

/** Bytes of a dense tensor; less than a byte an element is packed. */
function sizeInBytes(type: ValueType | undefined): number | undefined {
  const sizes = sizesOf(type)
  const bits = type?.kind === 'tensor' ? elementType(type.element)?.bits : undefined
  return sizes === undefined || bits === undefined ? undefined : Math.ceil((count(sizes) * bits) / 8)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
