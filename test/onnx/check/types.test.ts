import { describe, expect, it } from 'vitest'
import { functionOf } from '../../../scripts/malformed/sound.ts'
import { collectFindings } from '../../../src/onnx/check/findings.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { checkTypes } from '../../../src/onnx/check/types.ts'
import type { Model, Node, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { scopesOf } from '../../../src/onnx/graph/scopes.ts'
import { numbersOf } from '../../../src/onnx/graph/value-numbers.ts'
import { ByValue } from '../../../src/onnx/infer/by-value.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import type { Inference, TypeProblem, ValueType } from '../../../src/onnx/infer/types.ts'
import { soundModel } from '../models.ts'

function model(inputs: readonly ValueInfo[], nodes: readonly Node[], opset = 17): Model {
  return buildModel({ opset, graph: buildGraph({ inputs, outputs: [], nodes }) })
}

function messages(given: Model, inference: Inference = inferTypes(given)): string[] {
  return collectFindings((report) => checkTypes(given, inference, report)).map(
    ({ code, message }) => `${code}: ${message}`,
  )
}

const float = value('f', 'float32', [2])
const double = value('d', 'float64', [2])
const int = value('i', 'int64', [2])
const text = value('s', 'string', [2])

describe('checkTypes', () => {
  it('accepts what operators take', () => {
    expect(messages(soundModel())).toEqual([])
    expect(messages(model([float, int], [node('Gather', ['f', 'i'], ['y'])]))).toEqual([])
    expect(messages(model([float, int], [node('Clip', ['f', '', 'f'], ['y'])]))).toEqual([])
  })

  it.each([
    [
      'a type the operator does not take',
      [node('Relu', ['s'], ['y'])],
      'Its input `s` is string where Relu has one of',
    ],
    ['another fixed type', [node('Reshape', ['f', 'f'], ['y'])], 'Its input `f` is float32 where Reshape has int64.'],
    ['two types for one variable', [node('Add', ['f', 'd'], ['y'])], 'is float64 where Add has float32, as elsewhere.'],
    [
      'two types in a homogeneous list',
      [node('Concat', ['f', 'f', 'i'], ['y'], { attributes: { axis: 0 } })],
      'is int64',
    ],
    [
      'a type that follows',
      [node('Cast', ['f'], ['c'], { attributes: { to: 8 } }), node('Abs', ['c'], ['y'])],
      '`c` is string',
    ],
    ['a type given by another output', [node('ArgMax', ['f'], ['a']), node('Add', ['a', 'f'], ['y'])], 'is float32'],
    ['a sequence', [node('SequenceConstruct', ['f', 'd'], ['y'])], '`d` is float64'],
    ['an element of a sequence as a sequence', [node('SequenceLength', ['f'], ['y'])], '`f` is float32'],
  ] as const)('refuses %s', (_what, nodes, message) => {
    const found = messages(model([float, double, int, text], nodes))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`type-mismatch: `)
    expect(found[0]).toContain(message)
  })

  it('knows what the version of the operator takes', () => {
    const shorts = [value('h', 'bool', [2])]
    expect(messages(model(shorts, [node('Equal', ['h', 'h'], ['y'])], 13))).toEqual([])
    expect(messages(model([float], [node('Equal', ['f', 'f'], ['y'])], 7))).toHaveLength(1)
    expect(messages(model([float], [node('Equal', ['f', 'f'], ['y'])], 11))).toEqual([])
  })

  it('compares declarations with one another and with what follows', () => {
    const given = soundModel()
    const graph = given.graph as NonNullable<Model['graph']>
    const declaring = (declared: ValueInfo): Model => ({ ...given, graph: { ...graph, valueInfo: [declared] } })
    expect(messages(declaring(value('xw', 'float32', ['N', 2])))).toEqual([])
    expect(messages(declaring(value('w', 'float32', [2, 3])))).toEqual([
      'declared-wrong: `w` is declared as float32[2, 3] and is float32[3, 2].',
    ])
    expect(messages(declaring(value('w', 'float64', [3, 2])))).toContain(
      'declared-wrong: `w` is declared as float64[3, 2] and is float32[3, 2].',
    )
  })

  it('follows types into functions, by what each call gives them', () => {
    const body = functionOf('Twice', [node('Add', ['a', 'a'], ['z'])])
    const calling = (name: string): Model => ({
      ...model([float, text], [node('Twice', [name], ['y'], { domain: 'local' }), node('Relu', ['y'], ['z'])]),
      functions: [body],
    })
    expect(messages(calling('f'))).toEqual([])
    expect(messages(calling('s')).join()).toContain('`a` is string where Add has')
    expect(
      messages({ ...calling('f'), functions: [{ ...body, node: [node('Twice', ['a'], ['z'], { domain: 'local' })] }] }),
    ).toEqual([])
  })

  it('sees from nested graphs what is around them', () => {
    const branch = (output: string) => ({
      graph: buildGraph({
        inputs: [],
        outputs: [value(output, 'float32', [2])],
        nodes: [node('Add', ['f', 'outer'], [output])],
      }),
    })
    const given = buildModel({
      opset: 17,
      graph: buildGraph({
        inputs: [float, value('flag', 'bool', [])],
        outputs: [value('y', 'float32', [2])],
        nodes: [node('If', ['flag'], ['y'], { attributes: { then_branch: branch('t'), else_branch: branch('e') } })],
        weights: [tensor('outer', 'float64', [2], new Float64Array(2))],
      }),
    })
    expect(messages(given)).toHaveLength(2)
  })

  it('takes what inference knows, and tells its problems', () => {
    const given = model([float], [node('Foo', ['f'], ['q'], { domain: 'x' }), node('Relu', ['q'], ['y'])])
    const [scope] = scopesOf(given)
    if (scope === undefined) throw new Error('a model has a scope')
    const numbers = numbersOf(scope)
    const types = new ByValue<ValueType>(numbers)
    types.put(numbers.numberOf('q') as number, { kind: 'tensor', element: 8, dims: [2] })
    const problem = (kind: TypeProblem['kind']): TypeProblem => ({ kind, where: 'graph/node A', message: `${kind}.` })
    const problems = (['type', 'shape', 'declared', 'value'] as const).map(problem)
    const found = messages(given, { scopes: [{ scope, types }], problems, endless: new Map() })
    expect(found[0]).toContain('type-mismatch: Its input `q` is string')
    expect(found.slice(1)).toEqual([
      'type-mismatch: type.',
      'shape-mismatch: shape.',
      'declared-wrong: declared.',
      'value-range: value.',
    ])
  })

  it.each(['__proto__', 'constructor', 'toString'])('is not confused by an operator called %s', (name) => {
    const branch = { graph: buildGraph({ inputs: [], outputs: [], nodes: [] }) }
    const strange = model([float], [node(name, ['f'], ['y'], { attributes: { [`${name}_`]: branch } })])
    expect(checkModel(strange).map((finding) => finding.code)).toContain('operator-unknown')
  })

  it('does not run out of stack in functions that call one another thousands deep', () => {
    const functions = Array.from({ length: 5000 }, (_, at) =>
      functionOf(`F${at}`, [node(`F${at + 1}`, ['a'], ['z'], { domain: 'local' })]),
    )
    const deep = { ...model([float], [node('F0', ['f'], ['y'], { domain: 'local' })]), functions }
    expect(inferTypes(deep).scopes.length).toBeGreaterThan(functions.length)
  })
})
