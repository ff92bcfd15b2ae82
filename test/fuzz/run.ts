/** The side of `fuzz.ts` that may break: a thread whose input can be seen from outside while it works on it. */
import { parentPort, workerData } from 'node:worker_threads'
import { readModel } from '../../src/onnx/format/index.ts'
import { createRandom } from '../../src/stats/random.ts'
import { mutated } from './mutate.ts'
import { fuzzTarget } from './target.ts'

export interface FuzzJob {
  readonly seeds: readonly Uint8Array[]
  readonly runs: number
  readonly seed: number
  readonly untilMs: number
  /** Two numbers: runs begun, and the length of the input under way; then the input itself. */
  readonly current: SharedArrayBuffer
}

export interface FuzzEnd {
  readonly runs: number
  /** How many were read as models. */
  readonly read: number
  readonly kept: number
  readonly slowestMs: number
  /** What broke it: the stack of an error. */
  readonly broken?: string
}

/** What is mutated further: the seeds, and what did something new. The newest come up most. */
const mostKept = 20_000

const { seeds, runs, seed, untilMs, current } = workerData as FuzzJob
const counters = new Int32Array(current, 0, 2)
const input = new Uint8Array(current, 8)

parentPort?.postMessage(fuzz() satisfies FuzzEnd)

function fuzz(): FuzzEnd {
  const random = createRandom(seed)
  const reference = readModel(seeds[0] as Uint8Array)
  const pool = [...seeds]
  const seen = new Set<string>()
  let [slowestMs, read, run] = [0, 0, 0]
  for (; run < runs && performance.now() < untilMs; run++) {
    const bytes = mutated(pool[choose(pool.length, random.below(3))] as Uint8Array, seeds, random)
    input.set(bytes)
    counters[1] = bytes.length
    Atomics.store(counters, 0, run + 1)
    const start = performance.now()
    let did: readonly string[]
    try {
      did = fuzzTarget(bytes, reference)
    } catch (thrown) {
      return {
        runs: run,
        read,
        kept: pool.length,
        slowestMs,
        broken: thrown instanceof Error ? `${thrown.stack}` : `${thrown}`,
      }
    }
    slowestMs = Math.max(slowestMs, performance.now() - start)
    if (did.length > 1) read++
    const what = signature(did)
    if (seen.has(what) || pool.length >= mostKept) continue
    seen.add(what)
    pool.push(bytes)
  }
  return { runs: run, read, kept: pool.length - seeds.length, slowestMs }

  function choose(length: number, kind: number): number {
    if (kind === 0) return random.below(seeds.length)
    return kind === 1 ? random.below(length) : length - 1 - random.below(Math.min(length, 200))
  }
}

/** What was done, and about how often: twice as often is something new. */
function signature(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => `${word}×${Math.ceil(Math.log2(count))}`)
    .sort()
    .join(' ')
}
