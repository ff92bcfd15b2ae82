// A bare loop around session.run, in a process of its own: what an inference takes without any harness.
import { performance } from 'node:perf_hooks'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { makeInputs } from '../../src/bench/inputs.ts'
import type { TensorInfo } from '../../src/core/tensor.ts'

const { file, shapes, warmMs, runMs } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly file: string
  readonly shapes: Readonly<Record<string, readonly number[]>>
  readonly warmMs: number
  readonly runMs: number
}
const session = await InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 })
const inputs = session.inputMetadata.flatMap((each): TensorInfo[] =>
  each.isTensor ? [{ name: each.name, type: each.type as TensorInfo['type'], dims: each.shape }] : [],
)
const feeds = Object.fromEntries(
  Object.entries(makeInputs(inputs, 1, 1, shapes)).map(([name, { type, data, dims }]) => [
    name,
    new Tensor(type as 'float32', data as Float32Array, dims),
  ]),
)
await loop(warmMs)
console.log(JSON.stringify(await loop(runMs)))

/** Times each run and adds nothing to it. */
async function loop(ms: number): Promise<number[]> {
  const times: number[] = []
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const start = performance.now()
    await session.run(feeds)
    times.push(performance.now() - start)
  }
  return times
}
