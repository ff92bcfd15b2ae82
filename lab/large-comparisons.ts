// How long verdicts take once everything is measured: over a million samples, and over fifty metrics with every report.
//   npx tsx lab/large-comparisons.ts [--times 20]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Comparison, Measurements, Question } from '../src/core/products/index.ts'
import type { RunReport } from '../src/core/report.ts'
import { formats } from '../src/report/index.ts'
import { median } from '../src/stats/describe.ts'
import { createRandom } from '../src/stats/random.ts'
import { decide } from '../src/verdicts/decision/decide.ts'
import { compareRows, describeRows } from '../src/verdicts/index.ts'
import { passed } from '../test/report/fixtures.ts'
import { measurements } from '../test/verdicts/measurements.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } })
const alpha = 0.01
const question = (metric: string): Question => ({ metric, margin: { relative: 0.05 }, alpha })

const million = measurements({ blocks: 40, runs: 12_504, noise: 0.02 })
const samples = million.speed.flatMap(({ blocks }) => blocks.flatMap(({ runs }) => Object.values(runs)))
const count = samples.reduce((sum, { samplesMs }) => sum + samplesMs.length, 0)
const centre = ['latency.p50', 'latency.mean', 'throughput'].map(question)
const all = [...centre, ...['latency.p90', 'latency.p95', 'latency.p99', 'throughput[p99<20ms]'].map(question)]

const fifty = manyMetrics()
const report = passed()
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${values.times} times each\n`,
)
console.log('| | median | interval | bound |\n| --- | --- | --- | --- |')
await time(`latency.p50 over ${count.toLocaleString('en')} samples`, 1000, () =>
  compareRows(million, [question('latency.p50')], alpha),
)
await time(`all ${all.length} metrics of speed over them`, Infinity, () => compareRows(million, all, alpha))
await time(`${fifty.questions.length} metrics: rows, decision and report as Markdown`, 200, () =>
  verdictAndReport('markdown'),
)
await time('the same with all formats', Infinity, () => verdictAndReport())

/** Speed in six scenarios and quality on slices: five thousand examples, forty blocks a scenario. */
function manyMetrics(): { readonly measured: Measurements; readonly questions: readonly Question[] } {
  const random = createRandom(3)
  const examples = 5000
  const labels = Array.from({ length: examples }, () => random.below(2))
  const predict = (right: number) => labels.map((label) => (random.uniform() < right ? label : 1 - label))
  const scored = labels.map((label) => 0.3 * label + 0.7 * random.uniform())
  const measured = measurements({ blocks: 40, labels, predictions: [predict(0.95), predict(0.95)] })
  const names = Array.from({ length: 20 }, (_, at) => `lang=${at}`)
  const slices = Object.fromEntries(
    names.map((name, at) => [name, labels.flatMap((_, each) => (each % 20 === at ? [each] : []))]),
  )
  const quality = {
    ...(measured.quality as NonNullable<Measurements['quality']>),
    slices,
    records: { scores: { production: scored, candidate: scored.map((score) => score + 0.02 * random.uniform()) } },
  }
  const sliced = names.flatMap((name) => [`accuracy[${name}]`, `agreement[${name}]`])
  const plain = [
    'latency.p50',
    'latency.mean',
    'throughput',
    'session-start',
    'first-run',
    'memory.peak',
    'size',
    'accuracy',
    'auc',
    'agreement',
  ]
  return { measured: { ...measured, quality }, questions: [...plain, ...sliced].map(question) }
}

async function verdictAndReport(format?: string): Promise<void> {
  const { measured, questions } = fifty
  const rows = describeRows(compareRows(measured, questions, alpha))
  const comparison = { ...(report.comparison as Comparison), rows }
  const policy = { inconclusive: 'fail', 'first-release': 'pass' } as const
  const decision = decide({ model: 'digits', first: false, comparison }, policy)
  const whole: RunReport = { ...report, measurements: measured, comparison, decision }
  for (const { name, render } of formats) if (format === undefined || name === format) await render(whole)
}

async function time(what: string, boundMs: number, work: () => unknown): Promise<void> {
  const taken: number[] = []
  for (let at = 0; at < Number(values.times); at++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const middle = median(taken)
  const [low = 0, high = 0] = [sorted[1], sorted.at(-2)]
  const bound = boundMs === Infinity ? '' : `< ${boundMs} ms`
  console.log(`| ${what} | ${middle.toFixed(0)} ms | ${low.toFixed(0)} to ${high.toFixed(0)} ms | ${bound} |`)
  if (middle > boundMs) process.exitCode = 1
}
