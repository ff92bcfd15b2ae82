import type { Attempt, Files } from '../attempt.ts'
import { floats, npz } from '../files/data.ts'
import { batch, identity, type Matrix, model, node, scalar, scoring, weights, whole } from '../files/models.ts'
import { found, worse } from '../truth.ts'
import { classifiers, labelled, usual } from './usual.ts'

/** Boxes, which are right, and scores by a matrix. */
function detector(scores: Matrix, factor = 640): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'boxes'), batch(10, 'scores')],
    nodes: [node('MatMul', ['x', 'w0'], ['boxes']), node('MatMul', ['x', 'w1'], ['scores'])],
    weights: [weights('w0', identity(10, factor)), weights('w1', scores)],
  })
}

const zeros: Matrix = identity(10).map((row) => row.map(() => 0))
const boxes = floats(
  [1000, 10],
  [...(usual.x.data as Float32Array)].map((each) => each * 640),
)
const detectors = (golden: Parameters<typeof npz>[0]): Files => ({
  'old.onnx': detector(identity(10)),
  'new.onnx': detector(zeros),
  'golden.npz': npz({ x: usual.x, boxes, ...golden }),
})
const scoresDiffer = found(
  { ask: 'distance', model: 'new.onnx', from: 'old.onnx', data: 'golden.npz', output: 'scores' },
  (share) => Number(share) > 0.01,
  (share) => `its scores lie ${100 * Number(share)} % from those of the model that the file was written with`,
)

/** NaN for the examples that begin with more than a bound. */
const someNaN = model({
  inputs: [batch(10)],
  outputs: [batch(10, 'scores')],
  nodes: [
    node('Gather', ['x', 'first'], ['column'], { attributes: { axis: 1 } }),
    node('Greater', ['column', 'bound'], ['where']),
    node('Where', ['where', 'number', 'x'], ['scores']),
  ],
  weights: [whole('first', [0]), scalar('bound', 100), scalar('number', Number.NaN)],
})
const series = (examples: number, broken: number) =>
  floats(
    [examples, 10],
    Array.from({ length: 10 * examples }, (_, at) => (at === 10 * broken ? 200 : (at % 7) / 7)),
  )

/** More than a float32 holds, whatever the input. */
const overflowing = (factor: number) =>
  scoring(identity(10, factor), {
    after: (output) => ({
      nodes: [node('Add', ['raw', 'large'], ['sum']), node('Mul', ['sum', 'large'], [output])],
      weights: [scalar('large', 1e30)],
    }),
  })

const requiring = (required: string, candidate = 'new.onnx'): string => `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data.npz, label: y } }
stages:
  benchmark: { budget: 2s }
  compare: { metrics: { accuracy: { margin: 2pp }, size: { margin: 5% } } }
  gate: { require: [${required}] }
`

const tolerant = (relative: number, candidate: string): string => `pipeline: attempt
model: { candidate: ${candidate} }
registry: { scratch: true }
stages:
  validate: { golden: { from: golden.npz, relative: ${relative} } }
`

/** What is not looked at, where a pass may be read as if it were. */
export const unsaid: readonly Attempt[] = [
  {
    name: 'golden-mistyped',
    kind: 'data',
    tried: 'A golden file of `score` where the output is `scores`, beside boxes that are right',
    files: () => ({ ...detectors({ score: usual.x }), 'good.npz': npz({ x: usual.x, boxes, scores: usual.x }) }),
    run: 'validate new.onnx --golden golden.npz',
    truth: scoresDiffer,
    control: { what: 'its name, and the model it was written with', run: 'validate old.onnx --golden good.npz' },
  },
  {
    name: 'golden-of-one-output',
    kind: 'data',
    tried: 'A golden file that expects boxes alone, of a model whose scores are wrong',
    files: () => detectors({}),
    run: 'validate new.onnx --golden golden.npz',
    truth: scoresDiffer,
    said: /golden without scores/,
  },
  {
    name: 'golden-relative-one',
    kind: 'settings',
    tried: 'A relative tolerance of 1, which zeros keep whatever is expected',
    files: () => ({
      'new.onnx': scoring(zeros),
      'good.onnx': scoring(identity(10)),
      'golden.npz': npz({ x: usual.x, scores: usual.x }),
      'p.yml': tolerant(1, 'new.onnx'),
      'good.yml': tolerant(0.01, 'good.onnx'),
    }),
    run: 'run p.yml',
    truth: found(
      { ask: 'golden', model: 'new.onnx', data: 'golden.npz' },
      (gap) => Number(gap) > 0.5,
      (gap) => `${gap} from what is expected`,
    ),
    control: { what: 'of 1 %, and the model that was expected', run: 'run good.yml' },
  },
  {
    name: 'nan-on-one-input',
    kind: 'model',
    tried: 'A model that gives NaN for one of five thousand real inputs',
    files: () => ({
      'm.onnx': someNaN,
      'data.npz': npz({ x: series(5000, 3334) }),
      'good.npz': npz({ x: series(200, -1) }),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: found(
      { ask: 'finite', model: 'm.onnx', data: 'data.npz' },
      (share) => Number(share) < 1,
      (share) => `numbers for ${100 * Number(share)} % of the examples`,
    ),
    said: /runs on 256 of 5000 examples/,
    control: { what: 'two hundred inputs, all of which it runs on', run: 'validate m.onnx --data good.npz' },
  },
  {
    name: 'outputs-overflow-in-both',
    kind: 'model',
    tried: 'Outputs that are infinite in both models, and so the same',
    files: () => ({
      'old.onnx': overflowing(1),
      'new.onnx': overflowing(-3),
      'data.npz': labelled,
      'right.onnx': scoring(identity(10)),
      'good.onnx': scoring(identity(10, 1.01)),
    }),
    run: 'compare old.onnx new.onnx --metric size=50%',
    truth: found(
      { ask: 'finite', model: 'old.onnx', data: 'data.npz' },
      (share) => share === 0,
      () => 'no output is a number',
    ),
    control: { what: 'numbers, and nearly the same weights', run: 'compare right.onnx good.onnx --metric size=50%' },
  },
  {
    name: 'gate-requires-size',
    kind: 'settings',
    tried: 'A gate that requires the size alone, of a candidate that lost accuracy',
    files: () => ({
      ...classifiers,
      'data.npz': labelled,
      'p.yml': requiring('size'),
      'good.yml': requiring('size, accuracy', 'good.onnx'),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    said: /Not required, and failed: accuracy/,
    control: { what: 'a gate that requires both, an equal candidate', run: 'run good.yml' },
  },
]
