import { expect, it } from 'vitest'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { functionScope, scopesOf } from '../../../src/onnx/graph/scopes.ts'
import { leftOut, numbersOf } from '../../../src/onnx/graph/value-numbers.ts'
import { ByValue } from '../../../src/onnx/infer/by-value.ts'

const inner = buildGraph({
  name: 'inner',
  inputs: [],
  outputs: [value('i', 'float32', [2])],
  nodes: [node('Add', ['x', 'w'], ['i'])],
})
const model = buildModel({
  opset: 17,
  graph: buildGraph({
    inputs: [value('x', 'float32', [2])],
    outputs: [value('y', 'float32', [2])],
    nodes: [
      node('Clip', ['x', '', 'w'], ['c']),
      node('If', ['b'], ['y'], { attributes: { then_branch: { graph: inner }, else_branch: { graph: inner } } }),
    ],
    weights: [tensor('w', 'float32', [], new Float32Array(1)), tensor('x', 'float32', [2], new Float32Array(2))],
  }),
})
const [main, nested] = scopesOf(model)
if (main === undefined || nested === undefined) throw new Error('the model has a nested graph')

it('gives every name of a scope one number, wherever it stands', () => {
  const numbers = numbersOf(main)
  const names = (list: readonly number[]) => list.map((number) => numbers.names()[number])
  expect(names(numbers.inputs)).toEqual(['x'])
  expect(names(numbers.initializers)).toEqual(['w', 'x'])
  expect(names(numbers.given)).toEqual(['x', 'w', 'x'])
  expect(names(numbers.outputs)).toEqual(['y'])
  expect([0, 1, 2].map((at) => numbers.read(0, at))).toEqual([numbers.numberOf('x'), leftOut, numbers.numberOf('w')])
  expect(numbers.made(0, 0)).toBe(numbers.numberOf('c'))
  expect([numbers.read(1, 0), numbers.made(1, 0)]).toEqual([numbers.numberOf('b'), numbers.numberOf('y')])
  expect(numbers.names()).toHaveLength(numbers.count)
  expect(numbers.numberOf('i')).toBeUndefined()
})

it('numbers a nested graph and the body of a function by themselves, and each once', () => {
  expect(numbersOf(nested).names()).toEqual(['', 'i', 'x', 'w'])
  expect(numbersOf({ ...nested, path: 'elsewhere' })).toBe(numbersOf(nested))
  const body = {
    name: 'F',
    domain: '',
    overload: '',
    docString: '',
    input: ['a', 'a'],
    output: ['b'],
    attribute: [],
    attributeProto: [],
    node: [node('Relu', ['a'], ['b'])],
    opsetImport: [],
    valueInfo: [],
    metadataProps: [],
  }
  expect(numbersOf(functionScope(body)).names()).toEqual(['', 'a', 'b'])
})

it('finds what is known of a value in its scope, and else by its name around it', () => {
  const around = new ByValue<string>(numbersOf(main))
  const here = new ByValue<string>(numbersOf(nested), around)
  around.put(numbersOf(main).numberOf('x') as number, 'outer x')
  around.put(numbersOf(main).numberOf('w') as number, 'outer w')
  here.put(numbersOf(nested).numberOf('w') as number, 'inner w')
  const find = (name: string) => here.find(numbersOf(nested).numberOf(name) as number, name)
  expect(['x', 'w', 'i'].map(find)).toEqual(['outer x', 'inner w', undefined])
  expect(here.findNamed('c')).toBeUndefined()
  expect([...here]).toEqual([['w', 'inner w']])
  expect([around.size, around.has('x'), around.has('c'), around.get('nowhere')]).toEqual([2, true, false, undefined])
})
