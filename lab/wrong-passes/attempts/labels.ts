import { toFloat16 } from '../../../src/core/float16.ts'
import type { Attempt } from '../attempt.ts'
import { column, npz, numbers, points, rawNpz, series, texts } from '../files/data.ts'
import { batch, model, node, tensor } from '../files/models.ts'
import { bigEndian, bytesOfText } from '../files/npy.ts'
import { found, refused, worse } from '../truth.ts'
import { classifiers, compared, labelled, pairs, regressions, usual } from './usual.ts'

const { x, classes } = usual
const regressed = series()
const two = points({ classes: 2 })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const good = (metric: string, data = 'data.npz') => compared(metric, { candidate: 'good.onnx', data })

/** That some of the labels are no class of the ten. */
const someLabelsAreNone = found(
  { ask: 'labels', data: 'data.npz', classes: 10 },
  (count) => Number(count) > 0,
  (count) => `${count} of 1000 labels are none`,
)

/** Labels that are stored in a way that a reader may take for other labels. */
export const labels: readonly Attempt[] = [
  {
    name: 'labels-float16',
    kind: 'data',
    tried: 'Labels of a regression in float16, whose bits read as whole numbers are huge',
    files: () => ({
      ...regressions,
      'data.npz': npz({
        x: regressed.x,
        y: { type: 'float16', dims: [1000], data: Uint16Array.from(regressed.values, toFloat16) },
      }),
    }),
    run: compared('rmse=5%'),
    truth: worse('rmse', { relative: 0.05 }),
    metric: 'rmse',
    control: { what: 'the same labels, a better candidate', run: good('rmse=5%') },
  },
  {
    name: 'labels-bool',
    kind: 'data',
    tried: 'Labels of two classes as true and false',
    files: () => ({ ...pairs, 'data.npz': npz({ x: two.x, y: column(two.classes, 'bool') }) }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'the same labels, an equal candidate', run: good('accuracy=2pp') },
  },
  {
    name: 'labels-text',
    kind: 'data',
    tried: 'Labels as texts of digits',
    files: () => ({ ...classifiers, 'data.npz': npz({ x, y: texts(classes.map(String)) }) }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'the same labels, an equal candidate', run: good('accuracy=2pp') },
  },
  {
    name: 'labels-text-empty',
    kind: 'data',
    tried: 'Labels of the two classes that got worse are empty texts, and class 0 where empty means 0',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: texts(classes.map((each) => (each === 3 || each === 4 ? '' : String(each)))) }),
    }),
    run: compared('accuracy=2pp'),
    truth: someLabelsAreNone,
    metric: 'accuracy',
    control: {
      what: 'texts of digits',
      files: () => ({ 'data.npz': npz({ x, y: texts(classes.map(String)) }) }),
      run: good('accuracy=2pp'),
    },
  },
  {
    name: 'labels-text-utf16',
    kind: 'data',
    tried: 'Labels as bytes of UTF-16, of which a careless reader keeps the first',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({
        x,
        y: bytesOfText(
          classes.map((each) => String(each).padStart(2, '0')),
          (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
          4,
        ),
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: someLabelsAreNone,
    metric: 'accuracy',
    control: {
      what: 'bytes of UTF-8',
      files: () => ({
        'data.npz': rawNpz({
          x,
          y: bytesOfText(
            classes.map((each) => String(each).padStart(2, '0')),
            utf8,
            4,
          ),
        }),
      }),
      run: good('accuracy=2pp'),
    },
  },
  {
    name: 'labels-nan',
    kind: 'data',
    tried: 'NaN as the label of the examples on which a regression got worse',
    files: () => ({
      ...regressions,
      'data.npz': npz({
        x: regressed.x,
        y: column(
          regressed.values.map((each, at) => (at % 2 === 0 ? Number.NaN : each)),
          'float32',
        ),
      }),
    }),
    run: compared('rmse=5%'),
    truth: refused('scikit-learn', { ask: 'rmse', model: 'new.onnx', data: 'data.npz' }),
    metric: 'rmse',
    control: {
      what: 'the labels that are numbers, a better candidate',
      files: () => ({ 'data.npz': npz({ x: regressed.x, y: column(regressed.values, 'float32') }) }),
      run: good('rmse=5%'),
    },
  },
  {
    name: 'labels-negative',
    kind: 'data',
    tried: 'The label −1, for unknown, of the two classes that got worse',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: column(classes.map((each) => (each === 3 || each === 4 ? -1 : each))) }),
    }),
    run: compared('accuracy=2pp'),
    truth: someLabelsAreNone,
    metric: 'accuracy',
  },
  {
    name: 'labels-fractional',
    kind: 'data',
    tried: 'Labels of classes with a fraction, 3.4 and 4.4, that rounding makes whole',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x,
        y: column(
          classes.map((each) => (each === 3 || each === 4 ? each + 0.4 : each)),
          'float32',
        ),
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: someLabelsAreNone,
    metric: 'accuracy',
    control: {
      what: 'whole numbers in float32',
      files: () => ({ 'data.npz': npz({ x, y: column(classes, 'float32') }) }),
      run: good('accuracy=2pp'),
    },
  },
  {
    name: 'labels-from-one',
    kind: 'data',
    tried: 'Labels that count classes from 1 to 10, where outputs count from 0',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: column(classes.map((each) => each + 1)) }),
      'truth.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
  },
  {
    name: 'labels-shifted',
    kind: 'data',
    tried:
      'Labels that are all off by one and within the classes: production is right on none, and nothing can be worse than that',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: column(classes.map((each) => (each + 5) % 10)) }),
      'truth.npz': labelled,
    }),
    run: compared('accuracy=15pp'),
    truth: worse('accuracy', 0.15, { data: 'truth.npz' }),
    metric: 'accuracy',
    control: { what: 'the labels as they are, an equal candidate', run: good('accuracy=15pp', 'truth.npz') },
  },
  {
    name: 'labels-beyond-classes',
    kind: 'data',
    tried: 'A label that no model tells apart, for each example of the classes that got worse',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: column(classes.map((each) => (each === 3 || each === 4 ? 99 : each))) }),
    }),
    run: compared('f1=2pp'),
    truth: someLabelsAreNone,
    metric: 'f1',
  },
  {
    name: 'labels-beyond-2-53',
    kind: 'data',
    tried: 'Labels beyond 2^53, of which every second one is another number as a double',
    files: () => ({
      'old.onnx': large(0.3),
      'new.onnx': large(1.2),
      'data.npz': npz({
        x: wide.x,
        y: {
          type: 'int64',
          dims: [1000],
          data: BigInt64Array.from(wide.values, (each) => 2n ** 53n + BigInt(Math.round(each * 10))),
        },
      }),
    }),
    run: compared('mae=5%'),
    truth: worse('mae', { relative: 0.05 }, { offset: 2 ** 53 }),
    metric: 'mae',
  },
  {
    name: 'labels-too-few',
    kind: 'data',
    tried: 'Labels of the first half alone, where nothing got worse',
    files: () => ({ ...classifiers, 'data.npz': npz({ x, y: column(classes.slice(0, 500)) }) }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'rows', data: 'data.npz', name: 'y' },
      (rows) => rows !== 1000,
      (rows) => `${rows} labels for 1000 examples`,
    ),
    metric: 'accuracy',
  },
  {
    name: 'labels-scalar',
    kind: 'data',
    tried: 'One label without a dimension, for all examples',
    files: () => ({ ...classifiers, 'data.npz': npz({ x, y: numbers('int64', [], [0]) }) }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'array', data: 'data.npz', name: 'y' },
      (array) => array === 'int64 []',
      (array) => `the labels are ${array}`,
    ),
    metric: 'accuracy',
  },
  {
    name: 'labels-one-hot',
    kind: 'data',
    tried: 'Labels as a row of ten numbers for each example',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x,
        y: numbers(
          'int64',
          [1000, 10],
          classes.flatMap((each) => Array.from({ length: 10 }, (_, at) => (at === each ? 1 : 0))),
        ),
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'array', data: 'data.npz', name: 'y' },
      (array) => array !== 'int64 [1000]',
      (array) => `the labels are ${array}`,
    ),
    metric: 'accuracy',
  },
  {
    name: 'labels-big-endian',
    kind: 'data',
    tried: 'Labels with the most significant byte first, which read the other way about are none of the classes',
    files: () => ({ ...classifiers, 'data.npz': rawNpz({ x, y: bigEndian(classes) }) }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: {
      what: 'the least significant byte first',
      files: () => ({ 'data.npz': labelled }),
      run: good('accuracy=2pp'),
    },
  },
  {
    name: 'labels-objects',
    kind: 'data',
    tried: 'Labels as pickled objects of Python, which no other program reads',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({ x, y: { descr: '|O', shape: [1000], data: utf8('\u0080\u0003]q\u0000.') } }),
    }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'y' }),
    metric: 'accuracy',
  },
  {
    name: 'labels-records',
    kind: 'data',
    tried: 'Labels as records of two members, of which the wrong one comes first',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({
        x,
        y: {
          descr: "[('id', '<i4'), ('label', '<i4')]",
          shape: [1000],
          data: new Uint8Array(Int32Array.from(classes.flatMap((each) => [0, each])).buffer),
        },
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'array', data: 'data.npz', name: 'y' },
      (array) => String(array).startsWith('['),
      (array) => `the labels are records: ${array}`,
    ),
    metric: 'accuracy',
  },
  {
    name: 'labels-dates',
    kind: 'data',
    tried: 'Labels as dates, which are whole numbers of days underneath',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({
        x,
        y: { descr: '<M8[D]', shape: [1000], data: new Uint8Array(BigInt64Array.from(classes, BigInt).buffer) },
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'array', data: 'data.npz', name: 'y' },
      (array) => String(array).startsWith('datetime64'),
      (array) => `the labels are ${array}`,
    ),
    metric: 'accuracy',
  },
]

const wide = series({ type: 'float64' })

/** 2^53 and so much of the second column beside what is right, in doubles. */
function large(off: number): Uint8Array {
  return model({
    inputs: [batch(3, 'x', 'float64')],
    outputs: [batch(1, 'y', 'float64')],
    nodes: [node('MatMul', ['x', 'w'], ['raw']), node('Add', ['raw', 'b'], ['y'])],
    weights: [
      tensor('w', 'float64', [3, 1], Float64Array.of(10, 10 * off, 0)),
      tensor('b', 'float64', [1], Float64Array.of(2 ** 53)),
    ],
  })
}
