import { contradict, eitherType, tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import { fromProto } from '../proto.ts'
import type { Dim, ValueType } from '../types.ts'
import { bool, int64 } from './elementwise.ts'

function sequence(of: ValueType | undefined): ValueType {
  return { kind: 'sequence', of }
}

/** What an input that is a sequence holds. Throws a Misfit when it is something else. */
function memberOf(node: NodeView, index: number): ValueType | undefined {
  const type = node.type(index)
  if (type === undefined || type.kind === 'sequence') return type?.of
  throw new Misfit('type', `Its input ${index} is a ${type.kind}, not a sequence.`)
}

const construct: Rule = (node) => {
  const members = node.node.input.map((_, index) => node.type(index))
  const [first, ...rest] = members
  return [sequence(rest.reduce((one, other) => either(one, other), first))]
}

/** Tensors of different shapes are in one sequence as tensors of any shape. */
function either(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined {
  if (one !== undefined && other !== undefined && 'element' in one && 'element' in other)
    if (one.element !== undefined && other.element !== undefined && one.element !== other.element)
      throw new Misfit('type', 'Its inputs have different element types.')
  return eitherType(one, other)
}

const concatenated: Rule = (node) => {
  const member = memberOf(node, 0)
  if (member?.kind !== 'tensor' || member.dims === undefined)
    return [tensorOf(member?.kind === 'tensor' ? member.element : undefined, undefined)]
  const fresh = node.flag('new_axis')
  const rank = member.dims.length + (fresh ? 1 : 0)
  const axis = node.axis(node.int('axis') ?? 0, rank)
  const dims = [...member.dims]
  dims.splice(axis, fresh ? 0 : 1, undefined)
  return [tensorOf(member.element, dims)]
}

const splitUp: Rule = (node) => {
  const x = node.tensor(0)
  if (x?.dims === undefined) return [sequence(tensorOf(x?.element, undefined))]
  const { dims } = x
  const axis = node.axis(node.int('axis') ?? 0, dims.length)
  const keep = (node.int('keepdims') ?? 1) !== 0
  checkParts(node, dims[axis])
  if (!node.has(1))
    return [
      sequence(
        tensorOf(
          x.element,
          dims.flatMap((dim, at) => (at === axis ? (keep ? [1] : []) : [dim])),
        ),
      ),
    ]
  return [
    sequence(
      tensorOf(
        x.element,
        dims.map((dim, at) => (at === axis ? part(node, dim) : dim)),
      ),
    ),
  ]
}

/** Throws a Misfit when parts are empty, or do not make up the whole. */
function checkParts(node: NodeView, side: Dim): void {
  const [sizes, known] = [node.known(1), node.integers(1)]
  if (known === undefined) return
  const total = known.reduce((all, size) => all + size, 0)
  if (known.length === 0 || (sizes?.scalar === true && total < 1))
    throw new Misfit('value', `Its parts [${known.join(', ')}] are none.`)
  if (sizes?.scalar === false && contradict(side, total))
    throw new Misfit('shape', `Its parts [${known.join(', ')}] do not make up ${side}.`)
}

/** The size of every part, where all have one. */
function part(node: NodeView, side: Dim): Dim {
  const sizes = node.known(1)
  if (sizes === undefined) return undefined
  const [size] = sizes.values
  if (!sizes.scalar) return sizes.values.every((other) => other === size) ? size : undefined
  return typeof side === 'number' && typeof size === 'number' && side % size === 0 ? size : undefined
}

const mapped: Rule = (node) => {
  const inputs = node.node.input.map((_, index) => {
    const type = node.type(index)
    return type?.kind === 'sequence' ? type.of : type
  })
  const outputs = node.run('body', inputs)
  return (outputs ?? []).map(sequence)
}

const optional: Rule = (node) => {
  const stated = node.attribute('type')?.tp
  if (node.inputs === 0 && stated === undefined)
    throw new Misfit('type', 'It has neither an input nor a type, and so no type at all.')
  return [{ kind: 'optional', of: node.has(0) ? node.type(0) : fromProto(stated) }]
}

const unwrapped: Rule = (node) => {
  const type = node.type(0)
  return [type?.kind === 'optional' ? type.of : type]
}

export const containers: Rules = {
  ConcatFromSequence: concatenated,
  Optional: optional,
  OptionalGetElement: unwrapped,
  OptionalHasElement: () => [tensorOf(bool, [])],
  SequenceAt: (node) => [memberOf(node, 0)],
  SequenceConstruct: construct,
  SequenceEmpty: (node) => [sequence(tensorOf(node.int('dtype') ?? 1, undefined))],
  SequenceErase: (node) => [sequence(memberOf(node, 0))],
  SequenceInsert: (node) => [sequence(either(memberOf(node, 0), node.type(1)))],
  SequenceLength: () => [tensorOf(int64, [])],
  SequenceMap: mapped,
  SplitToSequence: splitUp,
}
