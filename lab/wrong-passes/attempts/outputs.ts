import type { Attempt, Files } from '../attempt.ts'
import { column, floats, npz } from '../files/data.ts'
import {
  batch,
  identity,
  type Matrix,
  model,
  node,
  scalar,
  scoring,
  swapped,
  value,
  vector,
  weights,
  whole,
} from '../files/models.ts'
import { both, found, worse } from '../truth.ts'
import { compared, labelled, usual } from './usual.ts'

/** Several outputs, each `x` times a matrix of its own, in this order. */
function several(outputs: readonly (readonly [name: string, matrix: Matrix])[]): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: outputs.map(([name, matrix]) => batch(matrix[0]?.length ?? 0, name)),
    nodes: outputs.map(([name], at) => node('MatMul', ['x', `w${at}`], [name])),
    weights: outputs.map(([, matrix], at) => weights(`w${at}`, matrix)),
  })
}

const right = identity(10)
const bent = swapped(10, [3, 4], [5, 6])
const blind: Matrix = right.map((row) => row.map(() => 0.1))
const alone = npz({ x: usual.x })
const good = (metric: string) => compared(metric, { candidate: 'good.onnx' })
const files = (old: Uint8Array, candidate: Uint8Array, other: Uint8Array): Files => ({
  'old.onnx': old,
  'new.onnx': candidate,
  'good.onnx': other,
  'data.npz': labelled,
})
const asPipeline = (candidate: string, metrics = 'accuracy: { margin: 2pp }') => `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data.npz, label: y } }
stages:
  benchmark: { budget: 2s }
  compare: { metrics: { ${metrics} } }
  gate: {}
`

/** A class as a whole number, as scikit-learn exports it, beside the scores of all. */
function withLabel(label: Matrix, scores: Matrix): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [value('label', 'int64', ['N']), batch(10, 'probabilities')],
    nodes: [
      node('MatMul', ['x', 'w0'], ['raw']),
      node('ArgMax', ['raw'], ['label'], { attributes: { axis: 1, keepdims: 0 } }),
      node('MatMul', ['x', 'w1'], ['probabilities']),
    ],
    weights: [weights('w0', label), weights('w1', scores)],
  })
}

/** Places of boxes in pixels and a score: what a detector gives. */
function boxes(score: readonly number[]): Uint8Array {
  const matrix = identity(10).map((row, at) => [...row.slice(0, 4).map((each) => 640 * each), score[at] as number])
  return model({
    inputs: [batch(10)],
    outputs: [batch(5, 'boxes')],
    nodes: [node('MatMul', ['x', 'w'], ['boxes'])],
    weights: [weights('w', matrix)],
  })
}

function secondSpoiled(bound: number): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores'), batch(10, 'embedding')],
    nodes: [
      node('MatMul', ['x', 'w'], ['scores']),
      node('Gather', ['x', 'first'], ['column'], { attributes: { axis: 1 } }),
      node('Greater', ['column', 'bound'], ['where']),
      node('Where', ['where', 'number', 'x'], ['embedding']),
    ],
    weights: [weights('w', right), whole('first', [0]), scalar('bound', bound), scalar('number', Number.NaN)],
  })
}

