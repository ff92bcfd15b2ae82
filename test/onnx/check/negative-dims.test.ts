import { expect, it } from 'vitest'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { diffInterface } from '../../../src/onnx/diff/index.ts'
import type { Graph, Model } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, value } from '../../../src/onnx/graph/build.ts'
import { interfaceOf } from '../../../src/onnx/graph/interface.ts'
import { inferTypes, type TensorValue } from '../../../src/onnx/infer/index.ts'
import { soundModel, withGraph } from '../models.ts'

/** As Paddle's exporter writes it: -1 in inputs, outputs and everything between. */
function exported(unknown: number | string): Model {
  const names = Array.from({ length: 21 }, (_, at) => `t${at}`)
  const graph = buildGraph({
    inputs: [value('t0', 'float32', [unknown, 3, unknown, unknown])],
    outputs: [value('t20', 'float32', [unknown, 3, unknown, unknown])],
    nodes: names.slice(1).map((name, at) => node('Relu', [`t${at}`], [name])),
  })
  const valueInfo = names.slice(1, -1).map((name) => value(name, 'float32', [unknown, 3, unknown, unknown]))
  return buildModel({ graph: { ...graph, valueInfo }, opset: 13 })
}

it('warns once of a model that declares -1 everywhere', () => {
  expect(checkModel(exported(-1))).toEqual([
    {
      severity: 'warning',
      code: 'dims-negative',
      where: 'model',
      message: 'The declared sizes of `t0` and of 20 other values are negative.',
      hint: 'Leave an unknown size out, or give it a symbol.',
    },
  ])
  expect(checkModel(exported(''))).toEqual([])
})

it('takes -1 for a size that is not known', () => {
  const last = inferTypes(exported(-1)).scopes[0]?.types.get('t20') as TensorValue
  expect(last.dims).toEqual([undefined, 3, undefined, undefined])
  expect(interfaceOf(exported(-1))).toEqual(interfaceOf(exported('')))
  expect(interfaceOf(exported(-1)).inputs[0]?.dims).toEqual(['', 3, '', ''])
  expect(diffInterface(exported(''), exported(-1))).toEqual({ change: 'compatible', reasons: [] })
})

it('warns of -1 in sequences and nested graphs', () => {
  const { tensorType } = value('s', 'float32', [-1]).type ?? {}
  const elemType = { tensorType, denotation: '' } as NonNullable<ReturnType<typeof value>['type']>
  const sequence = { ...value('s', 'float32'), type: { sequenceType: { elemType }, denotation: '' } }
  const graph = soundModel().graph as Graph
  const codes = (model: Model): string[] => checkModel(model).map(({ code }) => code)
  expect(codes(withGraph({ valueInfo: [...graph.valueInfo, sequence] }))).toEqual(['dims-negative'])
})
