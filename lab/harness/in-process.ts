// One process, one session, two ways to time its runs by turns: the worker role of the instrument, and a bare loop around
// session.run. Prints the log-ratio of medians of each round of turns (instrument, bare, bare, instrument), as JSON.
import { performance } from 'node:perf_hooks'
import ort from 'onnxruntime-node'
import { makeInputs } from '../../src/measure/inputs.ts'
import type { BenchRequest, Measured, Opened, Warmed } from '../../src/measure/protocol.ts'
import { turnPlan } from '../../src/measure/schedule.ts'
import { createBenchRole } from '../../src/measure/worker-role.ts'
import { median } from '../../src/stats/describe.ts'

const { file, shapes, rounds } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly file: string
  readonly shapes: Readonly<Record<string, readonly number[]>>
  readonly rounds: number
}
// The role keeps its session to itself: it is caught where it is made.
let session: ort.InferenceSession | undefined
const create = ort.InferenceSession.create.bind(ort.InferenceSession) as (
  model: string,
  options: object,
) => Promise<ort.InferenceSession>
Object.assign(ort.InferenceSession, {
  async create(model: string, options: object) {
    session = await create(model, options)
    return session
  },
})

const answer = createBenchRole()
const ask = async <Answer>(request: BenchRequest): Promise<Answer> => (await answer(request)) as Answer
const { inputs } = await ask<Opened>({ do: 'open', model: file, provider: 'cpu', threads: 1 })
const feeds = makeInputs(inputs, 1, 1, shapes)
const { runMs } = await ask<Warmed>({ do: 'warm', feeds })
const bareFeeds = Object.fromEntries(
  Object.entries(feeds).map(([name, { type, data, dims }]) => [
    name,
    new ort.Tensor(type as 'float32', data as Float32Array, dims),
  ]),
)
const { runs } = turnPlan(runMs)
await bare(100)

const ratios: number[] = []
for (let round = 0; round < rounds; round++) {
  const ours = [await measured()]
  const plain = [await bare(runs), await bare(runs)]
  ours.push(await measured())
  ratios.push(Math.log(median(ours.flat()) / median(plain.flat())))
}
console.log(JSON.stringify({ ratios, bareMs: median(await bare(Math.max(20, runs))) }))

async function measured(): Promise<readonly number[]> {
  return (await ask<Measured>({ do: 'measure', runs, settle: 0 })).samplesMs
}

async function bare(count: number): Promise<number[]> {
  const held = session as ort.InferenceSession
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const start = performance.now()
    await held.run(bareFeeds)
    times.push(performance.now() - start)
  }
  return times
}
