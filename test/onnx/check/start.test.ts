import { describe, expect, it } from 'vitest'
import { checkModel, checkStart } from '../../../src/onnx/check/index.ts'
import { readModel, writeModel } from '../../../src/onnx/format/index.ts'
import type {
  Attribute,
  Graph,
  Model,
  ModelFunction,
  Node,
  OnnxTensor,
  TrainingInfo,
} from '../../../src/onnx/format/messages.ts'
import { type AttributeValue, buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { soundModel, withGraph } from '../models.ts'

function barring(model: Model): string[] {
  return checkStart(readModel(writeModel(model))).map(({ code, where }) => `${code} ${where}`)
}

const { rawData: _raw, ...bare }: OnnxTensor = tensor('m', 'float32', [2], new Float32Array(2))
const inMemory: OnnxTensor = {
  ...bare,
  dataLocation: 1,
  externalData: Object.entries({ location: '*/_ORT_MEM_ADDR_/*', offset: '94000000000000', length: '8' }).map(
    ([key, text]) => ({ key, value: text }),
  ),
}
const indices = tensor('m_indices', 'int64', [2], BigInt64Array.of(0n, 1n))
const sparse = { values: inMemory, indices, dims: [4] }

function holding(attribute: AttributeValue, type = 'Constant'): Node {
  return node(type, [], ['c'], { attributes: { value: attribute } })
}

function withAttribute(change: Partial<Attribute>): Node {
  const made = holding({ tensor: inMemory })
  const { t: _t, ...attribute } = made.attribute[0] as Attribute
  return { ...made, attribute: [{ ...attribute, ...change }] }
}

function alone(...nodes: readonly Node[]): Graph {
  return buildGraph({ inputs: [], outputs: [value('c', 'float32', [2])], nodes })
}

function functionOf(change: Partial<ModelFunction>): ModelFunction {
  return {
    name: 'F',
    domain: 'f',
    overload: '',
    input: [],
    output: ['c'],
    attribute: [],
    node: [],
    docString: '',
    opsetImport: soundModel().opsetImport,
    attributeProto: [],
    valueInfo: [],
    metadataProps: [],
    ...change,
  }
}

function training(change: Partial<TrainingInfo>): Model {
  return { ...soundModel(), trainingInfo: [{ initializationBinding: [], updateBinding: [], ...change }] }
}

const places: Readonly<Record<string, Model>> = {
  'an initialiser': withGraph({ initializer: [inMemory] }),
  'a sparse initialiser': withGraph({ sparseInitializer: [sparse] }),
  'the indices of a sparse initialiser': withGraph({
    sparseInitializer: [{ ...sparse, values: indices, indices: inMemory }],
  }),
  'a Constant': withGraph({ node: [holding({ tensor: inMemory })] }),
  'a sparse Constant': withGraph({ node: [withAttribute({ type: 11, sparseTensor: sparse })] }),
  'an attribute of any operator': withGraph({ node: [holding({ tensor: inMemory }, 'ConstantOfShape')] }),
  'an attribute of several tensors': withGraph({ node: [withAttribute({ type: 9, tensors: [inMemory] })] }),
  'an attribute of several sparse tensors': withGraph({ node: [withAttribute({ type: 12, sparseTensors: [sparse] })] }),
  'a nested graph': withGraph({
    node: [node('If', ['f'], ['y'], { attributes: { then_branch: { graph: alone(holding({ tensor: inMemory })) } } })],
  }),
  'an initialiser of a nested graph': withGraph({
    node: [
      node('If', ['f'], ['y'], { attributes: { then_branch: { graph: { ...alone(), initializer: [inMemory] } } } }),
    ],
  }),
  'the body of a function': { ...soundModel(), functions: [functionOf({ node: [holding({ tensor: inMemory })] })] },
  'a default of a function': {
    ...soundModel(),
    functions: [functionOf({ attributeProto: holding({ tensor: inMemory }).attribute })],
  },
  'a graph that is a default of a function': {
    ...soundModel(),
    functions: [
      functionOf({
        attributeProto: node('If', [], [], { attributes: { g: { graph: alone(holding({ tensor: inMemory })) } } })
          .attribute,
      }),
    ],
  },
  'a graph for training': training({ initialization: alone(holding({ tensor: inMemory })) }),
  'weights of a graph for training': training({ algorithm: { ...alone(), initializer: [inMemory] } }),
}

describe('data at an address in memory', () => {
  it.each(Object.entries(places))('is found in %s', (_where, model) => {
    expect(barring(model)).toEqual([expect.stringMatching(/^external-memory /)])
  })

  it('is found whatever the data location says, and with which location it comes last', () => {
    const { dataLocation: _location, ...quiet } = inMemory
    expect(barring(withGraph({ initializer: [quiet as OnnxTensor] }))).toHaveLength(1)
    const twice = [{ key: 'location', value: 'w.bin' }, ...inMemory.externalData]
    expect(barring(withGraph({ initializer: [{ ...inMemory, externalData: twice }] }))).toHaveLength(1)
  })

  it.each([
    ['*/_ORT_MEM_ADDR_/*', 'external-memory', 1],
    ['*/_ORT_LITTLE_ENDIAN_MEM_ADDR_/*', 'external-memory', 1],
    ['MEM_ADDR', 'external-missing', 0],
  ])('is told from a file that is not there: %s', (location, code, barred) => {
    const model = withGraph({ initializer: [{ ...inMemory, externalData: [{ key: 'location', value: location }] }] })
    const found = checkModel(model, undefined, new Map([[location, 'missing']]))
    expect(found.map((finding) => finding.code)).toContain(code)
    expect(barring(model)).toHaveLength(barred)
  })
})

interface Loop {
  readonly times?: bigint | 'input'
  readonly first?: boolean | 'input'
  /** How the body gives out its condition. */
  readonly on?: 'given' | 'true' | 'false' | 'true of outside' | 'worked out'
  readonly inner?: Node
}

function endings(on: NonNullable<Loop['on']>): Node {
  if (on === 'given') return node('Identity', ['c'], ['d'])
  if (on === 'true of outside') return node('Identity', ['yes'], ['d'])
  if (on === 'worked out') return node('Less', ['i', 'limit'], ['d'])
  return node('Constant', [], ['d'], {
    attributes: { value: { tensor: tensor('', 'bool', [], Uint8Array.of(Number(on === 'true'))) } },
  })
}

function bodyOf({ on = 'given', inner }: Loop): Graph {
  return buildGraph({
    inputs: [value('i', 'int64', []), value('c', 'bool', []), value('a', 'float32', [2])],
    outputs: [value('d', 'bool', []), value('b', 'float32', [2])],
    nodes: [endings(on), inner ?? node('Neg', ['a'], ['b'])],
  })
}

function loopNode(loop: Loop, name: string, [from, to]: readonly [string, string], times = `${name} times`): Node {
  const first = loop.first === 'input' ? 'start' : loop.first === false ? 'no' : loop.first === true ? 'yes' : ''
  return node('Loop', [loop.times === undefined ? '' : times, first, from], [to], {
    name,
    attributes: { body: { graph: bodyOf(loop) } },
  })
}

function looping(loop: Loop, nested?: Loop): Model {
  const count = (name: string, { times }: Loop): OnnxTensor[] =>
    typeof times === 'bigint' ? [tensor(`${name} times`, 'int64', [], BigInt64Array.of(times))] : []
  const inner = nested === undefined ? {} : { inner: loopNode(nested, 'inner', ['a', 'b']) }
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [
        value('x', 'float32', [2]),
        value('start', 'bool', []),
        ...(loop.times === 'input' ? [value('outer times', 'int64', [])] : []),
      ],
      outputs: [value('y', 'float32', [2])],
      nodes: [loopNode({ ...loop, ...inner }, 'outer', ['x', 'y'])],
      weights: [
        ...count('outer', loop),
        ...(nested === undefined ? [] : count('inner', nested)),
        tensor('limit', 'int64', [], BigInt64Array.of(5n)),
        tensor('yes', 'bool', [], Uint8Array.of(1)),
        tensor('no', 'bool', [], Uint8Array.of(0)),
      ],
    }),
  })
}

