import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Model, Node } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel } from '../../../src/onnx/graph/build.ts'
import type { Attempt } from '../attempt.ts'
import { floats, npz } from '../files/data.ts'
import { batch, model, node, type Parts, scoring, tensor, value, vector, weights, whole } from '../files/models.ts'
import { found, refused, type Truth } from '../truth.ts'

const fixed = (name: string, dims: readonly (number | string)[], type: 'float32' | 'int64' | 'bool' = 'float32') =>
  value(name, type, dims)
const checker: Truth = refused('onnx.checker', { ask: 'checks', model: 'm.onnx' })
const load: Truth = refused('onnxruntime, loading', { ask: 'loads', model: 'm.onnx' })

/** A model that `validate` must not find sound, by its graph alone; `sound` is the same model without what is wrong with it. */
function malformed(name: string, tried: string, parts: Parts, sound?: Parts, truth: Truth = checker): Attempt {
  return {
    name,
    kind: 'model',
    tried,
    files: () => ({
      'm.onnx': model({ opset: 18, ...parts }),
      ...(sound === undefined ? {} : { 'good.onnx': model({ opset: 18, ...sound }) }),
    }),
    run: 'validate m.onnx --checks graph',
    truth,
    ...(sound === undefined ? {} : { control: { what: 'the same model, sound', run: 'validate good.onnx' } }),
  }
}

/** A model that declares another shape of its output than it gives. */
const lies = (name: string, tried: string, parts: Parts, truthful: Parts): Attempt => ({
  ...malformed(
    name,
    tried,
    parts,
    truthful,
    found(
      { ask: 'shape', model: 'm.onnx' },
      (said) => /declares (.*), gives (?!\1$)/.test(String(said)),
      (said) => `it ${said}`,
    ),
  ),
  run: 'validate m.onnx',
})

/** A loop whose steps each need the one before, so that no optimiser can leave any out. */
const endless = (trips: bigint): Parts => ({
  inputs: [fixed('x', [1])],
  outputs: [fixed('y', [1])],
  nodes: [
    node('Loop', ['trips', 'go', 'x'], ['y'], {
      attributes: {
        body: {
          graph: buildGraph({
            name: 'body',
            inputs: [fixed('step', [], 'int64'), fixed('going', [], 'bool'), fixed('before', [1])],
            outputs: [fixed('on', [], 'bool'), fixed('after', [1])],
            nodes: [node('Identity', ['going'], ['on']), node('Sin', ['before'], ['after'])],
          }),
        },
      },
    }),
  ],
  weights: [tensor('trips', 'int64', [], BigInt64Array.of(trips)), tensor('go', 'bool', [], Uint8Array.of(1))],
})

function recursive(): Model {
  const calling = (body: Node[]) =>
    buildGraph({ name: 'branch', inputs: [], outputs: [fixed('z', ['N', 2])], nodes: body })
  const call = node('If', ['c'], ['y'], {
    attributes: {
      then_branch: { graph: calling([node('again', ['x'], ['z'], { domain: 'own' })]) },
      else_branch: { graph: calling([node('Identity', ['x'], ['z'])]) },
    },
  })
  const own = buildModel({
    opset: 17,
    domains: { own: 1 },
    graph: buildGraph({
      inputs: [batch(2)],
      outputs: [batch(2, 'y')],
      nodes: [node('again', ['x'], ['y'], { domain: 'own' })],
    }),
  })
  const constant = node('Constant', [], ['c'], {
    attributes: { value: { tensor: tensor('t', 'bool', [], Uint8Array.of(1)) } },
  })
  return {
    ...own,
    functions: [
      {
        name: 'again',
        domain: 'own',
        overload: '',
        docString: '',
        input: ['x'],
        output: ['y'],
        attribute: [],
        attributeProto: [],
        node: [constant, call],
        opsetImport: [
          { domain: '', version: 17 },
          { domain: 'own', version: 1 },
        ],
        valueInfo: [],
        metadataProps: [],
      },
    ],
  }
}

/** A row of a table of two for each whole number, 0 or 1. */
export const gathering: Parts = {
  inputs: [value('x', 'int64', ['N', 1])],
  outputs: [value('y', 'float32', ['N', 1, 4])],
  nodes: [node('Gather', ['table', 'x'], ['y'])],
  weights: [
    weights('table', [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]),
  ],
}

const shadowing = (inner: string): Parts => ({
  inputs: [fixed('x', [3])],
  outputs: [fixed('y', [3])],
  nodes: [
    node('Loop', ['m', 't', 'x'], ['y'], {
      attributes: {
        body: {
          graph: buildGraph({
            name: 'b',
            inputs: [fixed('it', [], 'int64'), fixed('ci', [], 'bool'), fixed('before', [3])],
            outputs: [fixed('co', [], 'bool'), fixed(inner, [3])],
            nodes: [node('Identity', ['ci'], ['co']), node('Add', ['before', 'w'], [inner])],
          }),
        },
      },
    }),
  ],
  weights: [
    tensor('m', 'int64', [], BigInt64Array.of(2n)),
    tensor('t', 'bool', [], Uint8Array.of(1)),
    vector('w', [1, 1, 1]),
  ],
})

