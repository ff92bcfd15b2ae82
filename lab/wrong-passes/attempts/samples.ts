import type { Attempt } from '../attempt.ts'
import { column, floats, npz, points, texts } from '../files/data.ts'
import { identity, scoring, swapped } from '../files/models.ts'
import { found, worse } from '../truth.ts'
import { classifiers, compared, labelled, usual } from './usual.ts'

const { x, classes } = usual
const rows = (chosen: readonly number[]) =>
  floats(
    [chosen.length, 10],
    chosen.flatMap((row) => [...(x.data as Float32Array).subarray(row * 10, row * 10 + 10)]),
  )
/** Where classes 3 and 4 come up in one example of a hundred each. */
const rare = points({
  examples: 2000,
  classOf: (example) => (example % 100 < 2 ? 3 + (example % 100) : ([0, 1, 2, 5, 6, 7, 8, 9][example % 8] as number)),
  seed: 4,
})

/** Samples that are too small, or not what they seem. */
export const samples: readonly Attempt[] = [
  {
    name: 'sample-few',
    kind: 'data',
    tried: 'Twenty-nine examples, none of a class that got worse',
    files: () => {
      const chosen = classes.flatMap((each, at) => (each === 3 || each === 4 ? [] : [at])).slice(0, 29)
      return {
        ...classifiers,
        'data.npz': npz({ x: rows(chosen), y: column(chosen.map((at) => classes[at] as number)) }),
        'truth.npz': labelled,
      }
    },
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
    control: {
      what: 'the 1000 examples that they are of, an equal candidate',
      run: compared('accuracy=2pp', { candidate: 'good.onnx', data: 'truth.npz' }),
    },
  },
  {
    name: 'sample-copies',
    kind: 'data',
    tried: 'The same twenty-nine examples forty times over, without groups',
    files: () => {
      const chosen = classes.flatMap((each, at) => (each === 3 || each === 4 ? [] : [at])).slice(0, 29)
      const copies = Array.from({ length: 40 }, () => chosen).flat()
      return {
        ...classifiers,
        'data.npz': npz({ x: rows(copies), y: column(copies.map((at) => classes[at] as number)) }),
        'truth.npz': labelled,
      }
    },
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
  },
  {
    name: 'sample-one-group',
    kind: 'data',
    tried: 'A thousand examples that are all of one patient',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x: rows(healthy),
        y: column(healthy.map((at) => classes[at] as number)),
        patient: column(healthy.map(() => 7)),
      }),
      'truth.npz': labelled,
      'p.yml': pipeline('accuracy', '2pp', { group: 'patient' }),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
    control: {
      what: 'a patient for each example, an equal candidate',
      files: () => ({
        'data.npz': npz({ x, y: column(classes), patient: column(classes.map((_, at) => at)) }),
        'p.yml': pipeline('accuracy', '2pp', { group: 'patient', candidate: 'good.onnx' }),
      }),
      run: 'run p.yml',
    },
  },
  {
    name: 'sample-few-of-class-1',
    kind: 'data',
    tried: 'Three examples of class 1 among 200, for recall',
    files: () => {
      const few = points({ classes: 2, examples: 200, noise: 0.9, classOf: (example) => (example % 70 === 69 ? 1 : 0) })
      const many = points({ classes: 2, examples: 1000, noise: 0.9, seed: 2 })
      return {
        'old.onnx': scoring(identity(2)),
        'new.onnx': scoring([
          [1, 0],
          [0.4, 0.9],
        ]),
        'good.onnx': scoring(identity(2, 2)),
        'data.npz': npz({ x: few.x, y: column(few.classes) }),
        'truth.npz': npz({ x: many.x, y: column(many.classes) }),
      }
    },
    run: compared('recall=2pp'),
    truth: worse('recall', 0.02, { data: 'truth.npz' }),
    metric: 'recall',
    control: {
      what: '500 of each class, an equal candidate',
      run: compared('recall=2pp', { candidate: 'good.onnx', data: 'truth.npz' }),
    },
  },
  {
    name: 'slice-without-class-1',
    kind: 'data',
    tried: 'A slice of class 0 alone, on which recall of class 1 is 0 for both',
    files: () => {
      const all = points({ classes: 10, examples: 1000, noise: 0.9 })
      return {
        'old.onnx': scoring(identity(10)),
        'new.onnx': scoring(swapped(10, [0, 5])),
        'good.onnx': scoring(identity(10, 2)),
        'data.npz': npz({
          x: all.x,
          y: column(all.classes),
          kind: texts(all.classes.map((each) => (each === 0 ? 'zero' : 'other'))),
        }),
        'p.yml': pipeline('recall[kind=zero]', '2pp'),
        'good.yml': pipeline('recall[kind=other]', '2pp', { candidate: 'good.onnx' }),
      }
    },
    run: 'run p.yml',
    truth: worse('recall', 0.02, { slice: ['kind', 'zero'] }),
    metric: 'recall[kind=zero]',
    control: { what: 'a slice of nine classes, an equal candidate', run: 'run good.yml' },
  },
  {
    name: 'slice-of-nothing',
    kind: 'data',
    tried: 'A slice that holds no example',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x, y: column(classes), kind: texts(classes.map(() => 'all')) }),
      'p.yml': pipeline('accuracy[kind=none]', '2pp'),
    }),
    run: 'run p.yml',
    truth: found(
      { ask: 'support', data: 'data.npz', slice: ['kind', 'none'], class: '3' },
      (count) => count === 0,
      (count) => `${count} examples of kind=none`,
    ),
    metric: 'accuracy[kind=none]',
  },
  {
    name: 'slice-of-numbers',
    kind: 'data',
    tried: 'A slice by a column of single floats, of which 0.1 is another number as a double',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x,
        y: column(classes),
        dose: floats(
          [1000],
          classes.map((each) => (each === 3 || each === 4 ? 0.1 : 0.2)),
        ),
      }),
      'p.yml': pipeline('accuracy[dose=0.1]', '2pp'),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02, { slice: ['dose', '0.1'] }),
    metric: 'accuracy[dose=0.1]',
  },
  {
    name: 'slice-few',
    kind: 'data',
    tried: 'A slice of twenty examples on which both models are right',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(swapped(10, [3, 4])),
      'data.npz': npz({
        x: rare.x,
        y: column(rare.classes),
        place: texts(rare.classes.map((each, at) => (at < 24 && each !== 3 && each !== 4 ? 'here' : 'there'))),
      }),
      'truth.npz': labelled,
      'p.yml': pipeline('accuracy[place=here]', '2pp'),
    }),
    run: 'run p.yml',
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy[place=here]',
  },
  {
    name: 'sample-rare-classes',
    kind: 'data',
    tried:
      'Two classes of ten that come up in 1 % of examples each and are taken for one another: macro recall loses a fifth, accuracy 2 points',
    files: () => ({
      'old.onnx': scoring(identity(10)),
      'new.onnx': scoring(swapped(10, [3, 4])),
      'good.onnx': scoring(identity(10, 3)),
      'data.npz': npz({ x: rare.x, y: column(rare.classes) }),
    }),
    run: compared('recall=5pp'),
    truth: worse('recall', 0.05),
    metric: 'recall',
  },
]

const healthy = classes.flatMap((each, at) => (each === 3 || each === 4 ? [] : [at]))

/** A pipeline that asks for one metric. */
export function pipeline(
  metric: string,
  margin: string,
  { group, candidate = 'new.onnx', more = '' }: { group?: string; candidate?: string; more?: string } = {},
): string {
  return `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
data:
  eval: { from: data.npz, inputs: { x: x }, label: y${group === undefined ? '' : `, group: ${group}`} }
stages:
  benchmark: { budget: 2s, data: eval }
  compare:
    metrics:
      "${metric}": { margin: ${margin} }${more}
  gate: {}
`
}
