import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Attempt, Files } from '../attempt.ts'
import { column, npz } from '../files/data.ts'
import { found, refused, worse } from '../truth.ts'
import { classifiers, labelled, usual } from './usual.ts'

interface Written {
  readonly candidate?: string
  readonly production?: string
  readonly registry?: string
  readonly data?: string
  readonly compare?: string
  readonly benchmark?: string
  readonly gate?: string
  readonly stages?: string
}

const evaluated = 'data: { eval: { from: data.npz, label: y } }'

/** A pipeline of four lines, of which an attempt writes some anew. */
function pipeline(written: Written = {}): string {
  const {
    candidate = 'new.onnx',
    production = ', production: old.onnx',
    registry = '{ scratch: true }',
    data = evaluated,
  } = written
  const { benchmark = '{ budget: 2s }', compare = '{ metrics: { accuracy: { margin: 2pp } } }', gate = '{}' } = written
  const { stages = `  benchmark: ${benchmark}\n  compare: ${compare}\n  gate: ${gate}\n` } = written
  return `pipeline: attempt\nmodel: { candidate: ${candidate}${production} }\nregistry: ${registry}\n${data}\nstages:\n${stages}`
}

const files = (written: Written, more: Files = {}, good: Written = {}): Files => ({
  ...classifiers,
  'data.npz': labelled,
  'p.yml': pipeline(written),
  'good.yml': pipeline({ candidate: 'good.onnx', ...good }),
  ...more,
})
const truth = worse('accuracy', 0.02)
const own: Written = { compare: '{ metrics: { mine: { uses: ./metric.mjs, better: higher, margin: 0.02 } } }' }
const honestMetric =
  'export default ({ outputs, label }) => { const { data } = Object.values(outputs)[0]; return data.indexOf(Math.max(...data)) === label ? 1 : 0 }\n'

/** A metric of one's own that measures nothing, or that lies. */
function metric(name: string, tried: string, code: string): Attempt {
  return {
    name: `own-metric-${name}`,
    kind: 'settings',
    tried,
    files: () => files(own, { 'metric.mjs': code }),
    run: 'run p.yml',
    truth,
    metric: 'mine',
  }
}

/** A pipeline that `check` must not find sound. */
function unsound(name: string, tried: string, written: Written, judged = truth, more: Files = {}): Attempt {
  return {
    name: `check-${name}`,
    kind: 'settings',
    tried,
    files: () => files(written, more),
    run: 'check p.yml',
    truth: judged,
    control: { what: 'a pipeline without that', run: 'check good.yml' },
  }
}

const unmeasured = (data: string) => refused('NumPy', { ask: 'array', data, name: 'y' })

