import { describe, expect, it } from 'vitest'
import { checkSafety } from '../../../src/onnx/check/safety.ts'
import type { Graph, Model, ModelFunction, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { externalFiles } from '../../../src/onnx/graph/external-files.ts'
import { soundModel, withGraph } from '../models.ts'

function external(entries: Readonly<Record<string, string>>): Model {
  const { rawData: _raw, ...weight }: OnnxTensor = tensor('b', 'float32', [2], new Float32Array(2))
  const externalData = Object.entries(entries).map(([key, text]) => ({ key, value: text }))
  return withGraph({ initializer: [{ ...weight, dataLocation: 1, externalData }] })
}

function codes(model: Model): string[] {
  return checkSafety(model).map((finding) => finding.code)
}

describe('checkSafety', () => {
  it('finds nothing in a sound model', () => {
    expect(checkSafety(soundModel())).toEqual([])
  })

  it.each(['model.onnx.data', 'weights/w..bin', '...', 'a b'])('lets weights be in the file %j', (location) => {
    expect(codes(external({ location, offset: '0', length: '8' }))).toEqual([])
    expect(externalFiles(external({ location }))).toEqual([location])
  })

  it.each(['', '..', '../w', 'a/../../w', 'a/..', '/etc/passwd', 'C:\\w', 'c:w', 'a\\b', 'w\0.bin'])(
    'refuses weights in the file %j',
    (location) => {
      expect(codes(external({ location }))).toEqual(['external-location'])
    },
  )

  it.each([
    [{ location: 'w', offset: '-1' }, 'external-range'],
    [{ location: 'w', offset: '0x10' }, 'external-range'],
    [{ location: 'w', length: '99999999999999999999' }, 'external-range'],
    [{ location: 'w', length: '4' }, 'external-size'],
    [{ location: 'w', __class__: 'x' }, 'external-key'],
  ])('refuses %j', (entries, code) => {
    expect(codes(external(entries as Record<string, string>))).toContain(code)
  })

  it('finds external weights in attributes of nested graphs too', () => {
    const weight = external({ location: '../w' }).graph?.initializer[0] as OnnxTensor
    const constant = node('Constant', [], ['c'], { attributes: { value: { tensor: weight } } })
    const branch = buildGraph({ inputs: [], outputs: [value('c', 'float32', [2])], nodes: [constant] })
    const model = withGraph({
      node: [node('If', ['f'], ['y'], { name: 'if', attributes: { then_branch: { graph: branch } } })],
    })
    expect(checkSafety(model)).toMatchObject([{ where: 'graph/node if/then_branch/node Constant (#0)/value' }])
  })

  it('refuses functions that call themselves, directly or in a circle', () => {
    const model = soundModel()
    expect(codes({ ...model, functions: [body('A', ['B']), body('B', [])] })).toEqual([])
    expect(codes({ ...model, functions: [body('A', ['A'])] })).toEqual(['function-cycle'])
    expect(codes({ ...model, functions: [body('A', ['B']), body('B', ['A'])] })).toContain('function-cycle')
  })

  it('refuses graphs nested beyond any real depth', () => {
    let graph: Graph = soundModel().graph as Graph
    for (let depth = 0; depth < 20; depth++)
      graph = buildGraph({
        inputs: [],
        outputs: [],
        nodes: [node('If', ['f'], [`y${depth}`], { attributes: { then_branch: { graph } } })],
      })
    expect(codes({ ...soundModel(), graph })).toContain('nested-too-deep')
  })
})

function body(name: string, calls: readonly string[]): ModelFunction {
  const nodes = calls.map((callee) => node(callee, ['a'], ['z'], { domain: 'f' }))
  return {
    name,
    domain: 'f',
    input: ['a'],
    output: ['z'],
    attribute: [],
    node: nodes,
    docString: '',
    opsetImport: [],
    attributeProto: [],
    valueInfo: [],
    overload: '',
    metadataProps: [],
  }
}
