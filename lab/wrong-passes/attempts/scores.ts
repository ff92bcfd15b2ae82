import type { Attempt, Files } from '../attempt.ts'
import { column, npz, points } from '../files/data.ts'
import {
  batch,
  identity,
  inflated,
  model,
  node,
  scalar,
  scoring,
  softmax,
  swapped,
  tensor,
  vector,
  weights,
  whole,
} from '../files/models.ts'
import { both, found, worse } from '../truth.ts'
import { classifiers, compared, labelled } from './usual.ts'

const two = points({ classes: 2, noise: 1.4 })
const binary = npz({ x: two.x, y: column(two.classes) })
const five = points({ classes: 5 })
const low = points({ classOf: (example) => example % 5 })
const firstFive = npz({ x: low.x, y: column(low.classes) })
const many = points({ classes: 1000, examples: 300, noise: 1.05 })
const sure = points({ examples: 3000, noise: 0.8 })
const rareOnes = points({ classes: 2, examples: 3000, noise: 0.9, classOf: (example) => (example % 50 === 0 ? 1 : 0) })
const good = (metric: string) => compared(metric, { candidate: 'good.onnx' })

/** Scores of the second of two classes alone. */
function sigmoid(weights_: readonly number[]): Uint8Array {
  return scoring(
    weights_.map((each) => [each]),
    { after: (output) => ({ nodes: [node('Sigmoid', ['raw'], [output])] }) },
  )
}

/** Scores that become NaN, or another number, where the first column of `x` is above a bound. */
function spoiled(matrix: readonly (readonly number[])[], bound: number, number: number): Uint8Array {
  return model({
    inputs: [batch(matrix.length)],
    outputs: [batch(matrix.length, 'scores')],
    nodes: [
      node('MatMul', ['x', 'w'], ['raw']),
      node('Gather', ['x', 'first'], ['column'], { attributes: { axis: 1 } }),
      node('Greater', ['column', 'bound'], ['where']),
      node('Where', ['where', 'number', 'raw'], ['scores']),
    ],
    weights: [weights('w', matrix), whole('first', [0]), scalar('bound', bound), scalar('number', number)],
  })
}

/** Where the top class is chosen, a score that is no number. */
function topSpoiled(number: number): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [
      node('MatMul', ['x', 'w'], ['raw']),
      node('ReduceMax', ['raw'], ['top'], { attributes: { axes: [1], keepdims: 1 } }),
      node('Equal', ['raw', 'top'], ['chosen']),
      node('Where', ['chosen', 'number', 'raw'], ['scores']),
    ],
    weights: [weights('w', identity(10)), scalar('number', number)],
  })
}

function constant(scores: readonly number[], columns = scores.length): Uint8Array {
  return model({
    inputs: [batch(columns)],
    outputs: [batch(scores.length, 'scores')],
    nodes: [node('MatMul', ['x', 'w'], ['raw']), node('Add', ['raw', 'b'], ['scores'])],
    weights: [
      weights(
        'w',
        Array.from({ length: columns }, () => scores.map(() => 0)),
      ),
      vector('b', scores),
    ],
  })
}

/** Probabilities as whole numbers of 255, rounded down: `lower` classes are cut off. */
function quantised(factor: number, steps: number): Uint8Array {
  return scoring(identity(10, factor), {
    after: (output) => ({
      nodes: [
        node('Softmax', ['raw'], ['sure']),
        node('Mul', ['sure', 'steps'], ['many']),
        node('Floor', ['many'], ['floor']),
        node('Div', ['floor', 'steps'], [output]),
      ],
      weights: [scalar('steps', steps)],
    }),
  })
}

const tens: Files = { 'old.onnx': softmax(identity(10, 8)), 'data.npz': labelled }

/** Weights of int8 with one scale, whose zero point cuts off what one class needs. */
function int8WithoutClass(lost: number): Uint8Array {
  const values = Int8Array.from(identity(10).flatMap((row, at) => row.map((each) => (at === lost ? 0 : each * 127))))
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [node('DequantizeLinear', ['q', 'scale', 'zero'], ['w']), node('MatMul', ['x', 'w'], ['scores'])],
    weights: [
      tensor('q', 'int8', [10, 10], values),
      scalar('scale', 1 / 127),
      tensor('zero', 'int8', [], Int8Array.of(0)),
    ],
  })
}

