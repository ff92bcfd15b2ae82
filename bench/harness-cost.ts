// What the instrument adds: its time for one inference beside a bare loop around session.run, and what share of its wall time
// goes to something else than inference. Both by turns, in one run, on one processor.
//   npx tsx bench/harness-cost.ts [--times 20]
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runBlock } from '../src/bench/block.ts'
import { makeInputs } from '../src/bench/inputs.ts'
import { inspectModels } from '../src/bench/inspect.ts'
import { median } from '../src/stats/describe.ts'
import { signedRankInterval } from '../src/stats/signed-rank.ts'
import { earlyCompilation, largePages } from '../src/world/workers.ts'
import { type CalibrationModel, calibrationModels } from './calibrate/models.ts'
import { scenario } from './calibrate/record.ts'
import { worldHere } from './calibrate/world.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } })
const times = Number(values.times)
const world = worldHere()
const tools = { world, signal: new AbortController().signal }
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${world.clock.now().slice(0, 10)}, ${times} pairs a model`,
)
console.log(
  '\n| model | bare loop | instrument | ratio, 90 % interval | not inference |\n| --- | --- | --- | --- | --- |',
)
for (const model of calibrationModels()) await measure(model)

async function measure(model: CalibrationModel): Promise<void> {
  const { interfaces, processors } = await inspectModels([{ id: 'production', path: model.file }], 'cpu', tools)
  const feeds = makeInputs(interfaces['production']?.inputs ?? [], 1, 1, model.shapes)
  const found: { bare: number; ours: number; idle: number }[] = []
  for (let at = 0; at < times; at++) {
    const cpu = processors[at % Math.max(1, processors.length)] ?? 0
    const first = at % 2 === 0 ? bare(model, cpu) : undefined
    const members = new Map(['a', 'b'].map((id) => [id, { path: model.file, feeds }]))
    const start = performance.now()
    const { block } = await runBlock({ scenario, order: ['a', 'b'], members, cpu, seed: [at] }, tools)
    const wallMs = performance.now() - start
    const samples = Object.values(block.runs)
    const busyMs = samples.reduce(
      (sum, { samplesMs, warmup }) => sum + warmup.ms + samplesMs.reduce((all, ms) => all + ms, 0),
      0,
    )
    const ours = median(samples.map(({ samplesMs }) => median(samplesMs)))
    found.push({ bare: first ?? bare(model, cpu), ours, idle: 1 - busyMs / wallMs })
  }
  const { estimate, low, high } = signedRankInterval(
    found.map(({ bare: before, ours }) => Math.log(ours / before)),
    0.05,
  )
  const ms = (value: number): string => `${value.toFixed(3)} ms`
  const percent = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(100 * value).toFixed(2)} %`
  console.log(
    `| ${model.id} | ${ms(median(found.map((each) => each.bare)))} | ${ms(median(found.map((each) => each.ours)))} | ${percent(Math.expm1(estimate))} (${percent(Math.expm1(low))} to ${percent(Math.expm1(high))}) | ${percent(median(found.map(({ idle }) => idle)))} |`,
  )
}

/** Median time of one run in a bare loop, in a process with the same settings, on the same processor. */
function bare({ file, shapes }: CalibrationModel, cpu: number): number {
  const script = path.resolve('bench/harness/bare.ts')
  const asked = JSON.stringify({ file, shapes, warmMs: 300, runMs: 1000 })
  const node = [process.execPath, ...earlyCompilation, '--import', 'tsx', script, asked]
  const env = { ...process.env, GLIBC_TUNABLES: largePages(process.env['GLIBC_TUNABLES']) }
  const said = execFileSync('taskset', ['-c', String(cpu), ...node], { env, encoding: 'utf8' })
  return median(JSON.parse(said) as number[])
}