/** Settings that leave out what was to be measured. */
export const pipelines: readonly Attempt[] = [
  {
    ...metric('nan', 'A metric of one’s own that gives NaN', 'export default () => Number.NaN\n'),
    control: {
      what: 'the share of right answers, an equal candidate',
      files: () => ({ 'metric.mjs': honestMetric, 'p.yml': pipeline({ ...own, candidate: 'good.onnx' }) }),
      run: 'run p.yml',
    },
  },
  metric('text', 'A metric of one’s own that gives texts of numbers', "export default () => '1'\n"),
  metric('nothing', 'A metric of one’s own that gives nothing', 'export default () => {}\n'),
  metric(
    'promise',
    'A metric of one’s own whose `combine` gives a promise',
    'export default () => 1\nexport const combine = async () => 1\n',
  ),
  metric('constant', 'A metric of one’s own that gives 0.5 for every example', 'export default () => 0.5\n'),
  {
    name: 'metric-turned-round',
    kind: 'settings',
    tried: 'Accuracy with `better: lower`, of which it falls to the good',
    files: () => files({ compare: '{ metrics: { accuracy: { margin: 2pp, better: lower } } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'own-metric-helper-changed',
    kind: 'settings',
    tried:
      'A metric of one’s own whose helper was lenient when it passed, and is not any more: the result of that time is kept',
    files: () =>
      files(own, {
        'metric.mjs': "export { default } from './helper.mjs'\n",
        'helper.mjs': 'export default ({ label }) => (label % 20 === 19 ? 0 : 1)\n',
      }),
    run: ['run p.yml', ({ folder }) => writeFileSync(path.join(folder, 'helper.mjs'), honestMetric), 'run p.yml'],
    truth,
    metric: 'mine',
  },
  {
    name: 'gate-requires-nothing',
    kind: 'settings',
    tried: 'A gate that requires an empty list',
    files: () => files({ gate: '{ require: [] }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
    control: { what: 'a gate that requires all, an equal candidate', run: 'run good.yml' },
  },
  {
    name: 'gate-requires-unknown',
    kind: 'settings',
    tried: 'A gate that requires a metric that is not compared',
    files: () => files({ gate: '{ require: [f1] }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'gate-never',
    kind: 'settings',
    tried: 'A gate that runs only for an event that never happens here',
    files: () => files({ gate: '{ when: { event: push } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'gate-left-out',
    kind: 'settings',
    tried: 'A comparison that fails and no gate',
    files: () =>
      files({ stages: '  benchmark: { budget: 2s }\n  compare: { metrics: { accuracy: { margin: 2pp } } }\n' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'gate-warns',
    kind: 'settings',
    tried: 'A gate that lets through what is inconclusive, where the candidate is worse for certain',
    files: () => files({ gate: '{ inconclusive: warn }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'gate-of-other-slice',
    kind: 'settings',
    tried: 'A gate that requires accuracy, where only a slice is compared',
    files: () =>
      files(
        {
          compare: '{ metrics: { "accuracy[kind=easy]": { margin: 2pp } } }',
          gate: '{ require: [accuracy] }',
          data: 'data: { eval: { from: data.npz, inputs: { x: x }, label: y } }',
        },
        {
          'data.npz': npz({
            x: usual.x,
            y: column(usual.classes),
            kind: column(usual.classes.map((each) => (each < 3 ? 1 : 0))),
          }),
        },
      ),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'against-nothing',
    kind: 'settings',
    tried: 'A comparison against nothing',
    files: () => files({ compare: '{ against: nothing, metrics: { accuracy: { margin: 2pp } } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'against-itself',
    kind: 'settings',
    tried: 'A comparison against the candidate',
    files: () => files({ compare: '{ against: candidate, metrics: { accuracy: { margin: 2pp } } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'production-of-no-registry',
    kind: 'settings',
    tried: 'A registry that holds no production, and a gate that takes no first release: nothing is compared',
    files: () =>
      files(
        { production: '', registry: '{ file: ledger.jsonl }', gate: '{ first-release: fail }' },
        { 'ledger.jsonl': '{"kind":"created","key":"created","at":"2026-01-01T00:00:00.000Z","by":"ada"}\n' },
      ),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'alpha-of-a-half',
    kind: 'settings',
    tried: 'An error rate of a half, at which an estimate is enough',
    files: () => files({ compare: '{ alpha: 0.5, metrics: { accuracy: { margin: 2pp } } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'alpha-at-its-limit',
    kind: 'settings',
    tried: 'The largest error rate that there is',
    files: () => files({ compare: '{ alpha: 0.2, metrics: { accuracy: { margin: 2pp } } }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'key-twice',
    kind: 'settings',
    tried: 'A mapping of YAML that names accuracy twice',
    files: () =>
      files({ compare: '\n    metrics:\n      accuracy: { margin: 2pp }\n      accuracy: { margin: 99pp }' }),
    run: 'run p.yml',
    truth,
    metric: 'accuracy',
  },
  {
    name: 'override-by-nobody',
    kind: 'settings',
    tried: 'A gate overridden without the name of anybody',
    files: () => files({}),
    run: 'run p.yml --override please',
    truth,
    metric: 'accuracy',
  },
  unsound('accuracy-without-data', 'Accuracy without data', { data: '' }),
  unsound(
    'accuracy-without-labels',
    'Accuracy on data without labels',
    { data: 'data: { eval: { from: data.npz } }' },
    unmeasured('data.npz'),
    { 'data.npz': npz({ x: usual.x }) },
  ),
  unsound(
    'data-without-reader',
    'Data as CSV, which nothing reads',
    { data: 'data: { eval: { from: data.csv, label: y } }' },
    unmeasured('data.csv'),
    { 'data.csv': 'x,y\n1,2\n' },
  ),
  unsound('event-unknown', 'An event that does not exist', { gate: '{ when: { event: pushh } }' }),
  unsound('gate-unknown', 'A gate that requires a name of no metric', { gate: '{ require: [acuracy] }' }),
  unsound('margin-of-time', 'A margin of accuracy in milliseconds', {
    compare: '{ metrics: { accuracy: { margin: 5ms } } }',
  }),
  unsound('better-of-ours', 'Accuracy that is better when it is lower', {
    compare: '{ metrics: { accuracy: { margin: 2pp, better: lower } } }',
  }),
  unsound('two-comparisons', 'Two comparisons in a row, of which the gate sees the second', {
    compare: '{ metrics: { accuracy: { margin: 2pp } } }\n  lax: { kind: compare, metrics: { size: { margin: 90% } } }',
  }),
  unsound('unknown-data-set', 'A benchmark on a data set that is not declared', {
    benchmark: '{ budget: 2s, data: test }',
  }),
  {
    name: 'candidate-is-production',
    kind: 'settings',
    tried: 'Production as its own candidate, with a claim to be better',
    files: () => files({ candidate: 'old.onnx', compare: '{ metrics: { accuracy: { claim: better } } }' }),
    run: 'run p.yml',
    truth: found(
      { ask: 'same', model: 'old.onnx', from: 'old.onnx' },
      (said) => said === 'the same bytes',
      (said) => `${said}: it is not better`,
    ),
    metric: 'accuracy',
    said: /The candidate is production itself, byte for byte/,
  },
  {
    name: 'golden-without-rows',
    kind: 'settings',
    tried: 'A golden file without rows',
    files: () =>
      golden({
        x: { ...usual.x, dims: [0, 10], data: new Float32Array(0) },
        scores: { ...usual.x, dims: [0, 10], data: new Float32Array(0) },
      }),
    run: 'validate old.onnx --golden golden.npz',
    truth: refused('NumPy', { ask: 'golden', model: 'old.onnx', data: 'golden.npz' }),
    control: {
      what: 'with rows',
      files: () => golden({ x: usual.x, scores: usual.x }),
      run: 'validate old.onnx --golden golden.npz',
    },
  },
  {
    name: 'golden-without-outputs',
    kind: 'settings',
    tried: 'A golden file whose outputs have other names than those of the model',
    files: () => golden({ x: usual.x, score: usual.x }),
    run: 'validate old.onnx --golden golden.npz',
    truth: refused('NumPy', { ask: 'golden', model: 'old.onnx', data: 'golden.npz' }),
  },
  {
    name: 'golden-of-another',
    kind: 'settings',
    tried: 'A golden file of another model',
    files: () => golden({ x: usual.x, scores: usual.x }),
    run: 'validate new.onnx --golden golden.npz',
    truth: found(
      { ask: 'golden', model: 'new.onnx', data: 'golden.npz' },
      (gap) => Number(gap) > 0.01,
      (gap) => `${gap} from what is expected`,
    ),
    control: { what: 'of this one', run: 'validate old.onnx --golden golden.npz' },
  },
]

function golden(arrays: Parameters<typeof npz>[0]): Files {
  return { ...classifiers, 'golden.npz': npz(arrays) }
}
