import { copyFileSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readModel } from '../../../src/onnx/format/index.ts'
import type { Node } from '../../../src/onnx/format/messages.ts'
import { buildGraph } from '../../../src/onnx/graph/build.ts'
import type { Attempt, Files, Place, Step } from '../attempt.ts'
import { column, npz, numbers } from '../files/data.ts'
import { batch, identity, model, node, swapped, tensor, value, weights } from '../files/models.ts'
import { found, worse } from '../truth.ts'
import { classifiers, labelled, usual } from './usual.ts'

const shared = (candidate = 'new.onnx', margin = '2pp') => `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data.npz, label: y } }
stages:
  benchmark: { scenarios: [{ batch: 1, runner: a }, { batch: 2, runner: b }], budget: 2s }
  compare: { metrics: { accuracy: { margin: ${margin} } } }
  gate: {}
`

/** Copies `shard.json` of the latest run that measured one. */
const keep =
  (name: string): Step =>
  ({ folder, home }) => {
    const runs = readdirSync(path.join(home, 'runs')).sort((a, b) => timeOf(home, a) - timeOf(home, b))
    copyFileSync(path.join(home, 'runs', runs.at(-1) ?? '', 'shard.json'), path.join(folder, name))
  }

function timeOf(home: string, run: string): number {
  const started = /"at":"([^"]+)"/.exec(readFileSync(path.join(home, 'runs', run, 'journal.jsonl'), 'utf8'))?.[1] ?? ''
  return Date.parse(started)
}

const replace =
  (name: string, by: string): Step =>
  ({ folder }) => {
    const target = path.join(folder, name)
    writeFileSync(target, readFileSync(path.join(folder, by)))
    utimesSync(target, 1_600_000_000, 1_600_000_000)
  }

const edit =
  (name: string, change: (shard: Shard) => void): Step =>
  ({ folder }) => {
    const file = path.join(folder, name)
    const shard = JSON.parse(readFileSync(file, 'utf8')) as Shard
    change(shard)
    writeFileSync(file, JSON.stringify(shard))
  }

interface Shard {
  shard: string
  subject: { candidate: unknown }
  products: { measurements: { seed: number } }
}

const measured: readonly Step[] = ['run p.yml --shard a', keep('a.json'), 'run p.yml --shard b', keep('b.json')]
const shards = (good: string): Files => ({
  ...classifiers,
  'candidate.onnx': classifiers[good] as Uint8Array,
  'data.npz': labelled,
  'p.yml': shared('candidate.onnx'),
})
const truth = worse('accuracy', 0.02)

/** Measurements of other models, data or times than those that are judged. */
const joined: readonly Attempt[] = [
  {
    name: 'shards-of-another-candidate',
    kind: 'evidence',
    tried: 'Shards of a candidate that is as good as production, merged once the file is another',
    files: () => shards('good.onnx'),
    run: [...measured, replace('candidate.onnx', 'new.onnx'), 'merge p.yml a.json b.json'],
    truth,
    metric: 'accuracy',
    control: { what: 'of the file that is there', run: [...measured, 'merge p.yml a.json b.json'] },
  },
  {
    name: 'shards-renamed-subject',
    kind: 'evidence',
    tried: 'The same, and the digest of the candidate in the shards replaced by that of the other file',
    files: () => shards('good.onnx'),
    run: [
      ...measured,
      replace('candidate.onnx', 'new.onnx'),
      'run p.yml --shard a',
      keep('other.json'),
      ({ folder }) => {
        const { subject } = JSON.parse(readFileSync(path.join(folder, 'other.json'), 'utf8')) as Shard
        for (const name of ['a.json', 'b.json'])
          (edit(name, (shard) => (shard.subject = subject)) as (place: Place) => void)({ folder, home: '' })
      },
      'merge p.yml a.json b.json',
    ],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'shards-of-other-data',
    kind: 'evidence',
    tried: 'Shards measured on labels that suit the candidate, merged once the data are the right ones',
    files: () => ({
      ...shards('new.onnx'),
      'data.npz': npz({ x: usual.x, y: column(usual.classes.map((each) => (each === 3 ? 4 : each === 4 ? 3 : each))) }),
      'right.npz': labelled,
    }),
    run: [...measured, replace('data.npz', 'right.npz'), 'merge p.yml a.json b.json'],
    truth: worse('accuracy', 0.02, { data: 'right.npz' }),
    metric: 'accuracy',
  },
  {
    name: 'shards-of-other-margins',
    kind: 'evidence',
    tried: 'Shards of a pipeline whose margin is widened before they are merged',
    files: () => ({ ...shards('new.onnx'), 'wide.yml': shared('candidate.onnx', '50pp') }),
    run: [...measured, replace('p.yml', 'wide.yml'), 'merge p.yml a.json b.json'],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'shards-doubled',
    kind: 'evidence',
    tried: 'One shard twice in place of two',
    files: () => shards('new.onnx'),
    run: [
      ...measured,
      'merge p.yml a.json a.json b.json',
      ({ folder }) => copyFileSync(path.join(folder, 'a.json'), path.join(folder, 'again.json')),
      'merge p.yml a.json again.json b.json',
    ],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'shards-missing',
    kind: 'evidence',
    tried: 'The shard left out that holds the predictions',
    files: () => shards('new.onnx'),
    run: [...measured, 'merge p.yml b.json'],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'shards-renamed',
    kind: 'evidence',
    tried: 'The second shard, which holds no predictions, called by the name of the first',
    files: () => shards('new.onnx'),
    run: [...measured, edit('b.json', (shard) => (shard.shard = 'a')), 'merge p.yml b.json'],
    truth,
    metric: 'accuracy',
  },
]

