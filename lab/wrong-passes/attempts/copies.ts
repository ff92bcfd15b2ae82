import type { Attempt } from '../attempt.ts'
import { column, floats, npz, points, texts } from '../files/data.ts'
import { identity, scoring } from '../files/models.ts'
import { found, worse } from '../truth.ts'
import { pipeline } from './samples.ts'
import { classifiers, compared, labelled, usual } from './usual.ts'

const { x, classes } = usual
const rowsOf = (from: Float32Array, width: number, chosen: readonly number[]) =>
  floats(
    [chosen.length, width],
    chosen.flatMap((row) => [...from.subarray(row * width, row * width + width)]),
  )
const times = (count: number, chosen: readonly number[]): readonly number[] =>
  Array.from({ length: count }, () => chosen).flat()
const right = classes.flatMap((each, at) => (each === 3 || each === 4 ? [] : [at])).slice(0, 30)
const repeated = [...times(40, right.slice(0, 29)), right[29] as number]
/** Those that are taken for one another by the candidate are left to the slice `rare`, of which it has three right. */
const sliced = [...classes.keys(), ...times(150, right.slice(0, 3))]

const healthy = points({ classes: 2, examples: 2000, noise: 0.9, classOf: () => 0, seed: 5 })
const sick = points({ classes: 2, examples: 3, noise: 0.4, classOf: () => 1, seed: 6 })
const population = points({ classes: 2, examples: 2000, noise: 0.9, seed: 7 })
const oversampled = times(400, [0, 1, 2])

/** A few examples many times over, in ways that do not show in how often all of them are there. */
export const copies: readonly Attempt[] = [
  {
    name: 'copies-and-one',
    kind: 'data',
    tried: 'Twenty-nine examples forty times over, and one more once',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x: rowsOf(x.data as Float32Array, 10, repeated),
        y: column(repeated.map((at) => classes[at] as number)),
      }),
      'truth.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
    control: {
      what: 'a thousand examples and five of them again, an equal candidate',
      files: () => {
        const some = [...classes.keys(), 1, 2, 3, 4, 5]
        return {
          'data.npz': npz({
            x: rowsOf(x.data as Float32Array, 10, some),
            y: column(some.map((at) => classes[at] as number)),
          }),
        }
      },
      run: compared('accuracy=2pp', { candidate: 'good.onnx' }),
    },
  },
  {
    name: 'copies-of-a-class',
    kind: 'data',
    tried: 'Class 1 is three examples, each four hundred times, among two thousand others',
    files: () => ({
      'old.onnx': scoring(identity(2)),
      'new.onnx': scoring([
        [1, 0],
        [0.4, 0.9],
      ]),
      'good.onnx': scoring(identity(2, 2)),
      'data.npz': npz({
        x: floats(
          [3200, 2],
          [
            ...(healthy.x.data as Float32Array),
            ...(rowsOf(sick.x.data as Float32Array, 2, oversampled).data as Float32Array),
          ],
        ),
        y: column([...healthy.classes, ...oversampled.map(() => 1)]),
      }),
      'truth.npz': npz({ x: population.x, y: column(population.classes) }),
    }),
    run: compared('recall=2pp'),
    truth: worse('recall', 0.02, { data: 'truth.npz' }),
    metric: 'recall',
    control: {
      what: 'a thousand of each class, an equal candidate',
      run: compared('recall=2pp', { candidate: 'good.onnx', data: 'truth.npz' }),
    },
  },
  {
    name: 'slice-of-copies',
    kind: 'data',
    tried: 'A slice of three examples, each a hundred and fifty times',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x: rowsOf(x.data as Float32Array, 10, sliced),
        y: column(sliced.map((at) => classes[at] as number)),
        kind: texts(sliced.map((_, at) => (at < classes.length ? 'all' : 'rare'))),
      }),
      'p.yml': pipeline('accuracy[kind=rare]', '2pp'),
      'good.yml': pipeline('accuracy[kind=all]', '2pp', { candidate: 'good.onnx' }),
    }),
    run: 'run p.yml',
    truth: found(
      { ask: 'distinct', data: 'data.npz', slice: ['kind', 'rare'] },
      (count) => count === 3,
      (count) => `${count} examples of kind=rare that are no copies`,
    ),
    metric: 'accuracy[kind=rare]',
    control: { what: 'the slice of the others, an equal candidate', run: 'run good.yml' },
  },
]
