// What the instrument adds: its time for one inference beside a bare loop around session.run, by turns in one process on one
// session; and what share of a block of two contenders goes to something else than inference.
//   npx tsx lab/harness-cost.ts [--times 10] [--models voice,page]
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'rolldown'
import type { WorkerSample } from '../src/core/products/index.ts'
import { runBlock } from '../src/measure/block.ts'
import { makeInputs } from '../src/measure/inputs.ts'
import { inspectModels } from '../src/measure/inspect.ts'
import { median, quantile } from '../src/stats/describe.ts'
import { signedRankInterval } from '../src/stats/signed-rank.ts'
import { earlyCompilation, largePages } from '../src/world/workers.ts'
import { type CalibrationModel, chosenModels } from './calibrate/models.ts'
import { scenario } from './calibrate/record.ts'
import { worldHere } from './calibrate/world.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, models: { type: 'string', default: '' } },
})
const times = Number(values.times)
const world = worldHere()
// Bundled as workers are: a loader of TypeScript would stand between the runtime and the process.
const script = path.resolve('.build', 'harness', 'in-process.mjs')
await build({
  input: 'lab/harness/in-process.ts',
  platform: 'node',
  external: (id, importer) => importer !== undefined && !/^[./]/.test(id),
  output: { file: script, codeSplitting: false },
})
const tools = { world, signal: new AbortController().signal }
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${world.clock.now().slice(0, 10)}, ${times} processes and blocks a model\n`,
)
console.log(
  '| model | bare loop | the instrument takes more by, 90 % interval | not inference, least and most |\n| --- | --- | --- | --- |',
)
for (const model of chosenModels(values.models)) await measure(model)

async function measure(model: CalibrationModel): Promise<void> {
  const { interfaces, processors } = await inspectModels([{ id: 'production', path: model.file }], 'cpu', tools)
  const feeds = makeInputs(interfaces['production']?.inputs ?? [], 1, 1, model.shapes)
  const members = new Map(['a', 'b'].map((id) => [id, { path: model.file, feeds }]))
  const processes: ReturnType<typeof inProcess>[] = []
  const idle: number[] = []
  for (let at = 0; at < times; at++) {
    const cpu = processors[at % Math.max(1, processors.length)] ?? 0
    processes.push(inProcess(model, cpu))
    const start = performance.now()
    const { block } = await runBlock({ scenario, order: ['a', 'b'], members, cpu, seed: [at] }, tools)
    const wallMs = performance.now() - start
    idle.push(1 - Object.values(block.runs).reduce((sum, sample) => sum + busyMs(sample), 0) / wallMs)
  }
  const { estimate, low, high } = signedRankInterval(
    processes.map(({ ratios }) => median(ratios)),
    0.05,
  )
  const more = `${percent(Math.expm1(estimate))} (${percent(Math.expm1(low))} to ${percent(Math.expm1(high))})`
  const share = `${percent(median(idle))} (${percent(quantile(idle, 0))} to ${percent(quantile(idle, 1))})`
  console.log(`| ${model.id} | ${median(processes.map(({ bareMs }) => bareMs)).toFixed(3)} ms | ${more} | ${share} |`)
}

/** Log-ratios of both ways to time a run, in a fresh process with the settings of measured ones. */
function inProcess({ file, shapes }: CalibrationModel, cpu: number): { ratios: number[]; bareMs: number } {
  const asked = JSON.stringify({ file, shapes, rounds: 100 })
  const node = [process.execPath, ...earlyCompilation, script, asked]
  const env = { ...process.env, GLIBC_TUNABLES: largePages(process.env['GLIBC_TUNABLES']) }
  return JSON.parse(execFileSync('taskset', ['-c', String(cpu), ...node], { env, encoding: 'utf8' })) as ReturnType<
    typeof inProcess
  >
}

function busyMs({ samplesMs, warmup }: WorkerSample): number {
  return warmup.ms + samplesMs.reduce((sum, ms) => sum + ms, 0)
}

function percent(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(100 * value).toFixed(1)} %`
}
