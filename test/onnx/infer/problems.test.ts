import { describe, expect, it } from 'vitest'
import { type AttributeValue, node, value } from '../../../src/onnx/graph/build.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import { int64s, modelOf, problemsOf } from './models.ts'

type Declared =
  | readonly [type: 'float32' | 'int64' | 'float64' | 'bool', dims: readonly (number | string)[]]
  | readonly number[]
type Case = readonly [
  operator: string,
  inputs: readonly Declared[],
  attributes?: Readonly<Record<string, AttributeValue>>,
]

const f = (...dims: readonly (number | string)[]): Declared => ['float32', dims]
const d = (...dims: readonly (number | string)[]): Declared => ['float64', dims]
const i = (...dims: readonly (number | string)[]): Declared => ['int64', dims]

function isConstant(input: Declared): input is readonly number[] {
  return typeof input[0] !== 'string'
}

function kindsOf([operator, inputs, attributes = {}]: Case, outputs = ['y']): string[] {
  const names = inputs.map((_, index) => `x${index}`)
  const declared = inputs.flatMap((input, index) => (isConstant(input) ? [] : [value(`x${index}`, input[0], input[1])]))
  const weights = inputs.flatMap((input, index) => (isConstant(input) ? [int64s(`x${index}`, input)] : []))
  const problems = problemsOf({ inputs: declared, weights, nodes: [node(operator, names, outputs, { attributes })] })
  return problems.map(({ kind }) => kind)
}

const cases: readonly Case[] = [
  ['Add', [f(2, 3), f(2, 4)]],
  ['Add', [f(2), d(2)]],
  ['Concat', [f(2, 3), f(2)], { axis: 0 }],
  ['Concat', [f(2, 3), f(2, 4)], { axis: 0 }],
  ['Concat', [f(2, 3), d(2, 3)], { axis: 0 }],
  ['Concat', [f(2, 3), f(2, 3)], { axis: 2 }],
  ['Conv', [f(1, 3, 8, 8), f(4, 2, 3, 3)]],
  ['Conv', [f(1, 3, 8, 8), f(4, 3, 3)]],
  ['Conv', [f(1, 3, 8, 8), f(4, 3, 3, 3)], { strides: [0, 1] }],
  ['Conv', [f(1, 3, 2, 2), f(4, 3, 3, 3)]],
  ['Conv', [f(1, 3, 8, 8), f(4, 3, 3, 3)], { pads: [1, 1] }],
  ['Einsum', [f(2, 3), f(4, 5)], { equation: 'ij,jk->ik' }],
  ['Expand', [f(2, 3), [2, 4]]],
  ['Flatten', [f(2, 3)], { axis: 3 }],
  ['Gather', [f(2, 3), i(1)], { axis: 2 }],
  ['GatherElements', [f(2, 3), i(1)]],
  ['Gemm', [f(2, 3), f(4, 5)]],
  ['Gemm', [f(2, 3, 1), f(3, 5)]],
  ['Gemm', [f(2, 3), f(3, 5), f(4, 5)]],
  ['MatMul', [f(2, 3), f(4, 5)]],
  ['MatMul', [f(2, 3, 4), f(3, 4, 5)]],
  ['MatMul', [f(), f(4, 5)]],
  ['Max', [f(2), f(3)]],
  ['Pad', [f(2, 3), [1, 1]]],
  ['Range', [[0], [4], [1]]],
  ['Range', [[0, 1], i(), i()]],
  ['Range', [i(), i(3), i()]],
  ['Range', [i(), i(1, 1), i()]],
  ['ReduceSum', [f(2, 3), [2]]],
  ['ArgMax', [f(2, 3)], { axis: -3 }],
  ['Reshape', [f(2, 3), [4, 2]]],
  ['Reshape', [f(2, 3), [-1, 4]]],
  ['Reshape', [f(2, 3), [-1, -1]]],
  ['Reshape', [f(2, 3), [1, 1, 0]]],
  ['Reshape', [f(0, 3), [0, -1]]],
  ['Slice', [f(2, 3), [0], [1], [5]]],
  ['Softmax', [f(2, 3)], { axis: 2 }],
  ['Squeeze', [f(2, 3), [0]]],
  ['Tile', [f(2, 3), [2]]],
  ['TopK', [f(2, 3), [4]]],
  ['Transpose', [f(2, 3)], { perm: [0, 0] }],
  ['Transpose', [f(2, 3)], { perm: [0, 1, 2] }],
  ['Unsqueeze', [f(2, 3), [4]]],
  ['Where', [['bool', [2]], f(2), d(2)]],
]

