import type { Attempt, Files } from '../attempt.ts'
import { column, npz, series } from '../files/data.ts'
import { identity, scoring, softmax, swapped } from '../files/models.ts'
import { found, type Truth, worse } from '../truth.ts'
import { classifiers, compared, labelled, regressions } from './usual.ts'

const data: Files = { ...classifiers, 'data.npz': labelled }
/** Scores of a candidate that is right on nothing. */
const lost: Files = {
  'old.onnx': scoring(identity(10)),
  'new.onnx': scoring(identity(10).map((row) => row.map((each) => -each))),
  'good.onnx': scoring(identity(10, 2)),
  'data.npz': labelled,
}

/** A margin of accuracy that is none, or that nothing can exceed; the candidate is right on nothing. */
function margin(name: string, tried: string, text: string): Attempt {
  return {
    name: `margin-${name}`,
    kind: 'settings',
    tried,
    files: () => lost,
    run: compared(`accuracy=${text}`),
    truth: worse('accuracy', 0.5),
    metric: 'accuracy',
  }
}

const honest = (metric: string) => ({
  what: `\`${metric}\`, an equal candidate`,
  run: compared(metric, { candidate: 'good.onnx' }),
})

function users(question: Readonly<Record<string, unknown>>, planned: string): Truth {
  return found(
    { ask: 'users', alpha: 0.01, power: 0.9, ...question },
    (count) => Number(count) > 1000,
    (count) => `${Number(count).toLocaleString('en')} users in each arm for ${planned}`,
  )
}