describe('loops', () => {
  const outer = ['loop-endless graph/node outer']
  it.each<[string, Loop, Loop | undefined, readonly string[]]>([
    ['a thousand rounds', { times: 1000n, first: true }, undefined, []],
    ['2 ** 60 rounds', { times: 1n << 60n, first: true }, undefined, outer],
    ['2 ** 60 rounds without a condition', { times: 1n << 60n }, undefined, outer],
    ['2 ** 60 rounds of which each says to go on', { times: 1n << 60n, first: true, on: 'true' }, undefined, outer],
    [
      '2 ** 60 rounds by a constant outside',
      { times: 1n << 60n, first: true, on: 'true of outside' },
      undefined,
      outer,
    ],
    ['as many rounds as there are', { times: (1n << 63n) - 1n, first: true }, undefined, outer],
    ['no count and no end', { first: true, on: 'true' }, undefined, outer],
    ['neither count nor condition', {}, undefined, outer],
    [
      '2 ** 60 rounds with a condition that ends them',
      { times: 1n << 60n, first: true, on: 'worked out' },
      undefined,
      [],
    ],
    ['2 ** 60 rounds that end after the first', { times: 1n << 60n, first: true, on: 'false' }, undefined, []],
    ['2 ** 60 rounds that are never begun', { times: 1n << 60n, first: false }, undefined, []],
    ['2 ** 60 rounds if an input says so', { times: 1n << 60n, first: 'input' }, undefined, []],
    ['no count, and a condition that ends it', { first: true, on: 'worked out' }, undefined, []],
    ['rounds that an input counts', { times: 'input', first: true }, undefined, []],
    ['fewer than none', { times: -5n, first: true }, undefined, []],
    ['a million rounds in one of ten', { times: 10n, first: true }, { times: 1_000_000n, first: true }, []],
    [
      'a million rounds in each of a million',
      { times: 1_000_000n, first: true },
      { times: 1_000_000n, first: true },
      ['loop-endless graph/node outer/body/node inner'],
    ],
    ['one without an end in one that is never begun', { times: 0n, first: true }, { first: true, on: 'true' }, []],
  ])('of %s', (_what, loop, nested, expected) => {
    expect(barring(looping(loop, nested))).toEqual(expected)
  })
})
