import { createHash } from 'node:crypto'
import type { OnnxTensor } from '../../../src/onnx/format/messages.ts'
import type { Attempt, Files } from '../attempt.ts'
import { batch, identity, model, node, scoring, swapped, tensor, whole } from '../files/models.ts'
import { both, found, refused, type Truth, worse } from '../truth.ts'
import { labelled } from './usual.ts'

const load: Truth = refused('onnxruntime, loading', { ask: 'loads', model: 'm.onnx' })

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

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a214614ab2935c943f9e0ff69d22e'.repeat(2)}\nsize 132735\n`

/** Weights that are not there, not those that are meant, or not counted. */
export const weightsElsewhere: readonly Attempt[] = [
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
  {
    name: 'lfs-pointer-model',
    kind: 'model',
    tried: 'A Git LFS pointer in place of the model',
    files: () => ({ 'm.onnx': pointer }),
    run: 'validate m.onnx',
    truth: load,
  },
]

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
