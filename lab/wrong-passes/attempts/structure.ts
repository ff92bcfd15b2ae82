import { createHash } from 'node:crypto'
import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Model, Node, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel } from '../../../src/onnx/graph/build.ts'
import type { Attempt, Files } from '../attempt.ts'
import { floats, npz, numbers } from '../files/data.ts'
import {
  batch,
  identity,
  model,
  node,
  type Parts,
  scalar,
  scoring,
  swapped,
  tensor,
  value,
  vector,
  weights,
  whole,
} from '../files/models.ts'
import { both, found, refused, type Truth, worse } from '../truth.ts'
import { labelled } from './usual.ts'

const fixed = (name: string, dims: readonly (number | string)[], type: 'float32' | 'int64' | 'bool' = 'float32') =>
  value(name, type, dims)
const refusedBy = { checker: 'onnx.checker', load: 'onnxruntime, loading', run: 'onnxruntime, running' }
const checker: Truth = refused(refusedBy.checker, { ask: 'checks', model: 'm.onnx' })
const load: Truth = refused(refusedBy.load, { ask: 'loads', model: 'm.onnx' })

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

/** Weights in a file beside the model. */
function external(name: string, dims: readonly number[], entries: Readonly<Record<string, string>>): OnnxTensor {
  const { rawData: _, ...rest } = tensor(name, 'float32', dims, new Float32Array(0))
  return {
    ...rest,
    dataLocation: 1,
    externalData: Object.entries(entries).map(([key, text]) => ({ key, value: text })),
  }
}

function withExternal(entries: Readonly<Record<string, string>>): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [node('MatMul', ['x', 'w'], ['scores'])],
    weights: [external('w', [10, 10], entries)],
  })
}

const bytesOf = (matrix: readonly (readonly number[])[]) => new Uint8Array(Float32Array.from(matrix.flat()).buffer)
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

/** A body of a loop that adds the number of the step, so that no optimiser can leave out steps. */
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
  } as unknown as Model
}

