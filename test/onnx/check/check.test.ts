import { describe, expect, it } from 'vitest'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { readModel } from '../../../src/onnx/format/index.ts'
import type { Graph, Model, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { attribute, buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { digitsBytes, soundModel, withGraph } from '../models.ts'

const graph = soundModel().graph as Graph
const [w, b] = graph.initializer as [OnnxTensor, OnnxTensor]
const [product, sum, relu] = graph.node as [Graph['node'][number], Graph['node'][number], Graph['node'][number]]

/** Notes aside: what is broken in these models leaves others of its parts unused. */
function codes(model: Model): string[] {
  return checkModel(model)
    .filter((finding) => finding.severity !== 'note')
    .map((finding) => `${finding.severity} ${finding.code}`)
}

describe('checkModel', () => {
  it('finds nothing in sound models', () => {
    expect(checkModel(soundModel())).toEqual([])
    for (const file of ['digits-1.0.0', 'digits-candidate', 'digits-regression'] as const)
      expect(checkModel(readModel(digitsBytes(file)))).toEqual([])
  })

  it('tells where, in a path to follow, and what to do', () => {
    const model = withGraph({ node: [product, { ...sum, opType: 'Ad' }, relu] })
    expect(checkModel(model)).toEqual([
      {
        severity: 'error',
        code: 'operator-unknown',
        where: 'graph/node sum',
        message: 'There is no operator Ad in ai.onnx.',
        hint: 'Check its spelling and its domain, or define it as a function of the model.',
      },
    ])
  })

  const versions: [string, Model, string[]][] = [
    ['no IR version', without('irVersion'), ['error ir-missing']],
    ['an IR version of the future', { ...soundModel(), irVersion: 14 }, ['error ir-too-new']],
    [
      'no operator sets',
      { ...soundModel(), opsetImport: [] },
      ['error opset-missing', 'error domain-missing', 'error domain-missing', 'error domain-missing'],
    ],
    ['an opset of the future', opset(27), ['error opset-range']],
    ['an old opset', opset(6), ['warning opset-old']],
    [
      'an opset twice',
      {
        ...soundModel(),
        opsetImport: [
          { domain: '', version: 17 },
          { domain: 'ai.onnx', version: 17 },
        ],
      },
      ['warning opset-repeated'],
    ],
    [
      'two versions of an opset',
      {
        ...soundModel(),
        opsetImport: [
          { domain: '', version: 17 },
          { domain: 'ai.onnx', version: 16 },
        ],
      },
      ['error opset-duplicate'],
    ],
    [
      'a metadata key twice',
      {
        ...soundModel(),
        metadataProps: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      ['error metadata-duplicate'],
    ],
  ]
  const names: [string, Model, string[]][] = [
    ['a value nobody makes', withGraph({ node: [product, sum, { ...relu, input: ['summ'] }] }), ['error value-unmade']],
    [
      'a value made twice',
      withGraph({ node: [product, sum, relu, node('Relu', ['x'], ['sum'])] }),
      ['error value-remade'],
    ],
    [
      'a node that makes an input',
      withGraph({ node: [product, sum, relu, node('Relu', ['b'], ['x'])] }),
      ['error value-remade'],
    ],
    ['nodes out of order', withGraph({ node: [sum, product, relu] }), ['error node-order']],
    [
      'a circle',
      withGraph({ node: [{ ...product, input: ['y', 'w'] }, sum, relu] }),
      ['error node-order', 'error graph-cycle'],
    ],
    ['an output nobody makes', withGraph({ output: [value('z', 'float32', [1])] }), ['error output-unmade']],
    ['no output', withGraph({ output: [] }), ['error outputs-missing']],
    ['an input twice', withGraph({ input: [...graph.input, ...graph.input] }), ['error input-duplicate']],
    ['weights twice', withGraph({ initializer: [w, b, b] }), ['error initializer-duplicate']],
    [
      'an input without a type',
      withGraph({ input: [{ ...graph.input[0], type: {} } as never] }),
      ['error type-missing'],
    ],
    ['an input without a shape', withGraph({ input: [value('x', 'float32')] }), ['error shape-missing']],
  ]
  const operators: [string, Model, string[]][] = [
    [
      'an operator of a later opset',
      withGraph({ node: [product, sum, { ...relu, opType: 'Gelu' }] }),
      ['error operator-too-new'],
    ],
    [
      'a deprecated operator',
      withGraph({ node: [product, sum, { ...relu, opType: 'Upsample' }] }),
      ['error operator-deprecated'],
    ],
    ['too few inputs', withGraph({ node: [product, { ...sum, input: ['xw'] }, relu] }), ['error input-count']],
    ['too many inputs', withGraph({ node: [product, sum, { ...relu, input: ['sum', 'b'] }] }), ['error input-count']],
    ['too many outputs', withGraph({ node: [product, sum, { ...relu, output: ['y', 'yy'] }] }), ['error output-count']],
    [
      'a domain that is not imported',
      withGraph({ node: [product, sum, { ...relu, domain: 'com.example' }] }),
      ['error domain-missing'],
    ],
    [
      'an attribute twice',
      withGraph({
        node: [product, sum, { ...relu, opType: 'Softmax', attribute: [attribute('axis', 1), attribute('axis', 1)] }],
      }),
      ['error attribute-duplicate'],
    ],
  ]
  const weights: [string, Model, string[]][] = [
    ['too little data', withWeight({ ...b, rawData: new Uint8Array(7) }), ['error weights-size']],
    ['too much data', withWeight({ ...b, rawData: new Uint8Array(12) }), ['error weights-size']],
    ['no data', withWeight(tensor('b', 'float32', [2], new Uint8Array(0))), ['error weights-size']],
    ['data in two fields', withWeight({ ...b, floatData: Float32Array.of(1, 2) }), ['error weights-size']],
    [
      'data in the wrong field',
      withWeight({ ...fielded(b), int64Data: BigInt64Array.of(1n, 2n) }),
      ['error weights-size'],
    ],
    ['data in their own field', withWeight({ ...fielded(b), floatData: Float32Array.of(1, 2) }), []],
    ['an unknown type', withWeight({ ...b, dataType: 99 }), ['error weights-type']],
    ['a negative size', withWeight({ ...b, dims: [-2] }), ['error weights-dims']],
    [
      'a size beyond all memory',
      withWeight({ ...b, dims: [2 ** 40, 2 ** 40] }),
      ['error shape-mismatch', 'error weights-dims'],
    ],
    ['NaN', withWeight(tensor('b', 'float32', [2], Float32Array.of(Number.NaN, 1))), ['error weights-nan']],
    ['infinity', withWeight(tensor('b', 'float32', [2], Float32Array.of(-Infinity, 1))), ['warning weights-infinite']],
    [
      'NaN in half precision',
      withWeight(tensor('b', 'float16', [2], Uint16Array.of(0x7e00, 0x3c00))),
      ['error type-mismatch', 'error weights-nan'],
    ],
    [
      'NaN in bfloat16',
      withWeight({ ...tensor('b', 'float16', [2], Uint16Array.of(0x7fc0, 0x3f80)), dataType: 16 }),
      ['error type-mismatch', 'error weights-nan'],
    ],
  ]
  it.each([...versions, ...names, ...operators, ...weights])('finds %s', (_what, model, expected) => {
    expect(codes(model)).toEqual(expected)
  })

  it('looks into nested graphs, which see the names around them', () => {
    const branch = (output: string, nodes: Graph['node']): Graph =>
      buildGraph({ name: 'branch', inputs: [], outputs: [value(output, 'float32', ['N', 2])], nodes })
    const conditional = (then: Graph): Model =>
      withGraph({
        node: [
          product,
          sum,
          node('If', ['flag'], ['y'], {
            name: 'if',
            attributes: {
              then_branch: { graph: then },
              else_branch: { graph: branch('e', [node('Neg', ['sum'], ['e'])]) },
            },
          }),
        ],
        input: [...graph.input, value('flag', 'bool', [])],
      })
    expect(codes(conditional(branch('t', [node('Abs', ['sum'], ['t'])])))).toEqual([])
    expect(checkModel(conditional(branch('t', [node('Abs', ['e'], ['t'])])))).toMatchObject([
      { code: 'value-unmade', where: 'graph/node if/then_branch/node Abs (#0)' },
    ])
    expect(codes(conditional(branch('sum', [node('Abs', ['xw'], ['sum'])])))).toEqual(['error value-shadowed'])
  })

  it('knows the functions that a model defines', () => {
    const body = {
      name: 'Twice',
      domain: 'com.example',
      input: ['a'],
      output: ['z'],
      attribute: [],
      node: [node('Add', ['a', 'a'], ['z'])],
      docString: '',
      opsetImport: [{ domain: '', version: 17 }],
      attributeProto: [],
      valueInfo: [],
      overload: '',
      metadataProps: [],
    }
    const sound = withGraph({ node: [product, sum, node('Twice', ['sum'], ['y'], { domain: 'com.example' })] })
    const opsetImport = [...sound.opsetImport, { domain: 'com.example', version: 1 }]
    const model = { ...sound, opsetImport, functions: [body] }
    expect(codes(model)).toEqual([])
    expect(codes({ ...model, functions: [{ ...body, node: [node('Add', ['a', 'c'], ['z'])] }] })).toEqual([
      'error value-unmade',
    ])
  })

  it('says once which operators it cannot know', () => {
    const custom = {
      ...soundModel(),
      opsetImport: [
        { domain: '', version: 17 },
        { domain: 'com.example', version: 1 },
      ],
    }
    const model = withGraph(
      {
        node: [
          product,
          sum,
          node('Fused', ['sum'], ['m'], { domain: 'com.example' }),
          node('Fused', ['m'], ['y'], { domain: 'com.example' }),
        ],
      },
      custom,
    )
    expect(checkModel(model)).toMatchObject([{ severity: 'note', code: 'operator-unchecked' }])
  })

  it('lists 20 findings of a kind and counts the others', () => {
    const nodes = Array.from({ length: 50 }, (_, index) =>
      node('Nope', ['x'], [`n${index}`], { name: `node_${index}` }),
    )
    const findings = checkModel(withGraph({ node: [...nodes, product, sum, relu] })).filter(
      (finding) => finding.severity === 'error',
    )
    expect(findings).toHaveLength(21)
    expect(findings.at(-1)).toMatchObject({
      severity: 'error',
      message: '30 more of these, the last at graph/node node_49.',
    })
  })

  it('judges by the limits of the runtime it is told', () => {
    const limits = { irVersion: 7, opset: { min: 9, max: 16 } }
    expect(checkModel(soundModel(), limits).map((finding) => finding.code)).toEqual(['ir-too-new', 'opset-range'])
  })

  it('wants initialisers among the inputs before IR version 4', () => {
    expect(codes({ ...soundModel(), irVersion: 3 })).toEqual([
      'error initializer-not-input',
      'error initializer-not-input',
    ])
  })

  it('accepts every order of a long chain without running out of stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => node('Relu', [`v${index}`], [`v${index + 1}`]))
    const model = buildModel({
      opset: 17,
      graph: buildGraph({
        inputs: [value('v0', 'float32', [1])],
        outputs: [value('v20000', 'float32', [1])],
        nodes: chain.reverse(),
      }),
    })
    expect(new Set(codes(model))).toEqual(new Set(['error node-order']))
  })
})

function without(name: keyof Model): Model {
  const { [name]: _left, ...rest } = soundModel()
  return rest as Model
}

function opset(version: number): Model {
  return { ...soundModel(), opsetImport: [{ domain: '', version }] }
}

function withWeight(weight: OnnxTensor): Model {
  return withGraph({ initializer: [w, weight] })
}

/** A tensor without its raw data. */
function fielded({ rawData: _raw, ...rest }: OnnxTensor): OnnxTensor {
  return rest
}
