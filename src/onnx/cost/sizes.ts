import { piecesOf } from '../../core/bytes.ts'
import { sha256, sha256Of } from '../../core/json.ts'
import { sizeOf } from '../../core/tensor.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { rangeOf } from '../format/read-message.ts'
import { weightsOf } from '../graph/constants.ts'
import { type Scope, scopesOf } from '../graph/scopes.ts'
import { operatorOf } from '../graph/signature.ts'
import { elementType } from '../tensors/element-types.ts'

export interface TensorSize {
  /** Path of its graph in front where that is nested. */
  readonly name: string
  readonly type: string
  readonly dims: readonly number[]
  readonly bytes: number
}

export interface ModelSizes {
  /** The largest first. */
  readonly tensors: readonly TensorSize[]
  /** Bytes of constants by the operator that takes them first; the largest first. */
  readonly operators: readonly { readonly operator: string; readonly bytes: number; readonly tensors: number }[]
  /** Constants of at least 1 kB with the same content, and what keeping them once would save. */
  readonly duplicates: readonly { readonly names: readonly string[]; readonly savedBytes: number }[]
}

/** Where the bytes of a model are: constants of all graphs and Constant nodes. */
export function sizesOfModel(model: Model): ModelSizes {
  const constants = constantsOf(model)
  const operators = new Map<string, { operator: string; bytes: number; tensors: number }>()
  for (const { consumer, size } of constants) {
    const known = operators.get(consumer) ?? { operator: consumer, bytes: 0, tensors: 0 }
    operators.set(consumer, { ...known, bytes: known.bytes + size.bytes, tensors: known.tensors + 1 })
  }
  return {
    tensors: constants.map(({ size }) => size).sort((one, two) => two.bytes - one.bytes),
    operators: [...operators.values()].sort((one, two) => two.bytes - one.bytes),
    duplicates: duplicates(constants),
  }
}

interface Constant {
  readonly tensor: OnnxTensor
  readonly size: TensorSize
  readonly consumer: string
}

function constantsOf(model: Model): Constant[] {
  const consumers = new Map(scopesOf(model).map((scope) => [scope, consumersIn(scope)]))
  return weightsOf(model).map(({ name, value, scope, tensor }) => ({
    tensor,
    size: sizeOfTensor(name, tensor),
    consumer: consumers.get(scope)?.get(value) ?? 'taken by none of its graph',
  }))
}

/** The operator that takes a value first, by the name of the value. */
function consumersIn({ nodes }: Scope): ReadonlyMap<string, string> {
  const consumers = new Map<string, string>()
  for (const node of nodes)
    for (const name of node.input) if (!consumers.has(name)) consumers.set(name, operatorOf(node))
  return consumers
}

function sizeOfTensor(name: string, { dims, dataType, stringData }: OnnxTensor): TensorSize {
  const type = elementType(dataType)
  const texts = stringData.reduce((sum, { length }) => sum + length, 0)
  const bytes = type?.bits === undefined ? texts : Math.ceil((sizeOf(dims) * type.bits) / 8)
  return { name, type: type?.name ?? 'unknown', dims, bytes }
}

/** Smaller ones are not worth a hint. */
const leastBytes = 1000

/** How much of each is looked at first. Bytes. */
const glimpseBytes = 4096

/** Content is read only where type and dims occur more than once, and in full only where its beginning does too; data in other files is not. */
function duplicates(constants: readonly Constant[]): { names: string[]; savedBytes: number }[] {
  const large = constants.flatMap(({ tensor, size }) => {
    const raw = size.bytes >= leastBytes ? rangeOf(tensor, 'rawData') : undefined
    return raw === undefined ? [] : [{ size, raw }]
  })
  const alike = sharing([large], ({ size }) => `${size.type}[${size.dims.join()}]`)
  const similar = sharing(alike, ({ raw }) =>
    sha256(raw.source.read(raw.start, Math.min(raw.end, raw.start + glimpseBytes))),
  )
  return sharing(similar, ({ raw }) => sha256Of(piecesOf(raw)))
    .map((group) => ({
      names: group.map(({ size }) => size.name),
      savedBytes: (group.length - 1) * (group[0]?.size.bytes ?? 0),
    }))
    .sort((one, two) => two.savedBytes - one.savedBytes)
}

/** Splits groups by a key, and leaves out those of one member. */
function sharing<Member>(groups: readonly (readonly Member[])[], keyOf: (member: Member) => string): Member[][] {
  return groups.flatMap((group) => {
    const parts = new Map<string, Member[]>()
    for (const member of group) {
      const key = keyOf(member)
      if (parts.get(key)?.push(member) === undefined) parts.set(key, [member])
    }
    return [...parts.values()].filter(({ length }) => length > 1)
  })
}