/** Margins and plans whose unit is another's, or that nothing can exceed. */
export const margins: readonly Attempt[] = [
  {
    ...margin(
      'of-time',
      'Milliseconds as a margin of accuracy: 0.005 of a share would be 0.5 points, 5 of it anything',
      '5ms',
    ),
    control: honest('accuracy=1pp'),
  },
  margin('of-one', 'A margin of accuracy of 1, below which no accuracy falls', '1'),
  margin('of-100pp', 'A hundred percentage points', '100pp'),
  margin('of-100-percent', 'A hundred per cent of production', '100%'),
  margin('of-many-percent', 'More per cent than there are', '1e3%'),
  margin('in-words', 'A margin in words', 'generous'),
  margin('nan', 'A margin that is no number, which nothing is greater than', 'nan'),
  margin('infinite', 'An infinite margin', 'inf'),
  margin('negative', 'A negative margin, whose square or size is large', '-90pp'),
  margin('of-400-digits', 'A number of 400 digits, which is infinite as a double', '9'.repeat(400)),
  {
    ...margin('zero', 'A margin of nothing, which equals are within by rounding', '0'),
    files: () => data,
    truth: worse('accuracy', 0),
  },
  {
    name: 'margin-of-size-in-seconds',
    kind: 'settings',
    tried: 'Seconds as a margin of size, read as thousands of bytes',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(
        identity(10).map((row) => Array.from({ length: 200 }, (_, at) => row[at] ?? 0)),
        { columns: 200 },
      ),
    }),
    run: 'compare old.onnx new.onnx --outputs-differ --metric size=10s',
    truth: found(
      { ask: 'size', model: 'new.onnx' },
      (bytes) => Number(bytes) > 5000,
      (bytes) => `515 B → ${bytes} B`,
    ),
    metric: 'size',
  },
  {
    name: 'margin-of-log-loss-beyond-all',
    kind: 'settings',
    tried: 'A margin of log-loss of 16, which is more than any loss counts',
    files: () => ({
      'old.onnx': softmax(identity(10, 8)),
      'new.onnx': softmax(swapped(10, [3, 4], [5, 6]).map((row) => row.map((each) => 8 * each))),
      'good.onnx': softmax(identity(10, 8.1)),
      'data.npz': labelled,
    }),
    run: compared('log-loss=16'),
    truth: worse('log-loss', { relative: 0.02 }),
    metric: 'log-loss',
    control: honest('log-loss=0.02'),
  },
  {
    name: 'margin-of-auc-of-one',
    kind: 'settings',
    tried: 'A margin of 1 of an area that lies between 0 and 1',
    files: () => lost,
    run: compared('auc=1'),
    truth: worse('accuracy', 0.5),
    metric: 'auc',
  },
  {
    name: 'metric-twice',
    kind: 'settings',
    tried: 'Accuracy named twice, the second time with a margin of 99 points',
    files: () => lost,
    run: compared('accuracy=1pp', { more: 'accuracy=99pp' }),
    truth: worse('accuracy', 0.5),
    metric: 'accuracy',
  },
  {
    name: 'metric-unknown',
    kind: 'settings',
    tried: 'A name of no metric, beside one that passes',
    files: () => lost,
    run: compared('acuracy=1pp', { more: 'size=5%' }),
    truth: worse('accuracy', 0.01),
  },
  {
    name: 'metric-of-prototype',
    kind: 'settings',
    tried: 'A metric called `constructor`, which every mapping of JavaScript has',
    files: () => lost,
    run: compared('constructor=1pp', { more: 'size=5%' }),
    truth: worse('accuracy', 0.01),
  },
  {
    name: 'claim-better-by-nothing',
    kind: 'settings',
    tried: 'A claim to be better, of a candidate that answers the very same',
    files: () => ({
      ...regressions,
      'data.npz': npz({ x: values.x, y: column(values.values, 'float32') }),
      'p.yml': claimed('new.onnx', 'claim: better'),
      'good.yml': claimed('good.onnx', 'claim: better'),
      'new.onnx': scoring([[1.0000001], [0.3], [0]], { output: 'y' }),
    }),
    run: 'run p.yml',
    truth: found(
      { ask: 'distance', model: 'new.onnx', from: 'old.onnx', data: 'data.npz' },
      (distance) => Number(distance) < 1e-5,
      (distance) => `its answers lie ${distance} of their size from production's`,
    ),
    metric: 'rmse',
    control: { what: 'a better candidate', run: 'run good.yml' },
  },
  {
    name: 'claim-equivalent-but-better',
    kind: 'settings',
    tried: 'A claim to be equivalent, of a candidate that is far better',
    files: () => ({
      ...regressions,
      'new.onnx': scoring([[1], [0.1], [0]], { output: 'y' }),
      'data.npz': npz({ x: values.x, y: column(values.values, 'float32') }),
      'p.yml': claimed('new.onnx', 'claim: equivalent, margin: 5%'),
      'good.yml': claimed('near.onnx', 'claim: equivalent, margin: 5%'),
      'near.onnx': scoring([[1], [0.301], [0]], { output: 'y' }),
    }),
    run: 'run p.yml',
    truth: { ...worse('rmse', { relative: 0.05 }, { old: 'new.onnx', new: 'old.onnx' }) },
    metric: 'rmse',
    control: { what: 'a candidate that is', run: 'run good.yml' },
  },
  {
    name: 'plan-mean-in-time',
    kind: 'settings',
    tried: 'A plan for a mean without a unit, whose margin is in milliseconds',
    files: () => ({}),
    run: 'plan-ab --mean 1.2 --deviation 0.3 --margin 50ms',
    truth: users({ deviation: 0.3, margin: 0.02 }, 'a margin of 0.02, and none for 50'),
    control: { what: 'the margin as a number', run: 'plan-ab --mean 1.2 --deviation 0.3 --margin 0.05' },
  },
  {
    name: 'plan-rate-in-bytes',
    kind: 'settings',
    tried: 'A plan for a rate, whose margin is in bytes',
    files: () => ({}),
    run: 'plan-ab --baseline 5% --margin 1B',
    truth: users({ baseline: 0.05, margin: 0.005 }, 'a margin of half a point, and none for 1'),
    control: { what: 'the margin in points', run: 'plan-ab --baseline 5% --margin 0.5pp' },
  },
  {
    name: 'plan-beyond-baseline',
    kind: 'settings',
    tried: 'A plan for a rate of 5 % that may fall by 10 points',
    files: () => ({}),
    run: 'plan-ab --baseline 5% --margin 10pp',
    truth: users({ baseline: 0.05, margin: 0.005 }, 'a margin of half a point; nothing can fall by 10'),
  },
  {
    name: 'plan-of-zero',
    kind: 'settings',
    tried: 'A plan for a margin of nothing, which divides by it',
    files: () => ({}),
    run: 'plan-ab --baseline 5% --margin 0pp',
    truth: users({ baseline: 0.05, margin: 1e-9 }, 'a billionth, and more for nothing'),
  },
  {
    name: 'plan-relative-to-zero',
    kind: 'settings',
    tried: 'A margin in per cent of a mean of 0',
    files: () => ({}),
    run: 'plan-ab --mean 0 --deviation 1 --margin 5%',
    truth: users({ deviation: 1, margin: 1e-9 }, 'a billionth, and more for 5 % of 0'),
    control: { what: 'in the unit of the mean', run: 'plan-ab --mean 0 --deviation 1 --margin 0.05' },
  },
]

const values = series()

function claimed(candidate: string, claim: string): string {
  return `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data.npz, label: y } }
stages:
  benchmark: { budget: 2s }
  compare: { metrics: { rmse: { ${claim} } } }
  gate: {}
`
}