const pipeline = `pipeline: attempt
model: { candidate: candidate.onnx, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data.npz, label: y } }
stages:
  benchmark: { budget: 2s }
  compare: { metrics: { accuracy: { margin: 2pp } } }
  gate: {}
`
const kept = (good: string): Files => ({ ...shards(good), 'p.yml': pipeline })
const bytesOf = (matrix: readonly (readonly number[])[]) => new Uint8Array(Float32Array.from(matrix.flat()).buffer)

const layered: Files = { 'old.onnx': deep(2), 'good.onnx': deep(2, 1.01), 'new.onnx': deep(10) }

/** The judge takes times of its own. */
const slower = found(
  { ask: 'milliseconds', model: 'new.onnx', from: 'old.onnx' },
  (times) => Number(times) > 1.5,
  (times) => `one run takes ${times} × as long`,
)

const cached: readonly Attempt[] = [
  {
    name: 'kept-other-candidate',
    kind: 'evidence',
    tried: 'A candidate that passed, replaced by one of the same name, size and time',
    files: () => kept('good.onnx'),
    run: [replace('candidate.onnx', 'good.onnx'), 'run p.yml', replace('candidate.onnx', 'new.onnx'), 'run p.yml'],
    truth,
    metric: 'accuracy',
    control: { what: 'the same candidate twice', run: ['run p.yml', 'run p.yml'] },
  },
  {
    name: 'kept-other-weights',
    kind: 'evidence',
    tried: 'The same where the model stays as it is, and the file of its weights is replaced',
    files: () => ({
      ...kept('new.onnx'),
      'candidate.onnx': outside('candidate.data'),
      'new.onnx': outside('new.data'),
      'candidate.data': bytesOf(identity(10, 1.5)),
      'new.data': bytesOf(swapped(10, [3, 4])),
    }),
    run: ['run p.yml', replace('candidate.data', 'new.data'), 'run p.yml'],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'kept-other-data',
    kind: 'evidence',
    tried: 'Data on which the candidate passed, replaced by data of the same name and size',
    files: () => ({
      ...kept('new.onnx'),
      'data.npz': npz({ x: usual.x, y: column(usual.classes.map((each) => (each === 3 ? 4 : each === 4 ? 3 : each))) }),
      'right.npz': labelled,
    }),
    run: ['run p.yml', replace('data.npz', 'right.npz'), 'run p.yml'],
    truth: worse('accuracy', 0.02, { data: 'right.npz' }),
    metric: 'accuracy',
  },
  {
    name: 'kept-store-overwritten',
    kind: 'evidence',
    tried: 'The bytes of the candidate in the store overwritten by those of production',
    files: () => kept('new.onnx'),
    run: ['run p.yml', overwrite, 'run p.yml --fresh'],
    truth,
    metric: 'accuracy',
  },
  {
    name: 'kept-times-of-another',
    kind: 'evidence',
    tried: 'Times of another candidate in the file of those that were measured of this one',
    files: () => ({ ...layered, 'p.yml': timed('good.onnx'), 'slow.yml': timed('new.onnx') }),
    run: ['run p.yml', 'run slow.yml', exchange, 'run slow.yml --fresh'],
    truth: slower,
    metric: 'latency.p50',
    alone: true,
  },
]

/** Models that take as much time as they have layers. */
function deep(layers: number, factor = 1): Uint8Array {
  const size = 256
  const matrix = Float32Array.from({ length: size * size }, (_, at) => (at % 257 === 0 ? factor : 0))
  const names = Array.from({ length: layers + 1 }, (_, at) => (at === 0 ? 'x' : at === layers ? 'y' : `h${at}`))
  return model({
    inputs: [batch(size)],
    outputs: [batch(size, 'y')],
    nodes: names.slice(1).map((name, at) => node('MatMul', [names[at] as string, `w${at}`], [name])),
    weights: names.slice(1).map((_, at) => tensor(`w${at}`, 'float32', [size, size], matrix)),
  })
}

