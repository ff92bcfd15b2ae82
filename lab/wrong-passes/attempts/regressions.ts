import type { Attempt } from '../attempt.ts'
import { column, npz, numbers, series } from '../files/data.ts'
import { batch, model, node, regression, scalar, weights, whole } from '../files/models.ts'
import { found, refused, worse } from '../truth.ts'
import { compared, regressions as usual } from './usual.ts'

const all = series()
const data = npz({ x: all.x, y: column(all.values, 'float32') })
const few = series({ examples: 30 })
const offset = 1.7e9
const precise = series({ examples: 6000, type: 'float64', offset })
const good = (metric: string) => compared(metric, { candidate: 'good.onnx' })

/** Production's number and a catastrophe where the third column is above a bound; so much beside it elsewhere. */
function catastrophic(bound: number, far: number, near: number): Uint8Array {
  return model({
    inputs: [batch(3)],
    outputs: [batch(1, 'y')],
    nodes: [
      node('MatMul', ['x', 'w'], ['raw']),
      node('Add', ['raw', 'near'], ['close']),
      node('Gather', ['x', 'third'], ['column'], { attributes: { axis: 1 } }),
      node('Greater', ['column', 'bound'], ['where']),
      node('Add', ['raw', 'far'], ['off']),
      node('Where', ['where', 'off', 'close'], ['y']),
    ],
    weights: [
      weights('w', [[1], [0.3], [0]]),
      whole('third', [2]),
      scalar('bound', bound),
      scalar('far', far),
      scalar('near', near),
    ],
  })
}

/** Numbers to be predicted, and how far off they are. */
export const regressed: readonly Attempt[] = [
  {
    name: 'regression-scaled',
    kind: 'model',
    tried: 'Answers in grams where production gives kilograms',
    files: () => ({ ...usual, 'new.onnx': regression([1000, 300, 0]), 'data.npz': data }),
    run: compared('rmse=5%'),
    truth: worse('rmse', { relative: 0.05 }),
    metric: 'rmse',
    control: { what: 'a better candidate', run: good('rmse=5%') },
  },
  {
    name: 'regression-biased',
    kind: 'model',
    tried: 'Answers that are all too high by 0.2',
    files: () => ({ ...usual, 'new.onnx': regression([1, 0.3, 0], { bias: 0.2 }), 'data.npz': data }),
    run: compared('mae=5%'),
    truth: worse('mae', { relative: 0.05 }),
    metric: 'mae',
    control: { what: 'a better candidate', run: good('mae=5%') },
  },
  {
    name: 'regression-r2',
    kind: 'model',
    tried: 'Twice the error, by the share of the variance that is explained',
    files: () => ({ ...usual, 'data.npz': data }),
    run: compared('r2=0.05'),
    truth: worse('r2', 0.05),
    metric: 'r2',
    control: { what: 'a better candidate', run: good('r2=0.05') },
  },
  {
    name: 'regression-catastrophes',
    kind: 'model',
    tried:
      'Answers that are off by 1e-9 from production, and by a hundred times the error in 1 % of what will come: the sample happens to hold none',
    files: () => {
      const rare = series({ examples: 3000, seed: 3 })
      return {
        ...usual,
        'new.onnx': catastrophic(0.98, 20, 1e-9),
        'data.npz': npz({ x: calm(few), y: column(few.values, 'float32') }),
        'truth.npz': npz({ x: rare.x, y: column(rare.values, 'float32') }),
      }
    },
    run: compared('mae=2%'),
    truth: worse('mae', { relative: 0.02 }, { data: 'truth.npz' }),
    metric: 'mae',
  },
  {
    name: 'regression-few-catastrophes',
    kind: 'model',
    tried: 'The same where the sample is of 300, and holds none either',
    files: () => {
      const rare = series({ examples: 3000, seed: 3 })
      const some = series({ examples: 300, seed: 4 })
      return {
        ...usual,
        'new.onnx': catastrophic(0.98, 20, 1e-9),
        'data.npz': npz({ x: calm(some), y: column(some.values, 'float32') }),
        'truth.npz': npz({ x: rare.x, y: column(rare.values, 'float32') }),
      }
    },
    run: compared('rmse=2%'),
    truth: worse('rmse', { relative: 0.02 }, { data: 'truth.npz' }),
    metric: 'rmse',
  },
  {
    name: 'regression-digits',
    kind: 'model',
    tried: 'Seconds since 1970 in doubles: at nine digits both models are off by as much as rounding makes them',
    files: () => ({
      'old.onnx': regression([1, 0.05, 0], { bias: offset, type: 'float64' }),
      'new.onnx': regression([1, 0.5, 0], { bias: offset, type: 'float64' }),
      'good.onnx': regression([1, 0.04, 0], { bias: offset, type: 'float64' }),
      'data.npz': npz({ x: precise.x, y: column(precise.values, 'float64') }),
    }),
    run: compared('rmse=5%'),
    truth: worse('rmse', { relative: 0.05 }),
    metric: 'rmse',
    control: { what: 'a better candidate', run: good('rmse=5%') },
  },
  {
    name: 'regression-huge',
    kind: 'model',
    tried: 'Answers of 1e200 in doubles, whose squares are beyond all numbers',
    files: () => {
      const own = series({ type: 'float64' })
      return {
        'old.onnx': regression([1, 0.3, 0], { type: 'float64' }),
        'new.onnx': regression([1e200, 0, 0], { type: 'float64' }),
        'data.npz': npz({ x: own.x, y: column(own.values, 'float64') }),
      }
    },
    run: compared('rmse=5%'),
    truth: worse('mae', { relative: 0.05 }),
    metric: 'rmse',
  },
  {
    name: 'regression-nan',
    kind: 'model',
    tried: 'NaN where production is furthest off',
    files: () => ({ ...usual, 'new.onnx': catastrophic(0.9, Number.NaN, 0), 'data.npz': data }),
    run: compared('mae=5%'),
    truth: found(
      { ask: 'finite', model: 'new.onnx', data: 'data.npz' },
      (share) => Number(share) < 1,
      (share) => `numbers for ${(100 * Number(share)).toFixed(1)} % of the examples`,
    ),
    metric: 'mae',
  },
  {
    name: 'regression-two-numbers',
    kind: 'model',
    tried: 'Two numbers for each example, of which the first is right',
    files: () => ({
      ...usual,
      'new.onnx': model({
        inputs: [batch(3)],
        outputs: [batch(2, 'y')],
        nodes: [node('MatMul', ['x', 'w'], ['y'])],
        weights: [
          weights('w', [
            [1, 0],
            [0.3, 9],
            [0, 9],
          ]),
        ],
      }),
      'data.npz': data,
    }),
    run: compared('rmse=5%'),
    truth: refused('scikit-learn', { ask: 'rmse', model: 'new.onnx', data: 'data.npz' }),
    metric: 'rmse',
  },
]

/** Without an example on which there is a catastrophe. */
function calm({ x }: ReturnType<typeof series>) {
  const values = [...(x.data as Float32Array)]
  return numbers(
    'float32',
    x.dims,
    values.map((each, at) => (at % 3 === 2 ? Math.min(each, 0.97) : each)),
  )
}
