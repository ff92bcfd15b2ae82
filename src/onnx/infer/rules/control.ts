import type { Graph } from '../../format/messages.ts'
import { attributeTypes } from '../../graph/build.ts'
import { isStandard } from '../../graph/scopes.ts'
import { constantOf } from '../../graph/signature.ts'
import { eitherType, ranked, sameType, tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules, smallNumbers } from '../node.ts'
import { ofConstant, ofSparse } from '../proto.ts'
import type { Dim, ValueType } from '../types.ts'
import { bool, int64 } from './elementwise.ts'

type Types = readonly (ValueType | undefined)[]

const branch: Rule = (node) => {
  const [then, otherwise] = [node.run('then_branch', []), node.run('else_branch', [])]
  if (then === undefined || otherwise === undefined) return []
  if (then.length !== otherwise.length || then.length !== node.outputs)
    throw new Misfit(
      'value',
      `Its branches give ${then.length} and ${otherwise.length} outputs, the node ${node.outputs}.`,
    )
  return then.map((type, index) => joined(type, otherwise[index]))
}

function joined(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined {
  if (one !== undefined && other !== undefined) {
    const differ = one.kind !== other.kind && one.kind !== 'optional' && other.kind !== 'optional'
    const elements = 'element' in one && 'element' in other && one.element !== undefined && other.element !== undefined
    if (differ || (elements && one.element !== other.element))
      throw new Misfit('type', 'Its branches give values of different types.')
  }
  return eitherType(one, other)
}

/** Loops within loops, beyond which only one round is gone through: three rounds each are 3^n of the innermost. */
const deepLoops = 4

/**
 * Types of what a loop carries from one round to the next: those it starts with, as far as each round leaves them as they are.
 * At most three rounds: one to see what changes, one without that, and one to see that nothing else does.
 */
function carriedThrough(node: NodeView, start: Types, round: (types: Types) => Types): { carried: Types; last: Types } {
  const deep = node.loops >= deepLoops
  let carried = deep ? start.map(looser) : start
  for (let times = deep ? 2 : 0; ; times++) {
    const last = round(carried)
    const next = carried.map((type, index) => eitherType(type, last[index]) ?? looser(type))
    if (times === 2 || next.every((type, index) => sameType(type, carried[index])))
      return { carried: next.map((type, index) => afterwards(type, last[index])), last }
    carried = next
  }
}

/** A value that was something before a round and is something else after it; one that may be missing is there afterwards. */
function afterwards(before: ValueType | undefined, after: ValueType | undefined): ValueType | undefined {
  if (after === undefined) return looser(before)
  return eitherType(before, after) ?? (before?.kind === after.kind ? looser(before) : after)
}

/** The same kind of value, of any shape. */
function looser(type: ValueType | undefined): ValueType | undefined {
  return type !== undefined && 'element' in type ? { ...type, dims: undefined } : type
}

const loop: Rule = (node) => {
  const start = node.node.input.slice(2).map((_, index) => node.type(index + 2))
  const condition = node.type(1) ?? tensorOf(bool, [])
  const rounds = roundsOf(node)
  const { carried, last } = carriedThrough(node, start, (types) => {
    const outputs = node.run('body', [tensorOf(int64, []), condition, ...types], rounds ?? 1) ?? []
    return outputs.slice(1)
  })
  const given = Number.isSafeInteger(rounds) ? rounds : undefined
  const scanned = last.slice(start.length).map((type) => stacked(type, given, 0))
  return [...carried, ...scanned]
}

/** How often a Loop goes round, where it is told and nothing ends it before; Infinity where nothing ever does. */
function roundsOf(node: NodeView): number | undefined {
  const body = node.attribute('body')?.g
  const begins = !node.has(1) || node.integers(1)?.[0] === 1
  if (body === undefined || !begins || !goesOn(node, body)) return undefined
  if (!node.has(0)) return Number.POSITIVE_INFINITY
  const [most] = node.numbers(0) ?? node.integers(0) ?? []
  return most === undefined ? undefined : Math.max(0, most)
}

/** Whether the condition that the body of a Loop gives out is the one it was given, or true. */
function goesOn(loop: NodeView, { input, output, node, initializer }: Graph): boolean {
  const makers = new Map(node.flatMap((each) => each.output.map((name) => [name, each] as const)))
  let name = output[0]?.name ?? ''
  for (let steps = 0; steps <= node.length; steps++) {
    if (name === input[1]?.name) return true
    const weight = initializer.find((tensor) => tensor.name === name)
    if (weight !== undefined) return smallNumbers(weight)?.[0] === 1
    const maker = makers.get(name)
    if (maker === undefined) return loop.knownNamed(name)?.values[0] === 1
    const value = constantOf(maker)
    if (value !== undefined) return smallNumbers(value)?.[0] === 1
    if (maker.opType !== 'Identity' || !isStandard(maker.domain)) return false
    name = maker.input[0] ?? ''
  }
  return false
}

/** What was given out round by round, as one tensor. */
function stacked(type: ValueType | undefined, rounds: Dim, axis: number): ValueType | undefined {
  if (type?.kind !== 'tensor') return type === undefined ? undefined : tensorOf(undefined, undefined)
  if (type.dims === undefined) return type
  const dims = [...type.dims]
  const place = axis < 0 ? axis + dims.length + 1 : axis
  if (place < 0 || place > dims.length)
    throw new Misfit('value', `Its output axis ${axis} is not one of ${dims.length + 1}.`)
  dims.splice(place, 0, rounds)
  return { ...type, dims }
}

/** Opset 8 has a batch in front of everything, and an input for the lengths. */
const scan: Rule = (node) => {
  const batched = node.opset < 9
  const from = batched ? 1 : 0
  const scans = node.int('num_scan_inputs') ?? 0
  const states = node.inputs - from - scans
  if (states < 0 || scans < 0) throw new Misfit('value', `It scans ${scans} of ${node.inputs - from} inputs.`)
  checkScan(node, scans, node.outputs - states)
  const axes = node.ints('scan_input_axes')
  const sequences = Array.from({ length: scans }, (_, at) => node.tensor(from + states + at))
  const axisOf = (at: number, rank: number): number => node.axis(batched ? 1 : (axes?.[at] ?? 0), rank)
  let rounds: Dim
  const slices = sequences.map((type, at) => {
    if (type?.dims === undefined) return tensorOf(type?.element, undefined)
    const axis = axisOf(at, type.dims.length)
    rounds ??= type.dims[axis]
    return tensorOf(
      type.element,
      type.dims.filter((_, index) => index !== axis && !(batched && index === 0)),
    )
  })
  const start = Array.from({ length: states }, (_, at) =>
    batched ? withoutBatch(node.type(from + at)) : node.type(from + at),
  )
  const { carried, last } = carriedThrough(node, start, (types) => node.run('body', [...types, ...slices]) ?? [])
  if (batched) checkBatch(node)
  const batch = batched ? [node.dims(from)?.[0]] : []
  const outputAxes = node.ints('scan_output_axes')
  return [
    ...carried.map((type) => withBatch(type, batch)),
    ...last.slice(states).map((type, at) => withBatch(stacked(type, rounds, outputAxes?.[at] ?? 0), batch)),
  ]
}

/** Axes and directions are told for each sequence that goes in and that comes out. Throws a Misfit. */
function checkScan(node: NodeView, scans: number, given: number): void {
  node.wantLength('scan_input_axes', scans)
  node.wantLength('scan_output_axes', given)
  for (const [name, count] of [
    ['directions', scans],
    ['scan_input_directions', scans],
    ['scan_output_directions', given],
  ] as const) {
    node.wantLength(name, count)
    const wrong = node.ints(name)?.find((direction) => direction !== 0 && direction !== 1)
    if (wrong !== undefined)
      throw new Misfit('value', `Its attribute \`${name}\` has ${wrong}, where 0 or 1 is wanted.`)
  }
}

/** Everything that goes in has the batch in front. Throws a Misfit. */
function checkBatch(node: NodeView): void {
  const sizes = node.node.input.slice(1).map((_, at) => node.dims(at + 1)?.[0])
  const known = sizes.filter((size) => typeof size === 'number')
  if (new Set(known).size > 1) throw new Misfit('shape', `Its inputs are of batches of ${known.join(', ')}.`)
}

function withoutBatch(type: ValueType | undefined): ValueType | undefined {
  return type?.kind === 'tensor' ? tensorOf(type.element, type.dims?.slice(1)) : type
}

function withBatch(type: ValueType | undefined, batch: readonly Dim[]): ValueType | undefined {
  if (batch.length === 0 || type?.kind !== 'tensor') return type
  return tensorOf(type.element, type.dims && [...batch, ...type.dims])
}

const constant: Rule = (node) => {
  const dense = node.attribute('value')?.t
  if (dense !== undefined) return [ofConstant(dense)]
  const sparse = node.attribute('sparse_value')?.sparseTensor
  if (sparse !== undefined) return [{ ...ofSparse(sparse), kind: 'tensor' }]
  const [attribute] = node.node.attribute
  return [attribute === undefined ? undefined : simple(node, attribute.name)]
}

const elements: Readonly<Record<string, number>> = { float: 1, int: int64, string: 8 }

/** `value_float`, `value_ints`: a scalar or a list. */
function simple(node: NodeView, name: string): ValueType | undefined {
  const attribute = node.attribute(name)
  const [, kind = '', many] = /^value_(float|int|string)(s?)$/.exec(name) ?? []
  if (attribute === undefined || elements[kind] === undefined) return undefined
  const list = attribute.floats ?? attribute.ints ?? attribute.strings
  return tensorOf(
    elements[kind],
    many === '' ? [] : [attribute.type === attributeTypes.strings ? attribute.strings.length : list.length],
  )
}

const constantOfShape: Rule = (node) => {
  const element = node.attribute('value')?.t?.dataType ?? 1
  const sizes = node.known(0)?.values
  if (sizes?.some((size) => typeof size === 'number' && size < 0))
    throw new Misfit('value', 'It makes a tensor with a negative size.')
  return [tensorOf(element, sizes ?? ranked(node.dims(0)?.[0]))]
}

export const control: Rules = {
  Constant: constant,
  ConstantOfShape: constantOfShape,
  If: branch,
  Loop: loop,
  Scan: scan,
}
