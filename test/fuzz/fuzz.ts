/**
 * Feeds mutated models to everything that is done with a model from a stranger, and fails on the first that breaks it: any
 * other error than the ones users are told, a second without an answer, or 512 MB more memory.
 *
 *   npx tsx test/fuzz/fuzz.ts [--runs 1000000] [--seed 1] [--minutes 30]
 *
 * Mutations that make the target do something new are mutated further. The bytes that broke it are left in `.build/fuzz`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'rolldown'
import type { FuzzEnd, FuzzJob } from './run.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
  },
})
const [runs, seed, minutes] = [Number(values.runs), Number(values.seed), Number(values.minutes)]
const most = { silenceMs: 1000, growthBytes: 512 * 2 ** 20 }
const folder = path.resolve('.build', 'fuzz')
const corpus = path.resolve('test', 'fuzz', 'corpus')
mkdirSync(folder, { recursive: true })
// Bundled: a loader of TypeScript in the thread would be slow to start and take memory of its own.
const script = path.join(folder, 'run.mjs')
await build({ input: 'test/fuzz/run.ts', platform: 'node', output: { file: script, codeSplitting: false } })

process.exitCode = await fuzz()

async function fuzz(): Promise<number> {
  const seeds = readdirSync(corpus)
    .filter((file) => file.endsWith('.onnx'))
    .sort()
    .map((file) => Uint8Array.from(readFileSync(path.join(corpus, file))))
  console.log(`${seeds.length} models, ${runs} mutations, seed ${seed}`)
  const current = new SharedArrayBuffer(8 + 2 ** 20)
  const started = performance.now()
  const job: FuzzJob = { seeds, runs, seed, untilMs: started + 60_000 * minutes, current }
  const worker = new Worker(script, { workerData: job })
  const before = process.memoryUsage.rss()
  let peak = before
  const broken = (why: string): number => {
    const [run = 0, length = 0] = new Int32Array(current, 0, 2)
    const file = path.join(folder, `broken-${seed}-${run}.onnx`)
    writeFileSync(file, Uint8Array.from(new Uint8Array(current, 8, length)))
    console.log(`BROKEN at mutation ${run}: ${why}\nThe bytes are in ${file}`)
    return 1
  }
  return new Promise((resolve) => {
    let [last, since] = [0, performance.now()]
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
      const run = Atomics.load(new Int32Array(current, 0, 1), 0)
      if (run !== last) [last, since] = [run, performance.now()]
      if (run > 0 && performance.now() - since > most.silenceMs) end(broken('no answer for a second'))
      else if (peak - before > most.growthBytes) end(broken(`${megabytes(peak - before)} more memory`))
    }, 50)
    const end = (code: number): void => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(code))
    }
    worker.once('error', (thrown) => end(broken(`the thread ended: ${thrown}`)))
    worker.once('message', (done: FuzzEnd) => {
      if (done.broken !== undefined) return end(broken(done.broken))
      const rate = Math.round((1000 * done.runs) / (performance.now() - started))
      console.log(
        `${done.runs} mutations, ${rate} a second, ${done.read} of them read as models, ${done.kept} kept as new; the slowest took ${done.slowestMs.toFixed(0)} ms; ${megabytes(peak - before)} more memory at most. Nothing broke.`,
      )
      end(done.runs > 0 ? 0 : 1)
    })
  })
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}
