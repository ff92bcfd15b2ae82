import { describe, expect, it } from 'vitest'
import { functionOf } from '../../../scripts/malformed/sound.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import type { Model, Node, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'

const { NaN: nan } = Number

interface Parts {
  readonly nodes: readonly Node[]
  readonly weights?: readonly OnnxTensor[]
  /** The type and shape of `y`. */
  readonly gives?: ['float32' | 'bool', readonly (number | string)[]]
}

function modelOf({ nodes, weights = [], gives = ['float32', ['N', 2]] }: Parts): Model {
  const graph = buildGraph({
    inputs: [value('x', 'float32', ['N', 2])],
    outputs: [value('y', ...gives)],
    nodes,
    weights,
  })
  return buildModel({ graph, opset: 18, domains: { 'ai.onnx.ml': 4 } })
}

function floats(name: string, dims: readonly number[], ...numbers: readonly number[]): OnnxTensor {
  return tensor(name, 'float32', dims, Float32Array.from(numbers))
}

function errorsIn(parts: Parts): string[] {
  return checkModel(modelOf(parts)).flatMap(({ severity, code, where }) =>
    severity === 'error' ? [`${code} ${where}`] : [],
  )
}

const scalar = floats('m', [], nan)
const single = floats('m', [1], nan)
const bools: Parts['gives'] = ['bool', ['N', 2]]

function encoder(name: string, list: OnnxTensor): Parts {
  const tables = { keys_tensor: floats('k', [2], 1, 2), values_tensor: floats('v', [2], 3, 4), [name]: list }
  const attributes = Object.fromEntries(Object.entries(tables).map(([key, each]) => [key, { tensor: each }]))
  return { nodes: [node('LabelEncoder', ['x'], ['y'], { name: 'e', domain: 'ai.onnx.ml', attributes })] }
}

function branch(name: string, ...nodes: Node[]): ReturnType<typeof buildGraph> {
  return buildGraph({ name, inputs: [], outputs: [value(name, 'float32', ['N', 2])], nodes })
}

const marksInBranch: Parts = {
  weights: [scalar],
  nodes: [
    node('IsNaN', ['x'], ['c']),
    node('ReduceMax', ['x'], ['most'], { attributes: { keepdims: 0 } }),
    node('Cast', ['most'], ['flag'], { attributes: { to: 9 } }),
    node('If', ['flag'], ['y'], {
      attributes: {
        then_branch: { graph: branch('t', node('Where', ['c', 'm', 'x'], ['t'])) },
        else_branch: { graph: branch('e', node('Identity', ['x'], ['e'])) },
      },
    }),
  ],
}