const gathering: Parts = {
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

const random = (share: number): Parts => ({
  inputs: [batch(10)],
  outputs: [batch(10, 'scores')],
  nodes: [
    node('RandomUniformLike', ['x'], ['drawn'], { attributes: { seed: { float: 1 } } }),
    node('Greater', ['drawn', 'bound'], ['where']),
    node('Neg', ['x'], ['turned']),
    node('Where', ['where', 'turned', 'x'], ['scores']),
  ],
  weights: [scalar('bound', 1 - share)],
})

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
  {
    name: 'external-missing',
    kind: 'model',
    tried: 'Weights in a file that is not there',
    files: () => ({ 'm.onnx': withExternal({ location: 'm.data', length: '400' }) }),
    run: 'validate m.onnx --checks graph',
    truth: load,
    control: { what: 'with the file', files: () => ({ 'm.data': bytesOf(identity(10)) }), run: 'validate m.onnx' },
  },
  {
    name: 'external-lfs-pointer',
    kind: 'model',
    tried: 'A Git LFS pointer in place of the weights, long enough for them',
    files: () => ({ 'm.onnx': tiny({ location: 'm.data', length: '120' }), 'm.data': pointer }),
    run: 'validate m.onnx',
    truth: found(
      { ask: 'size', model: 'm.onnx' },
      () => pointer.length >= 120,
      () => 'the weights begin with "version https://git-lfs.github.com/spec/v1"',
    ),
    control: {
      what: 'with weights',
      files: () => ({ 'm.data': new Uint8Array(new Float32Array(30).fill(0.5).buffer) }),
      run: 'validate m.onnx',
    },
  },
  {
    name: 'external-checksum',
    kind: 'model',
    tried: 'Weights whose SHA-1 is not the one that the model states',
    files: () => ({
      'm.onnx': withExternal({ location: 'm.data', length: '400', checksum: sha1(bytesOf(identity(10))) }),
      'm.data': bytesOf(swapped(10, [3, 4])),
      'good.data': bytesOf(identity(10)),
      'old.onnx': scoring(identity(10)),
      'data.npz': labelled,
    }),
    run: 'validate m.onnx',
    truth: worse('accuracy', 0.02, { new: 'm.onnx' }),
    control: {
      what: 'the weights of that checksum',
      files: () => ({ 'm.data': bytesOf(identity(10)) }),
      run: 'validate m.onnx',
    },
  },
  {
    name: 'external-memory-address',
    kind: 'model',
    tried: 'The place that older runtimes take for an address in memory',
    files: () => ({ 'm.onnx': withExternal({ location: '*/_ORT_MEM_ADDR_/*', offset: '4096', length: '400' }) }),
    run: 'validate m.onnx --checks graph',
    truth: load,
  },
  {
    name: 'external-outside',
    kind: 'model',
    tried: 'Weights in the folder above',
    files: () => ({ 'm.onnx': withExternal({ location: '../m.data', length: '400' }) }),
    run: 'validate m.onnx --checks safety',
    truth: load,
  },
  {
    name: 'lfs-pointer-model',
    kind: 'model',
    tried: 'A Git LFS pointer in place of the model',
    files: () => ({ 'm.onnx': pointer }),
    run: 'validate m.onnx',
    truth: load,
  },
  {
    name: 'fails-on-real-inputs',
    kind: 'model',
    tried: 'A model that runs on made-up inputs and fails on the first real one',
    files: () => ({
      'm.onnx': model(gathering),
      'data.npz': npz({
        x: numbers(
          'int64',
          [40, 1],
          Array.from({ length: 40 }, (_, at) => (at === 0 ? 2 : at % 2)),
        ),
      }),
      'good.npz': npz({
        x: numbers(
          'int64',
          [40, 1],
          Array.from({ length: 40 }, (_, at) => at % 2),
        ),
      }),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: refused(refusedBy.run, { ask: 'runs', model: 'm.onnx', data: 'data.npz' }),
    control: { what: 'inputs that it takes', run: 'validate m.onnx --data good.npz' },
  },
  {
    name: 'fails-on-later-inputs',
    kind: 'model',
    tried: 'A model that fails on the twentieth real input of forty',
    files: () => ({
      'm.onnx': model(gathering),
      'data.npz': npz({
        x: numbers(
          'int64',
          [40, 1],
          Array.from({ length: 40 }, (_, at) => (at === 19 ? 2 : at % 2)),
        ),
      }),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: refused(refusedBy.run, { ask: 'runs', model: 'm.onnx', data: 'data.npz' }),
  },
  {
    name: 'nan-on-later-inputs',
    kind: 'model',
    tried: 'A model that gives NaN for the later half of the real inputs',
    files: () => ({
      'm.onnx': model({ inputs: [batch(2)], outputs: [batch(2, 'y')], nodes: [node('Sqrt', ['x'], ['y'])] }),
      'data.npz': npz({
        x: floats(
          [40, 2],
          Array.from({ length: 80 }, (_, at) => (at < 40 ? 1 : -1)),
        ),
      }),
      'good.npz': npz({
        x: floats(
          [40, 2],
          Array.from({ length: 80 }, () => 1),
        ),
      }),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: found(
      { ask: 'finite', model: 'm.onnx', data: 'data.npz' },
      (share) => Number(share) < 1,
      (share) => `numbers for ${100 * Number(share)} % of the examples`,
    ),
    control: { what: 'inputs for which it gives numbers', run: 'validate m.onnx --data good.npz' },
  },
  {
    name: 'random-often',
    kind: 'model',
    tried: 'Scores that are drawn anew in every run',
    files: () => ({ 'm.onnx': model(random(0.5)), 'good.onnx': scoring(identity(10)) }),
    run: 'validate m.onnx',
    truth: found(
      { ask: 'repeats', model: 'm.onnx', runs: 200 },
      (count) => Number(count) > 0,
      (count) => `${count} of 200 runs on one input differ from the first`,
    ),
    control: { what: 'scores that are not', run: 'validate good.onnx' },
  },
  {
    name: 'random-seldom',
    kind: 'model',
    tried: 'Scores of which one in a thousand runs turns one around',
    files: () => ({ 'm.onnx': model(random(0.0005)) }),
    run: 'validate m.onnx',
    truth: found(
      { ask: 'repeats', model: 'm.onnx', runs: 5000 },
      (count) => Number(count) > 0,
      () => 'some of 5000 runs on one input differ from the first',
    ),
  },
  {
    name: 'depends-on-batch',
    kind: 'model',
    tried: 'A softmax over the batch in place of the classes: right among others, and blind alone',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(identity(10), {
        after: (output) => ({ nodes: [node('Softmax', ['raw'], [output], { attributes: { axis: 0 } })] }),
      }),
      'good.onnx': scoring(identity(10), {
        after: (output) => ({ nodes: [node('Softmax', ['raw'], [output], { attributes: { axis: 1 } })] }),
      }),
      'data.npz': labelled,
    }),
    run: 'compare old.onnx new.onnx --data data.npz --label y --metric accuracy=4pp',
    truth: worse('accuracy', 0.02, { batch: 1 }),
    metric: 'accuracy',
    control: {
      what: 'a softmax over the classes',
      run: 'compare old.onnx good.onnx --data data.npz --label y --metric accuracy=4pp',
    },
  },
  {
    name: 'external-other-weights',
    kind: 'model',
    tried: 'A model of the very bytes of production, whose weights lie in a file of the same name and are others',
    files: () => sameModel(swapped(10, [3, 4])),
    run: 'compare old/m.onnx new/m.onnx --data data.npz --label y --metric accuracy=2pp',
    truth: both(
      worse('accuracy', 0.02, { old: 'old/m.onnx', new: 'new/m.onnx' }),
      found(
        { ask: 'same', model: 'new/m.onnx', from: 'old/m.onnx' },
        (said) => said === 'the same bytes',
        (said) => `${said} in both models`,
      ),
    ),
    metric: 'accuracy',
    control: {
      what: 'nearly the same weights',
      files: () => sameModel(identity(10, 1.01)),
      run: 'compare old/m.onnx new/m.onnx --data data.npz --label y --metric accuracy=2pp',
    },
  },
  {
    name: 'size-external',
    kind: 'model',
    tried: 'A hundred times the weights, in a file beside the model',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': model({
        inputs: [batch(10)],
        outputs: [batch(10, 'scores')],
        nodes: [node('Slice', ['all', 'from', 'to'], ['w']), node('MatMul', ['x', 'w'], ['scores'])],
        weights: [
          external('all', [1000, 10], { location: 'new.data', length: '40000' }),
          whole('from', [0]),
          whole('to', [10]),
        ],
      }),
      'new.data': bytesOf(
        Array.from({ length: 1000 }, (_, row) => Array.from({ length: 10 }, (_, at) => (at === row ? 1 : 0))),
      ),
    }),
    run: 'compare old.onnx new.onnx --metric size=100%',
    truth: larger('size', 2),
    metric: 'size',
  },
  {
    name: 'parameters-in-constants',
    kind: 'model',
    tried: 'Weights as lists of numbers in the attributes of Constant nodes',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': inConstant(),
      'good.onnx': scoring(identity(10, 1.01)),
    }),
    run: 'compare old.onnx new.onnx --metric parameters=10%',
    truth: larger('parameters', 1.1),
    metric: 'parameters',
    control: { what: 'as many weights', run: 'compare old.onnx good.onnx --metric parameters=10%' },
  },
]

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a214614ab2935c943f9e0ff69d22e'.repeat(2)}\nsize 132735\n`

