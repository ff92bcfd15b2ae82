import { expect, it } from 'vitest'
import { checkModel } from '../../../src/onnx/check/index.ts'
import type { Graph, Model, Node, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'

const pair = (name: string): OnnxTensor => tensor(name, 'float32', [2], Float32Array.of(1, 2))

/** A branch that adds two values. */
function branch(name: string, added: readonly [string, string], change: Partial<Graph> = {}): Graph {
  const output = `${name}_out`
  const graph = buildGraph({
    name,
    inputs: [],
    outputs: [value(output, 'float32', [2])],
    nodes: [node('Add', added, [output], { name: `${name}_add` })],
  })
  return { ...graph, ...change }
}

/** The body of a Loop, whose state has a name. */
function body(state: string, nodes: readonly Node[] = []): Graph {
  return buildGraph({
    name: 'body',
    inputs: [value('i', 'int64', []), value('c', 'bool', []), value(state, 'float32', [2])],
    outputs: [value('d', 'bool', []), value('s', 'float32', [2])],
    nodes: [...nodes, node('Identity', ['c'], ['d']), node('Relu', [state], ['s'])],
  })
}

function withLoop(loop: Graph, after: readonly Node[] = []): Model {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [2]), value('yes', 'bool', [])],
    outputs: [value('y', 'float32', [2])],
    weights: [pair('w'), tensor('two', 'int64', [], BigInt64Array.of(2n))],
    nodes: [
      node('Add', ['x', 'w'], ['made']),
      node('Loop', ['two', 'yes', 'made'], ['y'], { name: 'loop', attributes: { body: { graph: loop } } }),
      ...after,
    ],
  })
  return buildModel({ graph, opset: 17 })
}

function withIf(then: Graph): Model {
  const graph = buildGraph({
    inputs: [value('x', 'float32', [2]), value('yes', 'bool', [])],
    outputs: [value('y', 'float32', [2])],
    weights: [pair('w')],
    nodes: [
      node('Add', ['x', 'w'], ['made']),
      node('If', ['yes'], ['y'], {
        name: 'if',
        attributes: { then_branch: { graph: then }, else_branch: { graph: branch('other', ['made', 'made']) } },
      }),
    ],
  })
  return buildModel({ graph, opset: 17 })
}

/** Findings about names, notes aside. */
function found(model: Model): string[] {
  return checkModel(model).flatMap(({ severity, code, where }) =>
    severity === 'note' ? [] : [`${severity} ${code} ${where.replace('graph/node ', '')}`],
  )
}

it.each(['x', 'w', 'made'])('warns of the input of a body that hides `%s` around it', (name) => {
  expect(found(withLoop(body(name)))).toEqual([`warning name-shadowed loop/body/input ${name}`])
})

it.each(['x', 'w', 'made'])('warns of an initialiser of a branch that hides `%s` around it', (name) => {
  expect(found(withIf(branch('then', [name, 'made'], { initializer: [pair(name)] })))).toEqual([
    `warning name-shadowed if/then_branch/initializer ${name}`,
  ])
})

it('warns of names that a graph around makes later', () => {
  const later = node('Neg', ['x'], ['later'])
  expect(found(withLoop(body('later'), [later]))).toEqual(['warning name-shadowed loop/body/input later'])
  const made = body('state', [node('Neg', ['x'], ['later'], { name: 'inner' })])
  expect(found(withLoop(made, [later]))).toEqual(['warning name-shadowed loop/body/node inner'])
})

it('warns of names that are hidden two graphs further in', () => {
  const inner = branch('inner', ['w', 'made'], { initializer: [pair('w')] })
  const nested = node('If', ['c'], ['mid_out'], {
    name: 'deep',
    attributes: { then_branch: { graph: inner }, else_branch: { graph: branch('else', ['x', 'made']) } },
  })
  expect(found(withLoop(body('state', [nested])))).toEqual([
    'warning name-shadowed loop/body/node deep/then_branch/initializer w',
  ])
})

it('refuses nodes that make what is around them, as before', () => {
  const made = body('state', [node('Neg', ['x'], ['w'], { name: 'inner' })])
  expect(found(withLoop(made))).toEqual(['error value-shadowed loop/body/node inner'])
})

it('takes a name in two branches, and that of the output of the node itself', () => {
  expect(found(withIf(branch('then', ['own', 'made'], { initializer: [pair('own')] })))).toEqual([])
  expect(found(withLoop(body('y')))).toEqual([])
  expect(found(withIf(branch('other', ['made', 'x'])))).toEqual([])
})