/** Scores of classes that are not what they were. */
export const scores: readonly Attempt[] = [
  {
    name: 'scores-classes-swapped',
    kind: 'model',
    tried: 'A candidate that takes two classes of ten for one another, the same otherwise',
    files: () => ({ ...classifiers, 'data.npz': labelled }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'an equal candidate', run: good('accuracy=2pp') },
  },
  {
    name: 'scores-constant',
    kind: 'model',
    tried:
      'A candidate that always answers class 0, where class 1 is one example in fifty: accuracy loses 2 points, recall all',
    files: () => ({
      'old.onnx': scoring(identity(2)),
      'new.onnx': constant([1, 0]),
      'good.onnx': scoring(identity(2, 2)),
      'data.npz': npz({ x: rareOnes.x, y: column(rareOnes.classes) }),
    }),
    run: compared('recall=10pp'),
    truth: worse('recall', 0.1),
    metric: 'recall',
    control: { what: 'an equal candidate', run: good('recall=10pp') },
  },
  {
    name: 'scores-all-equal',
    kind: 'model',
    tried: 'A candidate that gives every example the same scores, whose area is that of a coin',
    files: () => ({
      'old.onnx': scoring(identity(2)),
      'new.onnx': constant([0.5, 0.5]),
      'good.onnx': scoring(identity(2, 2)),
      'data.npz': binary,
    }),
    run: compared('auc=0.02'),
    truth: worse('auc', 0.02),
    metric: 'auc',
    control: { what: 'an equal candidate', run: good('auc=0.02') },
  },
  {
    name: 'scores-ties',
    kind: 'model',
    tried: 'A candidate whose scores are 0 or 1, so that most examples of both classes are tied',
    files: () => ({
      'old.onnx': sigmoid([-4, 4]),
      'new.onnx': scoring([[-1], [1]], {
        after: (output) => ({
          nodes: [
            node('Greater', ['raw', 'bound'], ['above']),
            node('Cast', ['above'], [output], { attributes: { to: 1 } }),
          ],
          weights: [scalar('bound', 0.9)],
        }),
      }),
      'good.onnx': sigmoid([-5, 5]),
      'data.npz': binary,
    }),
    run: compared('auc=0.02'),
    truth: worse('auc', 0.02),
    metric: 'auc',
    control: { what: 'a surer candidate', run: good('auc=0.02') },
  },
  {
    name: 'scores-of-the-other-class',
    kind: 'model',
    tried: 'A single score for class 0 where production gives that of class 1',
    files: () => ({ 'old.onnx': sigmoid([-4, 4]), 'new.onnx': sigmoid([4, -4]), 'data.npz': binary }),
    run: compared('auc=0.02'),
    truth: worse('auc', 0.02),
    metric: 'auc',
  },
  {
    name: 'scores-nan-some',
    kind: 'model',
    tried: 'NaN for a tenth of the examples',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': spoiled(identity(10), 1.08, Number.NaN),
      'data.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
  },
  {
    name: 'scores-nan-all',
    kind: 'model',
    tried: 'NaN for every example, of which the first is the top class for whoever compares with `>`',
    files: () => ({
      'old.onnx': constant([1, 0], 2),
      'new.onnx': constant([Number.NaN, Number.NaN], 2),
      'data.npz': npz({ x: rareOnes.x, y: column(rareOnes.classes) }),
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
  },
  {
    name: 'scores-nan-on-top',
    kind: 'model',
    tried: 'NaN as the score of the right class',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': topSpoiled(Number.NaN),
      'good.onnx': topSpoiled(Number.POSITIVE_INFINITY),
      'data.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'infinity as the score of the top class, which stays on top', run: good('accuracy=2pp') },
  },
  {
    name: 'scores-infinite-all',
    kind: 'model',
    tried: 'Infinity for every class of a tenth of the examples',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': spoiled(swapped(10, [0, 9]), 1.08, Number.POSITIVE_INFINITY),
      'data.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
  },
  {
    name: 'scores-nan-loss',
    kind: 'model',
    tried: 'NaN as the probabilities of a tenth of the examples, for the log-loss',
    files: () => ({ ...tens, 'new.onnx': spoiledSoftmax(1.08), 'good.onnx': softmax(identity(10, 8.1)) }),
    run: compared('log-loss=5%'),
    truth: worse('log-loss', { relative: 0.05 }),
    metric: 'log-loss',
    control: { what: 'nearly the same probabilities', run: good('log-loss=5%') },
  },
  {
    name: 'classes-one-fewer',
    kind: 'model',
    tried: 'Nine classes where production tells ten apart',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(identity(10).map((row) => row.slice(0, 9))),
      'data.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
  },
  {
    name: 'classes-two-against-one',
    kind: 'model',
    tried: 'A single score where production gives one for each of two classes, for recall',
    files: () => ({ 'old.onnx': scoring(identity(2)), 'new.onnx': sigmoid([4, -4]), 'data.npz': binary }),
    run: compared('recall=2pp'),
    truth: worse('auc', 0.02),
    metric: 'recall',
  },
  {
    name: 'top-5-of-five',
    kind: 'model',
    tried: 'Top-5 of five classes, which no model can miss',
    files: () => ({
      'old.onnx': scoring(identity(5)),
      'new.onnx': scoring(swapped(5, [0, 1], [2, 3])),
      'good.onnx': scoring(identity(10, 2)),
      'data.npz': npz({ x: five.x, y: column(five.classes) }),
    }),
    run: compared('top-5=1pp'),
    truth: both(
      worse('accuracy', 0.01),
      found(
        { ask: 'top', model: 'new.onnx', data: 'data.npz', k: 5 },
        (share) => share === 1,
        (share) => `its top-5 is ${100 * Number(share)} % whatever it answers`,
      ),
    ),
    metric: 'top-5',
    control: {
      what: 'of ten classes',
      files: () => ({ 'old.onnx': scoring(identity(10)), 'data.npz': labelled }),
      run: good('top-5=1pp'),
    },
  },
  {
    name: 'top-5-of-equals',
    kind: 'model',
    tried: 'Top-5 of scores that are all alike, where the label is one of the first classes',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(identity(10, 0)),
      'good.onnx': scoring(identity(10, 2)),
      'data.npz': firstFive,
    }),
    run: compared('top-5=1pp'),
    truth: worse('top', 0.01, { k: 5 }),
    metric: 'top-5',
    control: { what: 'scores that differ, an equal candidate', run: good('top-5=1pp') },
  },
  {
    name: 'top-5-rounded',
    kind: 'model',
    tried: 'Probabilities rounded down to quarters, so that most classes tie at 0',
    files: () => ({
      'old.onnx': softmax(identity(10, 3)),
      'new.onnx': scoring(identity(10, 3), {
        after: (output) => ({
          nodes: [
            node('Softmax', ['raw'], ['sure']),
            node('Mul', ['sure', 'four'], ['quarters']),
            node('Floor', ['quarters'], [output]),
          ],
          weights: [scalar('four', 4)],
        }),
      }),
      'good.onnx': softmax(identity(10, 3.1)),
      'data.npz': firstFive,
    }),
    run: compared('top-5=2pp'),
    truth: worse('top', 0.02, { k: 5 }),
    metric: 'top-5',
    control: { what: 'as they are', run: good('top-5=2pp') },
  },
  {
    name: 'loss-logits-for-probabilities',
    kind: 'model',
    tried: 'Logits where production gives probabilities, read as whatever suits',
    files: () => ({
      ...tens,
      'new.onnx': scoring(swapped(10, [3, 4]).map((row) => row.map((each) => 8 * each))),
      'good.onnx': softmax(identity(10, 8.1)),
    }),
    run: compared('log-loss=5%'),
    truth: both(worse('log-loss', { relative: 0.05 }), worse('accuracy', 0.02)),
    metric: 'log-loss',
  },
  {
    name: 'loss-sum-above-1',
    kind: 'model',
    tried: 'Probabilities that add up to 1.0099, which takes 0.01 off every loss',
    files: () => ({
      'old.onnx': softmax(identity(10, 8)),
      'new.onnx': inflated(identity(10, 7.6), 1.0099),
      'good.onnx': softmax(identity(10, 8.02)),
      'data.npz': npz({ x: sure.x, y: column(sure.classes) }),
    }),
    run: compared('log-loss=5%'),
    truth: worse('log-loss', { relative: 0.05 }),
    metric: 'log-loss',
    control: { what: 'nearly the same probabilities, which add up to 1', run: good('log-loss=20%') },
  },
  {
    name: 'loss-sum-of-2.9',
    kind: 'model',
    tried: 'Probabilities of a thousand classes that add up to 2.9, as if rounding had done it',
    files: () => ({
      'old.onnx': softmax(identity(1000, 10)),
      'new.onnx': inflated(identity(1000, 9), 2.9),
      'good.onnx': softmax(identity(1000, 10.1)),
      'data.npz': npz({ x: many.x, y: column(many.classes) }),
    }),
    run: compared('log-loss=2%'),
    truth: worse('log-loss', { relative: 0.02 }),
    metric: 'log-loss',
    control: { what: 'nearly the same probabilities, which add up to 1', run: good('log-loss=10%') },
  },
  {
    name: 'loss-quantised',
    kind: 'model',
    tried: 'Probabilities rounded down to tenths, which leaves many right classes nothing',
    files: () => ({ ...tens, 'new.onnx': quantised(8, 10), 'good.onnx': quantised(8, 2550) }),
    run: compared('log-loss=5%'),
    truth: worse('log-loss', { relative: 0.05 }, { kind: 'given' }),
    metric: 'log-loss',
    control: { what: 'rounded down to 1/2550', run: good('log-loss=5%') },
  },
  {
    name: 'loss-negative-probabilities',
    kind: 'model',
    tried: 'Probabilities of which some are below 0, and which still add up to 1',
    files: () => ({ ...tens, 'new.onnx': shiftedSoftmax(0.1) }),
    run: compared('log-loss=5%'),
    truth: found(
      { ask: 'log-loss', model: 'new.onnx', data: 'data.npz', kind: 'logits' },
      (loss) => Number(loss) > 1,
      (loss) => `taken for logits, which is all that they can be, the log-loss is ${loss}`,
    ),
    metric: 'log-loss',
  },
  {
    name: 'int8-breaks-one-class',
    kind: 'model',
    tried: 'Weights of int8 that leave one class of ten nothing',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': int8WithoutClass(6),
      'good.onnx': int8WithoutClass(-1),
      'data.npz': labelled,
    }),
    run: compared('recall=5pp'),
    truth: worse('recall', 0.05),
    metric: 'recall',
    control: { what: 'weights of int8 that keep all classes', run: good('recall=5pp') },
  },
]

function spoiledSoftmax(bound: number): Uint8Array {
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [
      node('MatMul', ['x', 'w'], ['raw']),
      node('Softmax', ['raw'], ['sure']),
      node('Gather', ['x', 'first'], ['column'], { attributes: { axis: 1 } }),
      node('Greater', ['column', 'bound'], ['where']),
      node('Where', ['where', 'number', 'sure'], ['scores']),
    ],
    weights: [weights('w', identity(10, 8)), whole('first', [0]), scalar('bound', bound), scalar('number', Number.NaN)],
  })
}

/** A softmax from which as much is taken of one class as is given to another. */
function shiftedSoftmax(by: number): Uint8Array {
  return scoring(identity(10, 8), {
    after: (output) => ({
      nodes: [node('Softmax', ['raw'], ['sure']), node('Add', ['sure', 'shift'], [output])],
      weights: [
        vector(
          'shift',
          Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? by : -by)),
        ),
      ],
    }),
  })
}