/** Models that are broken, or are not what they say. */
export const structure: readonly Attempt[] = [
  malformed(
    'graph-einsum-unknown-letter',
    'An Einsum whose result has a letter that no input has',
    {
      inputs: [fixed('a', [2, 3]), fixed('b', [3, 4])],
      outputs: [fixed('y', [2, 'z'])],
      nodes: [node('Einsum', ['a', 'b'], ['y'], { attributes: { equation: 'ij,jk->iz' } })],
    },
    {
      inputs: [fixed('a', [2, 3]), fixed('b', [3, 4])],
      outputs: [fixed('y', [2, 4])],
      nodes: [node('Einsum', ['a', 'b'], ['y'], { attributes: { equation: 'ij,jk->ik' } })],
    },
  ),
  malformed(
    'graph-split-more-outputs',
    'A Split that gives three outputs and says two',
    {
      inputs: [fixed('x', [10])],
      outputs: [fixed('a', ['i']), fixed('b', ['j']), fixed('c', ['k'])],
      nodes: [node('Split', ['x'], ['a', 'b', 'c'], { attributes: { axis: 0, num_outputs: 2 } })],
    },
    undefined,
    load,
  ),
  malformed('graph-slice-axis-twice', 'A Slice that cuts one axis twice', {
    inputs: [fixed('x', [5, 3])],
    outputs: [fixed('y', ['a', 3])],
    nodes: [node('Slice', ['x', 'from', 'to', 'axes'], ['y'])],
    weights: [whole('from', [0, 1]), whole('to', [2, 3]), whole('axes', [0, 0])],
  }),
  malformed(
    'graph-resize-both',
    'A Resize that is given both factors and sizes',
    {
      inputs: [fixed('x', [1, 1, 4, 6])],
      outputs: [fixed('y', [1, 1, 8, 12])],
      nodes: [node('Resize', ['x', '', 'factors', 'sizes'], ['y'], { attributes: { mode: 'nearest' } })],
      weights: [vector('factors', [1, 1, 2, 2]), whole('sizes', [1, 1, 8, 12])],
    },
    {
      inputs: [fixed('x', [1, 1, 4, 6])],
      outputs: [fixed('y', [1, 1, 8, 12])],
      nodes: [node('Resize', ['x', '', 'factors'], ['y'], { attributes: { mode: 'nearest' } })],
      weights: [vector('factors', [1, 1, 2, 2])],
    },
  ),
  malformed(
    'graph-name-shadowed',
    'A value in the body of a loop that has the name of one around it',
    shadowing('x'),
    shadowing('after'),
  ),
  {
    ...malformed('graph-recursion', 'A function that calls itself in one branch of an If', gathering, undefined, load),
    files: () => ({ 'm.onnx': writeModel(recursive()) }),
  },
  {
    ...malformed(
      'graph-loop-of-2-60',
      'A loop of 2^60 steps, which is sound and never ends',
      endless(2n ** 60n),
      endless(8n),
      found(
        { ask: 'trips', model: 'm.onnx' },
        (steps) => Number(steps) > 1e15,
        (steps) => `${steps} steps`,
      ),
    ),
    run: 'validate m.onnx',
  },
  {
    ...malformed(
      'opset-unknown',
      'An operator set that the runtime does not have',
      { ...gathering, opset: 99 },
      gathering,
      load,
    ),
    run: 'validate m.onnx',
  },
  {
    ...malformed(
      'operator-of-own-domain',
      'An operator of a domain of one’s own, which no runtime has',
      {
        inputs: [batch(2)],
        outputs: [batch(2, 'y')],
        nodes: [node('Magic', ['x'], ['y'], { domain: 'com.example' })],
        domains: { 'com.example': 1 },
      },
      undefined,
      load,
    ),
    run: 'validate m.onnx',
  },
  lies(
    'shape-lies-nonzero',
    'An output that declares seven columns where six come out',
    { inputs: [fixed('x', [2, 3])], outputs: [fixed('y', [2, 7], 'int64')], nodes: [node('NonZero', ['x'], ['y'])] },
    { inputs: [fixed('x', [2, 3])], outputs: [fixed('y', [2, 'n'], 'int64')], nodes: [node('NonZero', ['x'], ['y'])] },
  ),
  lies(
    'shape-lies-compress',
    'An output that declares four rows where two come out',
    {
      inputs: [fixed('x', [4, 3])],
      outputs: [fixed('y', [4, 3])],
      nodes: [node('Compress', ['x', 'm'], ['y'], { attributes: { axis: 0 } })],
      weights: [tensor('m', 'bool', [4], Uint8Array.of(1, 0, 1, 0))],
    },
    {
      inputs: [fixed('x', [4, 3])],
      outputs: [fixed('y', [2, 3])],
      nodes: [node('Compress', ['x', 'm'], ['y'], { attributes: { axis: 0 } })],
      weights: [tensor('m', 'bool', [4], Uint8Array.of(1, 0, 1, 0))],
    },
  ),
  {
    name: 'weights-nan',
    kind: 'model',
    tried: 'NaN among the weights, where made-up inputs give NaN and nobody looks',
    files: () => ({
      'm.onnx': scoring([
        [1, Number.NaN],
        [0, 1],
      ]),
      'good.onnx': scoring([
        [1, 2],
        [0, 1],
      ]),
      'data.npz': npz({ x: floats([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]) }),
    }),
    run: 'validate m.onnx --checks graph',
    truth: found(
      { ask: 'finite', model: 'm.onnx', data: 'data.npz' },
      (share) => share === 0,
      (share) => `numbers for ${100 * Number(share)} % of the examples`,
    ),
    control: { what: 'a number in its place', run: 'validate good.onnx' },
  },
]