/** The same where the input is not all zeros; else it is given out as it is. */
function deepWhere(layers: number): Uint8Array {
  const { graph } = readModel(deep(layers))
  const { node: nodes = [], initializer = [] } = graph ?? {}
  const branch = (inner: readonly Node[]) => ({
    graph: buildGraph({ inputs: [], outputs: [value('z', 'float32', ['N', 256])], nodes: inner }),
  })
  const renamed = nodes.map((each) => ({ ...each, output: each.output.map((name) => (name === 'y' ? 'last' : name)) }))
  const given = node('Identity', ['last'], ['z'])
  return model({
    inputs: [batch(256)],
    outputs: [batch(256, 'y')],
    nodes: [
      node('ReduceMax', ['x'], ['most'], { attributes: { keepdims: 0 } }),
      node('Cast', ['most'], ['any'], { attributes: { to: 9 } }),
      node('If', ['any'], ['y'], {
        attributes: {
          then_branch: branch([...renamed, given]),
          else_branch: branch([node('Identity', ['x'], ['z'])]),
        },
      }),
    ],
    weights: initializer,
  })
}

const timed = (candidate: string, benchmark = 'budget: 1s, noise-floor: false') => `pipeline: attempt
model: { candidate: ${candidate}, production: old.onnx }
registry: { scratch: true }
stages:
  benchmark: { ${benchmark} }
  compare: { metrics: { latency.p50: { margin: 50% } } }
  gate: {}
`

function exchange({ home }: Place): void {
  const folder = path.join(home, 'measurements')
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  const times = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const [first, second] = times.sort((a, b) => a.text.length - b.text.length)
  for (const { file } of times) writeFileSync(file, file === first?.file ? (second?.text ?? '') : (first?.text ?? ''))
  rmSync(path.join(home, 'cache'), { recursive: true, force: true })
}

function overwrite({ folder, home }: Place): void {
  const [candidate, production] = ['candidate.onnx', 'old.onnx'].map((name) => readFileSync(path.join(folder, name)))
  const store = path.join(home, 'store')
  for (const part of readdirSync(store))
    for (const name of readdirSync(path.join(store, part))) {
      const file = path.join(store, part, name)
      if (readFileSync(file).equals(candidate as Buffer)) writeFileSync(file, production as Buffer)
    }
}

function outside(location: string): Uint8Array {
  const { rawData: _, ...rest } = weights('w', identity(10))
  const entries = { location, length: '400' }
  return model({
    inputs: [batch(10)],
    outputs: [batch(10, 'scores')],
    nodes: [node('MatMul', ['x', 'w'], ['scores'])],
    weights: [
      { ...rest, dataLocation: 1, externalData: Object.entries(entries).map(([key, value]) => ({ key, value })) },
    ],
  })
}

const speed: readonly Attempt[] = [
  {
    name: 'speed-slower',
    kind: 'model',
    tried: 'A candidate of five times the layers, in a second of measuring',
    files: () => ({ ...layered, 'p.yml': timed('new.onnx'), 'good.yml': timed('good.onnx') }),
    run: 'run p.yml',
    truth: slower,
    metric: 'latency.p50',
    control: { what: 'a candidate of as many layers', run: 'run good.yml' },
    alone: true,
  },
  {
    name: 'speed-of-later-examples',
    kind: 'data',
    tried: 'A candidate that is slow on every example but the first',
    files: () => ({
      'old.onnx': deep(2),
      'new.onnx': deepWhere(10),
      'good.onnx': deep(2, 1.01),
      'data.npz': npz({
        x: numbers(
          'float32',
          [100, 256],
          Array.from({ length: 25_600 }, (_, at) => (at < 256 ? 0 : 1)),
        ),
      }),
    }),
    run: 'compare old.onnx new.onnx --data data.npz --metric latency.p50=50% --budget 2s',
    truth: slower,
    metric: 'latency.p50',
    control: {
      what: 'a candidate of as many layers',
      run: 'compare old.onnx good.onnx --data data.npz --metric latency.p50=50% --outputs-differ --budget 2s',
    },
    alone: true,
  },
  {
    name: 'speed-two-blocks',
    kind: 'settings',
    tried: 'Two blocks, of which no interval says anything',
    files: () => ({
      ...layered,
      'p.yml': timed('new.onnx', 'budget: 1s, noise-floor: false, blocks: { min: 1, max: 2 }'),
    }),
    run: 'run p.yml',
    truth: slower,
    metric: 'latency.p50',
    alone: true,
  },
]

export const others: readonly Attempt[] = [...joined, ...cached, ...speed]
