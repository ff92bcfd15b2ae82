import { describe, expect, it } from 'vitest'
import type { Graph, Node } from '../../../src/onnx/format/messages.ts'
import { buildGraph, node, value } from '../../../src/onnx/graph/build.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import { inferred, int64s, modelOf, problemsOf } from './models.ts'

function branchOf(dims: readonly number[]): Graph {
  return buildGraph({
    inputs: [],
    outputs: [value('out', 'float32')],
    nodes: [node('ConstantOfShape', [`shape${dims.join('x')}`], ['out'])],
    weights: [int64s(`shape${dims.join('x')}`, dims)],
  })
}

function branching(then: Graph, otherwise: Graph): Node {
  return node('If', ['c'], ['y'], { attributes: { then_branch: { graph: then }, else_branch: { graph: otherwise } } })
}

/** The body of a loop that carries one float tensor through some nodes, from `x` to `next`. */
function bodyOf(nodes: readonly Node[], declared?: readonly (number | string)[]): Graph {
  return buildGraph({
    inputs: [value('i', 'int64', []), value('go', 'bool', []), value('x', 'float32')],
    outputs: [value('on', 'bool', []), value('next', 'float32', declared), value('each', 'float32')],
    nodes: [node('Identity', ['go'], ['on']), ...nodes],
  })
}

function looping(body: Graph): Parameters<typeof problemsOf>[0] {
  return {
    inputs: [value('n', 'int64', []), value('c', 'bool', []), value('start', 'float32', [1, 4])],
    nodes: [node('Loop', ['n', 'c', 'start'], ['y', 'all'], { attributes: { body: { graph: body } } })],
  }
}

describe('If', () => {
  const inputs = [value('c', 'bool', [])]

  it('is what both branches are', () => {
    expect(inferred({ inputs, nodes: [branching(branchOf([2, 3]), branchOf([2, 3]))] }).dims).toEqual([2, 3])
    expect(inferred({ inputs, nodes: [branching(branchOf([2, 3]), branchOf([2, 5]))] }).dims).toEqual([2, undefined])
  })

  it('has no known rank where its branches have different ones', () => {
    const { element, dims } = inferred({ inputs, nodes: [branching(branchOf([2]), branchOf([2, 5]))] })
    expect({ element, dims }).toEqual({ element: 1, dims: undefined })
  })

  it('sees what is known around it', () => {
    const outer = buildGraph({
      inputs: [],
      outputs: [value('out', 'float32')],
      nodes: [node('Reshape', ['x', 'to'], ['out'])],
    })
    const given = [...inputs, value('x', 'float32', ['N', 6]), value('like', 'float32', ['N', 2, 3])]
    const nodes = [node('Shape', ['like'], ['to']), branching(outer, outer)]
    expect(inferred({ inputs: given, nodes }).dims).toEqual(['N', 2, 3])
  })

  it('lists every graph once, the main one first', () => {
    const { scopes } = inferTypes(modelOf({ inputs, nodes: [branching(branchOf([2]), branchOf([3]))] }))
    expect(scopes.map(({ scope }) => scope.path)).toEqual([
      'graph',
      'graph/node If (#0)/then_branch',
      'graph/node If (#0)/else_branch',
    ])
  })
})

describe('Loop', () => {
  it('keeps what a round keeps, and stacks what each round gives', () => {
    const parts = looping(bodyOf([node('Relu', ['x'], ['next']), node('Neg', ['x'], ['each'])]))
    expect(inferred(parts).dims).toEqual([1, 4])
    expect(inferred(parts, 'all').dims).toEqual([undefined, 1, 4])
  })

  it('does not claim a size that grows', () => {
    const grown = node('Concat', ['x', 'x'], ['next'], { attributes: { axis: 0 } })
    const parts = looping(bodyOf([grown, node('Neg', ['next'], ['each'])]))
    expect(inferred(parts).dims?.[0]).toBeUndefined()
    expect(inferred(parts, 'all').dims?.[1]).toBeUndefined()
    expect(problemsOf(parts)).toEqual([])
  })

  it('blames no declaration that holds after the first round only', () => {
    const grown = node('Concat', ['x', 'x'], ['next'], { attributes: { axis: 0 } })
    expect(problemsOf(looping(bodyOf([grown, node('Neg', ['next'], ['each'])], ['rows', 4])))).toEqual([])
    // A body whose first round differs from the others: 1 row becomes 3, and 3 stay 3.
    const padded = [
      node('Constant', [], ['three'], { attributes: { value: { tensor: int64s('t', [3, 4]) } } }),
      node('Expand', ['x', 'three'], ['next']),
      node('Neg', ['next'], ['each']),
    ]
    expect(problemsOf(looping(bodyOf(padded, [3, 4])))).toEqual([])
  })

  it('tells a problem of its body once', () => {
    const wrong = [node('MatMul', ['x', 'x'], ['next']), node('Neg', ['x'], ['each'])]
    expect(problemsOf(looping(bodyOf(wrong))).map(({ kind }) => kind)).toEqual(['shape'])
  })
})

describe('Scan', () => {
  const sum = buildGraph({
    inputs: [value('s', 'float32', [2]), value('part', 'float32', [2])],
    outputs: [value('t', 'float32'), value('copy', 'float32')],
    nodes: [node('Add', ['s', 'part'], ['t']), node('Identity', ['t'], ['copy'])],
  })

  it('gives out a slice for every slice', () => {
    const attributes = { body: { graph: sum }, num_scan_inputs: 1 }
    const parts = {
      inputs: [value('s0', 'float32', [2]), value('x', 'float32', ['T', 2])],
      nodes: [node('Scan', ['s0', 'x'], ['last', 'y'], { attributes })],
    }
    expect(inferred(parts, 'last').dims).toEqual([2])
    expect(inferred(parts).dims).toEqual(['T', 2])
  })
})

describe('functions of the model', () => {
  const model = modelOf({
    inputs: [value('a', 'float32', ['N', 3])],
    nodes: [node('Twice', ['a'], ['y'], { domain: 'mine', attributes: { along: 1 } })],
  })
  const concat = node('Concat', ['x', 'x'], ['out'])
  const reference = { name: 'axis', type: 2, refAttrName: 'along' }
  const parts = { strings: [], tensors: [], graphs: [], docString: '', typeProtos: [], sparseTensors: [] }
  const body = {
    name: 'Twice',
    domain: 'mine',
    overload: '',
    docString: '',
    input: ['x'],
    output: ['out'],
    attribute: ['along'],
    attributeProto: [],
    node: [{ ...concat, attribute: [{ ...parts, ...reference }] }],
    opsetImport: [{ domain: '', version: 21 }],
    valueInfo: [],
    metadataProps: [],
  }

  it('are gone through at each call, with its attributes', () => {
    const { scopes, problems } = inferTypes({ ...model, functions: [body] })
    expect(problems).toEqual([])
    expect(scopes[0]?.types.get('y')).toEqual({ kind: 'tensor', element: 1, dims: ['N', 6] })
  })

  it('that call one another without end are unknown', () => {
    const endless = {
      ...body,
      node: [node('Twice', ['x'], ['m'], { domain: 'mine' }), node('Twice', ['m'], ['out'], { domain: 'mine' })],
    }
    expect(inferTypes({ ...model, functions: [endless] }).scopes[0]?.types.get('y')).toBeUndefined()
  })
})
