import { describe, expect, it } from 'vitest'
import type { Node } from '../../../src/onnx/format/messages.ts'
import { node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { inferred, int64, int64s, problemsOf } from './models.ts'

const x = value('x', 'float32', ['N', 3, 5, 'W'])
const weights = [
  int64s('zero', [0]),
  int64s('one', [1]),
  int64s('two', [2]),
  int64s('minus', [-1]),
  int64s('last', [-1]),
  int64('first', 0),
  int64('third', 2),
  int64('half', 2),
]

/** What a tensor reshaped to \`to\` is. */
function reshapedBy(...nodes: readonly Node[]): unknown {
  const flat = value('flat', 'float32', ['M'])
  const all = [node('Shape', ['x'], ['s']), ...nodes, node('Reshape', ['flat', 'to'], ['y'])]
  return inferred({ inputs: [x, flat], nodes: all, weights }).dims
}

describe('shape arithmetic', () => {
  it('follows Shape, Gather, Unsqueeze, Concat, Reshape', () => {
    const picked = node('Gather', ['s', 'first'], ['n'])
    const lifted = node('Unsqueeze', ['n', 'zero'], ['n1'])
    expect(reshapedBy(picked, lifted, node('Concat', ['n1', 'minus'], ['to'], { attributes: { axis: 0 } }))).toEqual([
      'N',
      undefined,
    ])
  })

  it('follows Slice and Concat', () => {
    const sliced = node('Slice', ['s', 'one', 'last'], ['mid'])
    expect(reshapedBy(sliced, node('Concat', ['mid', 'two'], ['to'], { attributes: { axis: 0 } }))).toEqual([3, 5, 2])
  })

  it('takes part of a shape by the attributes of Shape', () => {
    expect(reshapedBy(node('Shape', ['x'], ['to'], { attributes: { start: 1, end: -1 } }))).toEqual([3, 5])
  })

  it.each([
    ['Mul', ['third5', 'two'], [10]],
    ['Add', ['third5', 'two'], [7]],
    ['Sub', ['third5', 'two'], [3]],
    ['Div', ['third5', 'two'], [2]],
    ['Mod', ['third5', 'two'], [1]],
    ['Max', ['third5', 'two'], [5]],
    ['Min', ['third5', 'two'], [2]],
  ])('%s', (operator, inputs, wanted) => {
    const five = node('Slice', ['s', 'two', 'three'], ['third5'])
    const three = node('Add', ['one', 'two'], ['three'])
    expect(reshapedBy(three, five, node(operator, inputs, ['to']))).toEqual(wanted)
  })

  it('does not divide real numbers as whole ones', () => {
    const real = (from: string, to: string): Node => node('Cast', [from], [to], { attributes: { to: 1 } })
    const whole = node('Cast', ['up'], ['to'], { attributes: { to: 7 } })
    const three = node('Add', ['one', 'two'], ['three'])
    const five = node('Slice', ['s', 'two', 'three'], ['five'])
    const nodes = [
      three,
      five,
      real('five', 'f'),
      real('two', 'g'),
      node('Div', ['f', 'g'], ['q']),
      node('Ceil', ['q'], ['up']),
    ]
    expect(reshapedBy(...nodes, whole)).not.toEqual([2])
  })

  it('keeps a symbol through neutral numbers alone', () => {
    const n = node('Gather', ['s', 'zero'], ['n'])
    expect(reshapedBy(n, node('Mul', ['n', 'one'], ['to']))).toEqual(['N'])
    expect(reshapedBy(n, node('Add', ['n', 'zero'], ['to']))).toEqual(['N'])
    expect(reshapedBy(n, node('Mul', ['n', 'two'], ['to']))).toEqual([undefined])
    expect(reshapedBy(n, node('Add', ['n', 'one'], ['to']))).toEqual([undefined])
  })

  it('works out -1 and 0, and cancels equal symbols', () => {
    const to = (list: readonly number[]): unknown =>
      inferred({ inputs: [x], nodes: [node('Reshape', ['x', 'to'], ['y'])], weights: [int64s('to', list)] }).dims
    expect(to([0, 15, -1])).toEqual(['N', 15, 'W'])
    expect(to([0, -1, 0, 1])).toBeDefined()
    expect(to([-1, 2])).toEqual([undefined, 2])
  })

  it('is not misled by a stretched number', () => {
    const all = { attributes: { keepdims: 0 } }
    const nodes = [
      node('Expand', ['third', 'three_rows'], ['grid']),
      node('ReduceSum', ['grid'], ['total'], all),
      node('Unsqueeze', ['total', 'zero'], ['to']),
      node('ConstantOfShape', ['to'], ['y']),
    ]
    const shape = int64s('three_rows', [3, 2])
    expect(inferred({ inputs: [x], nodes, weights: [...weights, shape] }).dims).not.toEqual([6])
  })

  it('chooses by what is known', () => {
    const nodes = [
      node('Shape', ['x'], ['s']),
      node('Equal', ['s', 'ask'], ['none']),
      node('Where', ['none', 's', 'ask'], ['to']),
      node('Expand', ['w', 'to'], ['y']),
    ]
    const given = [x, value('w', 'float32', [1])]
    const ask = int64s('ask', [2, 3, 7, 1])
    expect(inferred({ inputs: given, nodes, weights: [ask] }).dims?.slice(1, 3)).toEqual([3, 7])
  })

  it('does not look at large constants', () => {
    const large = tensor('large', 'int64', [4096], new BigInt64Array(4096))
    const parts = { inputs: [], nodes: [node('ConstantOfShape', ['large'], ['y'])], weights: [large] }
    expect(inferred(parts).dims).toBeUndefined()
  })

  it('counts steps', () => {
    const range = (a: number, b: number, c: number): unknown =>
      inferred({
        inputs: [],
        nodes: [node('Range', ['a', 'b', 'c'], ['y'])],
        weights: [int64('a', a), int64('b', b), int64('c', c)],
      }).dims
    expect(range(0, 10, 3)).toEqual([4])
    expect(range(10, 0, -4)).toEqual([3])
    expect(range(3, 3, 1)).toEqual([0])
  })

  it('takes a list of one that is no constant for a number, as onnxruntime does', () => {
    const limit = value('limit', 'int64', [1])
    const parts = {
      inputs: [limit],
      nodes: [node('Range', ['a', 'limit', 'c'], ['y'])],
      weights: [int64('a', 0), int64('c', 1)],
    }
    expect(problemsOf(parts)).toEqual([])
    expect(problemsOf({ ...parts, inputs: [value('limit', 'int64', ['N'])] })).toEqual([])
  })
})
