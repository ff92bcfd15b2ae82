import { performance } from 'node:perf_hooks'
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

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
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
  it('takes time in proportion to the nodes', () => {
    const [small, large] = [chain(5_000), chain(50_000)].map((nodes) => modelOf({ inputs: [x], nodes }))
    const model = large as NonNullable<typeof large>
    inferTypes(small as NonNullable<typeof small>)
    const took = time(() => inferTypes(model))
    expect(inferTypes(model).scopes[0]?.types.get('x50000')).toEqual({ kind: 'tensor', element: 1, dims: ['N', 8] })
    // About 0.1 s; a quadratic walk takes minutes.
    expect(took).toBeLessThan(3000)
  })

  it('takes time in proportion to the nested graphs', () => {
    const model = modelOf({ inputs: [x, value('c', 'bool', [])], nodes: ifs(20_000) })
    expect(time(() => inferTypes(model))).toBeLessThan(5000)
  })

  it.each(['If', 'Loop'] as const)('survives %s within %s, thousands deep', (operator) => {
    const graph = nested(operator === 'If' ? 12 : 5_000, operator)
    const deep = { ...graph, input: [x, value('c', 'bool', [])] }
    expect(() => inferTypes({ ...modelOf({ inputs: [], nodes: [] }), graph: deep })).not.toThrow()
  })

  it('does not go through loops within loops again and again', () => {
    const deep = { ...nested(20, 'Loop'), input: [x, value('c', 'bool', [])] }
    const model = { ...modelOf({ inputs: [], nodes: [] }), graph: deep }
    expect(time(() => inferTypes(model))).toBeLessThan(5000)
  })
})