function tiny(entries: Readonly<Record<string, string>>): Uint8Array {
  return model({
    inputs: [batch(5)],
    outputs: [batch(6, 'y')],
    nodes: [node('MatMul', ['x', 'w'], ['y'])],
    weights: [external('w', [5, 6], entries)],
  })
}

function sameModel(matrix: readonly (readonly number[])[]): Files {
  const file = withExternal({ location: 'm.data', length: '400' })
  return {
    'old/m.onnx': file,
    'new/m.onnx': file,
    'old/m.data': bytesOf(identity(10)),
    'new/m.data': bytesOf(matrix),
    'data.npz': labelled,
  }
}

function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}

function larger(ask: string, times: number): Truth {
  return {
    questions: [
      { ask, model: 'old.onnx' },
      { ask, model: 'new.onnx' },
    ],
    read: (findings) => {
      const [before = 0, after = 0] = findings.map((finding) =>
        'value' in finding ? Number(finding.value) : Number.NaN,
      )
      return { wrong: after > times * before, words: `${ask} ${before} → ${after}` }
    },
  }
}

/** The identity, with ten times as many weights that make no difference, none of them in an initialiser. */
function inConstant(): Uint8Array {
  const list = Array.from({ length: 1000 }, (_, at) => (at < 100 && at % 11 === 0 ? 1 : 0))
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [
      node('Constant', [], ['all'], { attributes: { value_floats: { floats: list } } }),
      node('Constant', [], ['shape'], { attributes: { value_ints: [100, 10] } }),
      node('Constant', [], ['from'], { attributes: { value_ints: [0] } }),
      node('Constant', [], ['to'], { attributes: { value_ints: [10] } }),
      node('Reshape', ['all', 'shape'], ['square']),
      node('Slice', ['square', 'from', 'to'], ['w']),
      node('MatMul', ['x', 'w'], ['scores']),
    ],
  })
}
