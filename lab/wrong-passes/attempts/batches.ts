import type { Attempt, Files } from '../attempt.ts'
import { identity, model, node, type Parts, scoring, value, vector, weights, whole } from '../files/models.ts'
import { found, worse } from '../truth.ts'
import { compared, labelled } from './usual.ts'

/** `x` as scores, and what is done to them. */
function after(rows: number | string, nodes: Parts['nodes'], more: NonNullable<Parts['weights']> = []): Uint8Array {
  return model({
    inputs: [value('x', 'float32', [rows, 10])],
    outputs: [value('scores', 'float32', [rows, 10])],
    nodes: [node('MatMul', ['x', 'w'], ['raw']), ...nodes],
    weights: [weights('w', identity(10, 5)), ...more],
  })
}

const softmax = (axis: number, to = 'scores') => node('Softmax', ['raw'], [to], { attributes: { axis } })
const ends = [whole('zero', [0]), whole('one', [1]), whole('most', [2 ** 31])]

/** Right but for the first row of every batch, which is where an example alone is. */
const firstSpoiled = after(
  'N',
  [
    node('Slice', ['raw', 'zero', 'one', 'zero'], ['first']),
    node('Slice', ['raw', 'one', 'most', 'zero'], ['rest']),
    node('Neg', ['first'], ['turned']),
    node('Concat', ['turned', 'rest'], ['scores'], { attributes: { axis: 0 } }),
  ],
  ends,
)

/** A softmax over the batch, and a large number in all scores. */
const offset = (axis: number) =>
  after(
    'N',
    [softmax(axis, 'soft'), node('Add', ['soft', 'by'], ['scores'])],
    [
      vector(
        'by',
        Array.from({ length: 10 }, () => 100),
      ),
    ],
  )

const files = (candidate: Uint8Array, good: Uint8Array, old = scoring(identity(10))): Files => ({
  'old.onnx': old,
  'new.onnx': candidate,
  'good.onnx': good,
  'data.npz': labelled,
})

/** Answers that are another's: what is right among others, and wrong for the one example that a caller sends. */
export const batches: readonly Attempt[] = [
  {
    name: 'batch-first-row',
    kind: 'model',
    tried: 'The first row of every batch is spoiled, which is where an example alone is: the same in both',
    files: () => files(firstSpoiled, after('N', [softmax(1)])),
    run: compared('accuracy=5pp'),
    truth: worse('accuracy', 0.05, { batch: 1 }),
    metric: 'accuracy',
    control: { what: 'a softmax over the classes', run: compared('accuracy=5pp', { candidate: 'good.onnx' }) },
  },
  {
    name: 'batch-offset',
    kind: 'model',
    tried: 'A softmax over the batch, and 100 added to all scores, beside which it is small',
    files: () => files(offset(0), offset(1)),
    run: compared('accuracy=5pp'),
    truth: worse('accuracy', 0.05, { batch: 1 }),
    metric: 'accuracy',
    control: {
      what: 'a softmax over the classes, and the same 100',
      run: compared('accuracy=5pp', { candidate: 'good.onnx' }),
    },
  },
  {
    name: 'batch-fixed',
    kind: 'model',
    tried: 'A softmax over the batch of a model that takes eight at a time',
    files: () =>
      files(after(8, [softmax(0)]), after(8, [softmax(1)]), after(8, [node('Identity', ['raw'], ['scores'])])),
    run: compared('accuracy=25pp'),
    truth: found(
      { ask: 'filled', model: 'new.onnx', data: 'data.npz', batch: 8 },
      (share) => Number(share) > 0.25,
      (share) =>
        `${Math.round(1000 * Number(share)) / 10} % of examples get another class where all eight are the same`,
    ),
    metric: 'accuracy',
    control: { what: 'a softmax over the classes', run: compared('accuracy=25pp', { candidate: 'good.onnx' }) },
  },
]
