import { describe, expect, it } from 'vitest'
import { readModel } from '../../../src/onnx/format/index.ts'
import { buildGraph, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { summarize } from '../../../src/onnx/graph/summarize.ts'
import { digitsBytes, soundModel, withGraph } from '../models.ts'

describe('summarize', () => {
  it('gives the figures of a model', () => {
    expect(summarize(soundModel(), 321)).toEqual({
      irVersion: 8,
      opset: { 'ai.onnx': 17 },
      producer: 'airworthy 1.2.3',
      nodes: 3,
      operators: { MatMul: 1, Add: 1, Relu: 1 },
      parameters: 8,
      bytes: 321,
      inputs: [{ name: 'x', type: 'float32', dims: ['N', 3] }],
      outputs: [{ name: 'y', type: 'float32', dims: ['N', 2] }],
    })
  })

  it('counts what is nested and what stands in Constant nodes', () => {
    const constant = node('Constant', [], ['c'], {
      attributes: { value: { tensor: tensor('', 'float32', [4, 5], new Float32Array(20)) } },
    })
    const branch = buildGraph({ inputs: [], outputs: [value('c', 'float32', [4, 5])], nodes: [constant] })
    const model = withGraph({
      node: [
        node('If', ['f'], ['y'], { attributes: { then_branch: { graph: branch }, else_branch: { graph: branch } } }),
      ],
    })
    expect(summarize(model, 0)).toMatchObject({ nodes: 3, operators: { If: 1, Constant: 2 }, parameters: 8 + 40 })
  })

  it('counts weights in lists of numbers, wherever nodes keep them', () => {
    const nodes = [
      node('Constant', [], ['a'], { attributes: { value_floats: { floats: [1, 2, 3] } } }),
      node('Constant', [], ['b'], { attributes: { value_ints: [1, 2] } }),
      node('Constant', [], ['c'], { attributes: { value_float: { float: 1 } } }),
      node('LinearRegressor', ['x'], ['y'], {
        domain: 'ai.onnx.ml',
        attributes: { coefficients: { floats: [1, 2, 3, 4] }, intercepts: { floats: [1] }, targets: 1 },
      }),
      node('MaxPool', ['x'], ['z'], { attributes: { kernel_shape: [2, 2] } }),
    ]
    expect(summarize(withGraph({ node: nodes }), 0).parameters).toBe(8 + 3 + 2 + 1 + 4 + 1)
  })

  it('tells types that are not tensors, and shapes of which nothing is known', () => {
    const plain = { docString: '', metadataProps: [] }
    const text = { tensorType: { elemType: 8, shape: { dim: [] } }, denotation: '' }
    const model = withGraph({
      input: [value('any', 'float32')],
      output: [
        { ...plain, name: 'list', type: { denotation: '', sequenceType: { elemType: text } } },
        { ...plain, name: 'map', type: { denotation: '', mapType: { keyType: 7, valueType: text } } },
        { ...plain, name: 'maybe', type: { denotation: '', optionalType: { elemType: text } } },
      ],
    })
    const { inputs, outputs } = summarize(model, 0)
    expect(inputs[0]?.dims).toEqual(['...'])
    expect(outputs.map((output) => output.type)).toEqual(['sequence(string)', 'map(int64, string)', 'optional(string)'])
  })

  it('does not take initialisers for inputs in old models', () => {
    const model = {
      ...withGraph({ input: [value('x', 'float32', ['N', 3]), value('w', 'float32', [3, 2])] }),
      irVersion: 3,
    }
    expect(summarize(model, 0).inputs.map((input) => input.name)).toEqual(['x'])
  })

  it('counts the weights of the quickstart', () => {
    const bytes = digitsBytes('digits-candidate')
    // 784 × 72 + 72 + 72 × 10 + 10, and three constants of the normalisation.
    expect(summarize(readModel(bytes), bytes.length).parameters).toBe(57_250 + 3)
  })
})