/** Which of several outputs is looked at, and what the others do meanwhile. */
export const outputs: readonly Attempt[] = [
  {
    name: 'outputs-other-order',
    kind: 'model',
    tried: 'The outputs in the other order, so that the first is an auxiliary one that is right; callers read `scores`',
    files: () => ({
      ...files(
        several([
          ['scores', right],
          ['auxiliary', blind],
        ]),
        several([
          ['auxiliary', right],
          ['scores', bent],
        ]),
        several([
          ['auxiliary', blind],
          ['scores', identity(10, 2)],
        ]),
      ),
      'p.yml': asPipeline('new.onnx'),
      'good.yml': asPipeline('good.onnx'),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02, { output: 'scores' }),
    metric: 'accuracy',
    control: { what: 'the other order, and `scores` as they were', run: 'run good.yml' },
  },
  {
    name: 'outputs-new-one-first',
    kind: 'model',
    tried: 'A new output before the one that callers read, which holds the right scores',
    files: () => ({
      ...files(
        several([['scores', right]]),
        several([
          ['extra', right],
          ['scores', bent],
        ]),
        several([
          ['scores', identity(10, 2)],
          ['extra', blind],
        ]),
      ),
      'p.yml': asPipeline('new.onnx'),
      'good.yml': asPipeline('good.onnx'),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02, { output: 'scores' }),
    metric: 'accuracy',
    control: { what: 'a new output behind it', run: 'run good.yml' },
  },
  {
    name: 'outputs-named-by-numbers',
    kind: 'model',
    tried: 'A second output called `7`, which a mapping of JavaScript puts first: it knows nothing in both models',
    files: () =>
      files(
        several([
          ['scores', right],
          ['7', blind],
        ]),
        several([
          ['scores', bent],
          ['7', blind],
        ]),
        several([
          ['scores', identity(10, 2)],
          ['7', blind],
        ]),
      ),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { output: 'scores' }),
    metric: 'accuracy',
    control: { what: 'the same names, an equal candidate', run: good('accuracy=2pp') },
  },
  {
    name: 'outputs-named-proto',
    kind: 'model',
    tried:
      'The output that counts is called `__proto__`, which a mapping of JavaScript loses: what is left knows nothing in both models',
    files: () =>
      files(
        several([
          ['__proto__', right],
          ['rest', blind],
        ]),
        several([
          ['__proto__', bent],
          ['rest', blind],
        ]),
        several([
          ['__proto__', identity(10, 2)],
          ['rest', blind],
        ]),
      ),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { output: '__proto__' }),
    metric: 'accuracy',
  },
  {
    name: 'outputs-renamed',
    kind: 'model',
    tried: 'An output of another name, so that callers who ask for `scores` get nothing',
    files: () =>
      files(several([['scores', right]]), several([['logits', right]]), several([['scores', identity(10, 2)]])),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { output: 'scores' }),
    control: { what: 'the name as it was', run: good('accuracy=2pp') },
  },
  {
    name: 'outputs-label-differs',
    kind: 'model',
    tried:
      'The class that callers read, a whole number, is wrong for four classes of ten, and the scores beside it are right',
    files: () => files(withLabel(right, right), withLabel(bent, right), withLabel(right, right)),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { output: 'label' }),
    said: /Not compared: outputs \(no metric reads `label`\)/,
    control: { what: 'both right', run: good('accuracy=2pp') },
  },
  {
    name: 'outputs-nan-in-second',
    kind: 'model',
    tried: 'NaN in the second output of a tenth of the examples, the first as it was',
    files: () => files(secondSpoiled(100), secondSpoiled(1.08), secondSpoiled(99)),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'finite', model: 'new.onnx', data: 'data.npz' },
      (share) => Number(share) < 0.95,
      (share) => `numbers in all outputs of ${100 * Number(share)} % of the examples`,
    ),
    control: { what: 'numbers alone', run: good('accuracy=2pp') },
  },
  {
    name: 'outputs-nan-in-second-unlabelled',
    kind: 'model',
    tried: 'The same without labels',
    files: () => ({ ...files(secondSpoiled(100), secondSpoiled(1.08), secondSpoiled(99)), 'data.npz': alone }),
    run: 'compare old.onnx new.onnx --data data.npz --metric size=5%',
    truth: found(
      { ask: 'finite', model: 'new.onnx', data: 'data.npz' },
      (share) => Number(share) < 0.95,
      (share) => `numbers in all outputs of ${100 * Number(share)} % of the examples`,
    ),
    control: { what: 'numbers alone', run: 'compare old.onnx good.onnx --data data.npz --metric size=5%' },
  },
  {
    name: 'unlabelled-other-weights',
    kind: 'model',
    tried: 'Scores of other weights, without data',
    files: () => files(scoring(right), scoring(right.toReversed()), scoring(identity(10, 1.01))),
    run: 'compare old.onnx new.onnx --metric size=5%',
    truth: worse('accuracy', 0.02),
    control: { what: 'nearly the same weights', run: 'compare old.onnx good.onnx --metric size=5%' },
  },
  {
    name: 'unlabelled-more-classes',
    kind: 'model',
    tried: '214 classes where production has ten, without data',
    files: () =>
      files(
        scoring(right),
        scoring(right.map((row) => Array.from({ length: 214 }, (_, at) => row[at] ?? 1.5))),
        scoring(identity(10, 1.01)),
      ),
    run: 'compare old.onnx new.onnx --metric parameters=9900%',
    truth: worse('accuracy', 0.02),
  },
  {
    name: 'unlabelled-constant',
    kind: 'model',
    tried: 'The mean of what production answers, whatever the input, where inputs hardly count in the outputs',
    files: () =>
      files(
        offset(right, 100),
        offset(
          right.map((row) => row.map(() => 0)),
          100.6,
        ),
        offset(identity(10, 1.01), 100),
      ),
    run: 'compare old.onnx new.onnx --metric size=5%',
    truth: worse('accuracy', 0.02),
    control: { what: 'nearly the same weights', run: 'compare old.onnx good.onnx --metric size=5%' },
  },
  {
    name: 'unlabelled-small-output',
    kind: 'model',
    tried:
      'A large output that is right beside a small one that is not, without data: together they lie next to production',
    files: () =>
      files(
        several([
          ['features', identity(10, 100)],
          ['scores', right],
        ]),
        several([
          ['features', identity(10, 100)],
          ['scores', bent],
        ]),
        several([
          ['features', identity(10, 100)],
          ['scores', identity(10, 1.01)],
        ]),
      ),
    run: 'compare old.onnx new.onnx --metric size=5%',
    truth: both(
      worse('accuracy', 0.02, { output: 'scores' }),
      found(
        { ask: 'distance', model: 'new.onnx', from: 'old.onnx', data: 'data.npz', together: true },
        (distance) => Number(distance) < 0.05,
        (distance) => `${(100 * Number(distance)).toPrecision(2)} % from production, all outputs together`,
      ),
    ),
    control: { what: 'nearly the same weights', run: 'compare old.onnx good.onnx --metric size=5%' },
  },
  {
    name: 'unlabelled-small-column',
    kind: 'model',
    tried: 'Boxes in pixels that are right beside a score from 0 to 1 that is upside down, in one output, without data',
    files: () => files(boxes(falling), boxes(falling.toReversed()), boxes(falling.map((each) => 1.01 * each))),
    run: 'compare old.onnx new.onnx --metric size=5%',
    truth: found(
      { ask: 'distance', model: 'new.onnx', from: 'old.onnx', data: 'data.npz', columns: [4, 5] },
      (distance) => Number(distance) > 0.1,
      (distance) => `the score lies ${(100 * Number(distance)).toPrecision(2)} % from production's`,
    ),
    said: /Not compared: quality \(no data was given\)/,
    control: { what: 'nearly the same weights', run: 'compare old.onnx good.onnx --metric size=5%' },
  },
  {
    name: 'unlabelled-sorted',
    kind: 'model',
    tried: 'Data sorted by class without labels, of which the first examples are of a class that did not get worse',
    files: () => {
      const order = usual.classes.map((each, at) => [each, at] as const).sort(([a], [b]) => a - b)
      const rows = order.flatMap(([, at]) => [...(usual.x.data as Float32Array).subarray(at * 10, at * 10 + 10)])
      return {
        ...files(scoring(right), gated(bent), scoring(identity(10, 1.01))),
        'data.npz': npz({ x: floats([1000, 10], rows) }),
        'truth.npz': npz({ x: floats([1000, 10], rows), y: column(order.map(([each]) => each)) }),
      }
    },
    run: 'compare old.onnx new.onnx --data data.npz --metric size=50%',
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    control: { what: 'nearly the same weights', run: 'compare old.onnx good.onnx --data data.npz --metric size=5%' },
  },
  {
    name: 'unlabelled-unmade',
    kind: 'model',
    tried: 'A candidate that is broken where an input is above 1, which made-up inputs never are',
    files: () => files(scoring(right), clipped(), scoring(identity(10, 1.01))),
    run: 'compare old.onnx new.onnx --metric size=20000%',
    truth: worse('accuracy', 0.02),
    said: /Not compared: quality \(no data was given\)/,
  },
  {
    name: 'output-error-beside-boxes',
    kind: 'model',
    tried: 'Scores that are wrong, beside boxes in thousands that are right',
    files: () => {
      const beside = (scores: Matrix) =>
        several([
          ['boxes', identity(10, 4000)],
          ['scores', scores],
        ])
      return { ...files(beside(right), beside(bent), beside(identity(10, 1.001))), 'alone.npz': alone }
    },
    run: 'compare old.onnx new.onnx --data alone.npz --metric output-error=1pp',
    truth: worse('accuracy', 0.02, { output: 'scores' }),
    metric: 'output-error',
    control: {
      what: 'scores a thousandth larger',
      run: 'compare old.onnx good.onnx --data alone.npz --metric output-error=1pp',
    },
  },
]

