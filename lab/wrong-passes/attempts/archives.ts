import type { Attempt } from '../attempt.ts'
import { column, npz, rawNpz } from '../files/data.ts'
import { fortran, npy } from '../files/npy.ts'
import { type Member, zip } from '../files/zip.ts'
import { both, found, refused, worse } from '../truth.ts'
import { classifiers, compared, labelled, usual } from './usual.ts'

const { x, classes } = usual
const right = npy(column(classes))
/** Labels of which those of the classes that got worse are what the candidate says. */
const bent = npy(column(classes.map((each) => (each === 3 ? 4 : each === 4 ? 3 : each))))
const inputs: Member = { name: 'x.npy', bytes: npy(x) }
const good = compared('accuracy=2pp', { candidate: 'good.onnx' })

/** The labels, with what the headers of the archive say of them. */
function archive(labels: Partial<Member>, ...others: readonly Member[]): Uint8Array {
  return zip([inputs, { name: 'y.npy', bytes: right, ...labels }, ...others])
}

/** Archives that say one thing of their members and hold another. */
export const archives: readonly Attempt[] = [
  {
    name: 'archive-doubled-member',
    kind: 'data',
    tried: 'Two members `y.npy`, of which the first holds labels that suit the candidate; NumPy reads the last',
    files: () => ({
      ...classifiers,
      'data.npz': zip([inputs, { name: 'y.npy', bytes: bent }, { name: 'y.npy', bytes: right }]),
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'each member once', files: () => ({ 'data.npz': archive({}) }), run: good },
  },
  {
    name: 'archive-changed-after',
    kind: 'data',
    tried: 'Labels that were changed after they were written, so that their CRC-32 is of others',
    files: () => ({ ...classifiers, 'data.npz': archive({ written: () => bent }) }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'y' }),
    metric: 'accuracy',
  },
  {
    name: 'archive-changed-deflated',
    kind: 'data',
    tried: 'The same where the member is compressed',
    files: () => ({ ...classifiers, 'data.npz': archive({ written: () => bent, deflated: true }) }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'y' }),
    metric: 'accuracy',
    control: {
      what: 'compressed as it was written',
      files: () => ({ 'data.npz': archive({ deflated: true }) }),
      run: good,
    },
  },
  {
    name: 'archive-size-lies',
    kind: 'data',
    tried: 'A member that declares half of its bytes, which leaves out the examples that got worse',
    files: () => ({
      ...classifiers,
      'data.npz': archive({ deflated: true, declared: { bytes: Math.floor(right.length / 2) } }),
    }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'y' }),
    metric: 'accuracy',
  },
  {
    name: 'archive-zip64',
    kind: 'data',
    tried: 'All sizes and places in ZIP64 fields, so that whoever reads the others finds nothing',
    files: () => ({ ...classifiers, 'data.npz': zip([inputs, { name: 'y.npy', bytes: right }], { wide: true }) }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'the same archive, an equal candidate', run: good },
  },
  {
    name: 'archive-other-name-inside',
    kind: 'data',
    tried: 'A member `y` without an ending beside `y.npy`: NumPy reads both under one name',
    files: () => ({
      ...classifiers,
      'data.npz': zip([inputs, { name: 'y', bytes: bent }, { name: 'y.npy', bytes: right }]),
      'truth.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02, { data: 'truth.npz' }),
    metric: 'accuracy',
  },
  {
    name: 'array-fortran',
    kind: 'data',
    tried: 'Inputs column by column: read row by row they are noise, and both models are as good as chance',
    files: () => ({ ...classifiers, 'data.npz': rawNpz({ x: fortran(x), y: column(classes) }) }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
    control: { what: 'the same inputs, an equal candidate', run: good },
  },
  {
    name: 'array-order-twice',
    kind: 'data',
    tried:
      'A header that says the order twice: NumPy goes by the last, and by the first both models are as good as chance',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({
        x: {
          ...fortran(x),
          header: "{'fortran_order': False, 'descr': '<f4', 'shape': (1000, 10), 'fortran_order': True, }",
        },
        y: column(classes),
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: worse('accuracy', 0.02),
    metric: 'accuracy',
  },
  {
    name: 'array-shorter-than-said',
    kind: 'data',
    tried: 'Inputs whose header asks for more examples than there are bytes',
    files: () => ({
      ...classifiers,
      'data.npz': rawNpz({
        x: { descr: '<f4', shape: [1000, 10], data: new Uint8Array((x.data as Float32Array).slice(0, 5000).buffer) },
        y: column(classes),
      }),
    }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'x' }),
    metric: 'accuracy',
  },
  {
    name: 'array-empty',
    kind: 'data',
    tried: 'Data of no example, on which nothing gets worse',
    files: () => ({
      ...classifiers,
      'data.npz': npz({ x: { ...x, dims: [0, 10], data: new Float32Array(0) }, y: column([]) }),
    }),
    run: compared('accuracy=2pp'),
    truth: found(
      { ask: 'rows', data: 'data.npz', name: 'y' },
      (rows) => rows === 0,
      (rows) => `${rows} examples`,
    ),
    metric: 'accuracy',
  },
  {
    name: 'inputs-nan',
    kind: 'data',
    tried: 'NaN in the inputs of the examples that got worse, on which every model is wrong',
    files: () => ({
      ...classifiers,
      'data.npz': npz({
        x: {
          ...x,
          data: (x.data as Float32Array).map((each, at) =>
            [3, 4].includes(classes[Math.floor(at / 10)] as number) ? Number.NaN : each,
          ),
        },
        y: column(classes),
      }),
      'truth.npz': labelled,
    }),
    run: compared('accuracy=2pp'),
    truth: both(
      worse('accuracy', 0.02, { data: 'truth.npz' }),
      found(
        { ask: 'finite', model: 'old.onnx', data: 'data.npz' },
        (share) => Number(share) < 1,
        (share) => `on ${100 * Number(share)} % of these examples production gives numbers`,
      ),
    ),
    metric: 'accuracy',
  },
  {
    name: 'lfs-pointer-data',
    kind: 'data',
    tried: 'A Git LFS pointer in place of the data',
    files: () => ({
      ...classifiers,
      'data.npz': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
    }),
    run: compared('accuracy=2pp'),
    truth: refused('NumPy', { ask: 'array', data: 'data.npz', name: 'y' }),
    metric: 'accuracy',
  },
]