const described = cases.map((each) => [`${each[0]} of ${JSON.stringify(each.slice(1))}`, each] as const)

describe('problems', () => {
  it.each(described)('%s', (_name, each) => {
    expect(kindsOf(each)).toHaveLength(1)
  })

  it.each([
    ['Add', [f(2, 3), f('N', 1)]],
    ['Add', [f('N'), f('M')]],
    ['MatMul', [f('B', 'T', 4), f(4, 5)]],
    ['MatMul', [f(2, 'K'), f(4, 5)]],
    ['Concat', [f('N', 3), f(2, 3)], { axis: 0 }],
    ['Reshape', [f('N', 3), [-1, 6]]],
    ['Reshape', [f(2, 0), [2, -1]]],
    ['Squeeze', [f('N', 3), [0]]],
    ['Conv', [f('N', 'C', 'H', 'W'), f(4, 3, 3, 3)]],
  ] satisfies Case[])('finds none in %s of %j: symbols may fit', (...each) => {
    expect(kindsOf(each as Case)).toEqual([])
  })

  it('finds parts that do not make up a whole', () => {
    expect(kindsOf(['Split', [f(6, 2), [2, 3]]], ['y', 'z'])).toEqual(['shape'])
    expect(kindsOf(['Split', [f(6, 2), [2, 4]]], ['y', 'z'])).toEqual([])
  })

  it('says where', () => {
    const nodes = [node('Relu', ['x'], ['m']), node('Add', ['m', 'z'], ['y'], { name: 'sum' })]
    const inputs = [value('x', 'float32', [2]), value('z', 'float32', [3])]
    expect(problemsOf({ inputs, nodes }).map(({ where }) => where)).toEqual(['graph/node sum'])
  })
})

describe('declarations', () => {
  const inputs = [value('x', 'float32', ['N', 3])]
  const nodes = [node('Relu', ['x'], ['y'])]

  it.each([
    [value('y', 'float32', ['N', 4]), 'declared'],
    [value('y', 'float32', [3]), 'declared'],
    [value('y', 'float64', ['N', 3]), 'declared'],
    [value('y', 'float32', ['rows', 3]), undefined],
    [value('y', 'float32', [7, 3]), undefined],
    [value('y', 'float32'), undefined],
  ])('%j', (output, kind) => {
    expect(problemsOf({ inputs, nodes, outputs: [output] }).map((each) => each.kind)).toEqual(kind ? [kind] : [])
  })

  it('say more than follows, and less', () => {
    const typesWith = (dims: readonly (number | string)[]): unknown =>
      inferTypes(modelOf({ inputs, nodes, outputs: [value('y', 'float32', dims)] })).scopes[0]?.types.get('y')
    expect(typesWith([7, 'C'])).toEqual({ kind: 'tensor', element: 1, dims: [7, 3] })
  })

  it('give way to the sizes that a caller asks for', () => {
    const shapes = new Map([['x', [16, 3]]])
    expect(inferTypes(modelOf({ inputs, nodes }), { shapes }).scopes[0]?.types.get('y')).toMatchObject({
      dims: [16, 3],
    })
    expect(inferTypes(modelOf({ inputs, nodes }), { shapes: new Map([['x', [16, 4]]]) }).problems).toHaveLength(1)
  })
})