describe('NaN that is meant', () => {
  it.each<[string, Parts]>([
    ['a key of a LabelEncoder', encoder('keys_tensor', floats('k', [2], 1, nan))],
    ['a value of a LabelEncoder', encoder('values_tensor', floats('v', [2], 1, nan))],
    ['the default of a LabelEncoder', encoder('default_tensor', single)],
    ['what IsNaN is asked', { weights: [scalar], nodes: [node('IsNaN', ['m'], ['y'])], gives: ['bool', []] }],
    [
      'a list of IsNaN',
      { weights: [floats('m', [2], nan, 1)], nodes: [node('IsNaN', ['m'], ['y'])], gives: ['bool', [2]] },
    ],
    ['what is compared', { weights: [single], nodes: [node('Equal', ['x', 'm'], ['y'])], gives: bools }],
    [
      'what Where fills in',
      { weights: [scalar], nodes: [node('IsInf', ['x'], ['c']), node('Where', ['c', 'm', 'x'], ['y'])] },
    ],
    [
      'what Where fills in, in half precision and cast',
      {
        weights: [tensor('h', 'float16', [1], Uint16Array.of(0x7e00))],
        nodes: [
          node('Cast', ['h'], ['m'], { attributes: { to: 1 } }),
          node('IsNaN', ['x'], ['c']),
          node('Where', ['c', 'x', 'm'], ['y']),
        ],
      },
    ],
    [
      'what ConstantOfShape fills in',
      {
        nodes: [
          node('Shape', ['x'], ['s']),
          node('ConstantOfShape', ['s'], ['m'], { attributes: { value: { tensor: single } } }),
          node('IsInf', ['x'], ['c']),
          node('Where', ['c', 'm', 'x'], ['y']),
        ],
      },
    ],
    [
      'a Constant that is expanded',
      {
        nodes: [
          node('Constant', [], ['m'], { attributes: { value: { tensor: scalar } } }),
          node('Shape', ['x'], ['s']),
          node('Expand', ['m', 's'], ['e']),
          node('Equal', ['e', 'x'], ['y']),
        ],
        gives: bools,
      },
    ],
    [
      'what Pad fills in',
      {
        weights: [tensor('p', 'int64', [4], BigInt64Array.of(0n, 1n, 0n, 1n)), scalar],
        nodes: [node('Pad', ['x', 'p', 'm'], ['y'])],
        gives: ['float32', ['N', 4]],
      },
    ],
    ['what a branch reads from around it', marksInBranch],
  ])('%s is no finding', (_what, parts) => {
    expect(errorsIn(parts)).toEqual([])
  })

  it.each<[string, Parts, string]>([
    [
      'a weight matrix',
      { weights: [floats('w', [2, 2], 1, nan, 2, 3)], nodes: [node('MatMul', ['x', 'w'], ['y'])] },
      'graph/initializer w',
    ],
    ['a single addend', { weights: [single], nodes: [node('Add', ['x', 'm'], ['y'])] }, 'graph/initializer m'],
    [
      'what is compared and added',
      {
        weights: [scalar],
        nodes: [node('Equal', ['x', 'm'], ['unread']), node('Add', ['x', 'm'], ['y'])],
      },
      'graph/initializer m',
    ],
    [
      'a matrix that Where picks from',
      {
        weights: [floats('w', [1, 2], nan, 1)],
        nodes: [node('IsNaN', ['x'], ['c']), node('Where', ['c', 'w', 'x'], ['y'])],
      },
      'graph/initializer w',
    ],
    [
      'what is expanded and multiplied',
      {
        weights: [single],
        nodes: [node('Shape', ['x'], ['s']), node('Expand', ['m', 's'], ['e']), node('Mul', ['x', 'e'], ['y'])],
      },
      'graph/initializer m',
    ],
    [
      'what the model gives out',
      { weights: [single], nodes: [node('Identity', ['m'], ['y'])], gives: ['float32', [1]] },
      'graph/initializer m',
    ],
    ['what nobody reads', { weights: [single], nodes: [node('Relu', ['x'], ['y'])] }, 'graph/initializer m'],
    [
      'a kernel in a Constant',
      {
        nodes: [
          node('Constant', [], ['w'], { name: 'c', attributes: { value: { tensor: floats('', [2, 1], 1, nan) } } }),
          node('MatMul', ['x', 'w'], ['y']),
        ],
        gives: ['float32', ['N', 1]],
      },
      'graph/node c/value',
    ],
  ])('%s fails', (_what, parts, where) => {
    expect(errorsIn(parts)).toEqual([`weights-nan ${where}`])
  })

  it.each([
    ['Equal', bools, []],
    ['Add', ['float32', ['N', 2]], ['weights-nan function Marks/node c/value']],
  ] satisfies [string, Parts['gives'], string[]][])(
    'in a function it is told by what reads it there: %s',
    (operator, gives, expected) => {
      const constant = node('Constant', [], ['m'], { name: 'c', attributes: { value: { tensor: scalar } } })
      const body = functionOf('Marks', [constant, node(operator, ['a', 'm'], ['z'])])
      const model = modelOf({ nodes: [node('Marks', ['x'], ['y'], { domain: 'local' })], gives })
      const opsetImport = [...model.opsetImport, { domain: 'local', version: 1 }]
      const findings = checkModel({ ...model, opsetImport, functions: [{ ...body, opsetImport: model.opsetImport }] })
      const errors = findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, where }) => `${code} ${where}`)
      expect(errors).toEqual(expected)
    },
  )
})
