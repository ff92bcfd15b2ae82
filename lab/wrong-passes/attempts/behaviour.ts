import type { Attempt } from '../attempt.ts'
import { floats, npz, numbers } from '../files/data.ts'
import { batch, identity, model, node, type Parts, scalar, scoring } from '../files/models.ts'
import { found, refused, type Truth, worse } from '../truth.ts'
import { gathering } from './structure.ts'
import { labelled } from './usual.ts'

const run: Truth = refused('onnxruntime, running', { ask: 'runs', model: 'm.onnx', data: 'data.npz' })

const random = (share: number): Parts => ({
  inputs: [batch(10)],
  outputs: [batch(10, 'scores')],
  nodes: [
    node('RandomUniformLike', ['x'], ['drawn'], { attributes: { seed: { float: 1 } } }),
    node('Greater', ['drawn', 'bound'], ['where']),
    node('Neg', ['x'], ['turned']),
    node('Where', ['where', 'turned', 'x'], ['scores']),
  ],
  weights: [scalar('bound', 1 - share)],
})

/** Forty inputs of one number each. */
const fortyInputs = (numberAt: (at: number) => number) =>
  npz({
    x: numbers(
      'int64',
      [40, 1],
      Array.from({ length: 40 }, (_, at) => numberAt(at)),
    ),
  })

/** Models that do otherwise on other inputs, in other batches, or the next time. */
export const behaviour: readonly Attempt[] = [
  {
    name: 'fails-on-real-inputs',
    kind: 'model',
    tried: 'A model that runs on made-up inputs and fails on the first real one',
    files: () => ({
      'm.onnx': model(gathering),
      'data.npz': fortyInputs((at) => (at === 0 ? 2 : at % 2)),
      'good.npz': fortyInputs((at) => at % 2),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: run,
    control: { what: 'inputs that it takes', run: 'validate m.onnx --data good.npz' },
  },
  {
    name: 'fails-on-later-inputs',
    kind: 'model',
    tried: 'A model that fails on the twentieth real input of forty',
    files: () => ({
      'm.onnx': model(gathering),
      'data.npz': fortyInputs((at) => (at === 19 ? 2 : at % 2)),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: run,
  },
  {
    name: 'nan-on-later-inputs',
    kind: 'model',
    tried: 'A model that gives NaN for the later half of the real inputs',
    files: () => ({
      'm.onnx': model({ inputs: [batch(2)], outputs: [batch(2, 'y')], nodes: [node('Sqrt', ['x'], ['y'])] }),
      'data.npz': npz({
        x: floats(
          [40, 2],
          Array.from({ length: 80 }, (_, at) => (at < 40 ? 1 : -1)),
        ),
      }),
      'good.npz': npz({
        x: floats(
          [40, 2],
          Array.from({ length: 80 }, () => 1),
        ),
      }),
    }),
    run: 'validate m.onnx --data data.npz',
    truth: found(
      { ask: 'finite', model: 'm.onnx', data: 'data.npz' },
      (share) => Number(share) < 1,
      (share) => `numbers for ${100 * Number(share)} % of the examples`,
    ),
    control: { what: 'inputs for which it gives numbers', run: 'validate m.onnx --data good.npz' },
  },
  {
    name: 'random-often',
    kind: 'model',
    tried: 'Scores that are drawn anew in every run',
    files: () => ({ 'm.onnx': model(random(0.5)), 'good.onnx': scoring(identity(10)) }),
    run: 'validate m.onnx',
    truth: found(
      { ask: 'repeats', model: 'm.onnx', runs: 200 },
      (count) => Number(count) > 0,
      (count) => `${count} of 200 runs on one input differ from the first`,
    ),
    control: { what: 'scores that are not', run: 'validate good.onnx' },
  },
  {
    name: 'random-seldom',
    kind: 'model',
    tried: 'Scores of which one in a thousand runs turns one around',
    files: () => ({ 'm.onnx': model(random(0.0005)) }),
    run: 'validate m.onnx',
    truth: found(
      { ask: 'repeats', model: 'm.onnx', runs: 5000 },
      (count) => Number(count) > 0,
      () => 'some of 5000 runs on one input differ from the first',
    ),
  },
  {
    name: 'depends-on-batch',
    kind: 'model',
    tried: 'A softmax over the batch in place of the classes: right among others, and blind alone',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(identity(10), {
        after: (output) => ({ nodes: [node('Softmax', ['raw'], [output], { attributes: { axis: 0 } })] }),
      }),
      'good.onnx': scoring(identity(10), {
        after: (output) => ({ nodes: [node('Softmax', ['raw'], [output], { attributes: { axis: 1 } })] }),
      }),
      'data.npz': labelled,
    }),
    run: 'compare old.onnx new.onnx --data data.npz --label y --metric accuracy=4pp',
    truth: worse('accuracy', 0.02, { batch: 1 }),
    metric: 'accuracy',
    control: {
      what: 'a softmax over the classes',
      run: 'compare old.onnx good.onnx --data data.npz --label y --metric accuracy=4pp',
    },
  },
]
