import { describe, expect, it } from 'vitest'
import type { Graph, Node } from '../../../src/onnx/format/messages.ts'
import { buildGraph, node, value } from '../../../src/onnx/graph/build.ts'
import { inferTypes } from '../../../src/onnx/infer/index.ts'
import { modelOf } from './models.ts'

const x = value('x0', 'float32', ['N', 8])

function chain(length: number): Node[] {
  return Array.from({ length }, (_, index) => node(index % 2 === 0 ? 'Relu' : 'Neg', [`x${index}`], [`x${index + 1}`]))
}

function identity(name: string): Graph {
  return buildGraph({ inputs: [], outputs: [value('out', 'float32')], nodes: [node('Relu', [name], ['out'])] })
}

function ifs(count: number): Node[] {
  return Array.from({ length: count }, (_, index) => {
    const graph = identity(`x${index}`)
    return node('If', ['c'], [`x${index + 1}`], { attributes: { then_branch: { graph }, else_branch: { graph } } })
  })
}

function nested(depth: number, operator: 'If' | 'Loop'): Graph {
  let graph = identity('x0')
  for (let at = 0; at < depth; at++) {
    const names = operator === 'If' ? ['then_branch', 'else_branch'] : ['body']
    const attributes = Object.fromEntries(names.map((name) => [name, { graph }]))
    const call = node(operator, operator === 'If' ? ['c'] : ['', 'c', 'x0'], ['out'], { attributes })
    graph = buildGraph({ inputs: [], outputs: [value('out', 'float32')], nodes: [call] })
  }
  return graph
}

describe('inferTypes and large models', () => {
  // How their time grows is measured by lab/growth.ts; a walk that is quadratic would take minutes here.
  it('gets to the end of fifty thousand nodes', () => {
    const model = modelOf({ inputs: [x], nodes: chain(50_000) })
    expect(inferTypes(model).scopes[0]?.types.get('x50000')).toEqual({ kind: 'tensor', element: 1, dims: ['N', 8] })
  })

  it('gets to the end of twenty thousand branches', () => {
    const model = modelOf({ inputs: [x, value('c', 'bool', [])], nodes: ifs(20_000) })
    const { scopes } = inferTypes(model)
    expect(scopes).toHaveLength(1 + 2 * 20_000)
    expect(scopes.find(({ scope }) => scope.path === 'graph')?.types.get('x20000')).toEqual({
      kind: 'tensor',
      element: 1,
      dims: ['N', 8],
    })
  })

  it.each(['If', 'Loop'] as const)('survives %s within %s, thousands deep', (operator) => {
    const graph = nested(operator === 'If' ? 12 : 5_000, operator)
    const deep = { ...graph, input: [x, value('c', 'bool', [])] }
    expect(() => inferTypes({ ...modelOf({ inputs: [], nodes: [] }), graph: deep })).not.toThrow()
  })

  it('does not go through loops within loops again and again', () => {
    const deep = { ...nested(40, 'Loop'), input: [x, value('c', 'bool', [])] }
    const model = { ...modelOf({ inputs: [], nodes: [] }), graph: deep }
    // Going through each body twice would never end at forty deep.
    expect(inferTypes(model).scopes).toHaveLength(41)
  })
})