const falling = Array.from({ length: 10 }, (_, at) => 0.05 * (10 - at))

function offset(matrix: Matrix, by: number): Uint8Array {
  return scoring(matrix, {
    after: (output) => ({
      nodes: [node('Add', ['raw', 'by'], [output])],
      weights: [
        vector(
          'by',
          matrix.map(() => by),
        ),
      ],
    }),
  })
}

/** Production's scores where the first column is the greatest, as it is in class 0; other scores elsewhere. */
function gated(elsewhere: Matrix): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [
      node('ArgMax', ['x'], ['top'], { attributes: { axis: 1, keepdims: 1 } }),
      node('Equal', ['top', 'zero'], ['first']),
      node('MatMul', ['x', 'w'], ['other']),
      node('Where', ['first', 'x', 'other'], ['scores']),
    ],
    weights: [weights('w', elsewhere), whole('zero', [0])],
  })
}

/** Production's scores where no input is above 1, and the mean of the inputs elsewhere. */
function clipped(): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [
      node('ReduceMax', ['x'], ['most'], { attributes: { axes: [1], keepdims: 1 } }),
      node('Greater', ['most', 'one'], ['above']),
      node('Neg', ['x'], ['turned']),
      node('Where', ['above', 'turned', 'x'], ['scores']),
    ],
    weights: [scalar('one', 1)],
  })
}
