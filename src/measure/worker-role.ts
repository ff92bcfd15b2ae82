import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { Bug } from '../core/errors/index.ts'
import type { Session } from '../core/provider.ts'
import { findProvider } from '../providers/index.ts'
import { inspectPlacement } from '../providers/placement.ts'
import { median } from '../stats/describe.ts'
import { steady } from '../stats/steady.ts'
import { peakBytes, processors } from './own-process.ts'
import type {
  BenchRequest,
  Feeds,
  Measured,
  Open,
  Opened,
  Peak,
  Place,
  Placed,
  Prepared,
  RunAnswer,
  Warm,
  Warmed,
} from './protocol.ts'

/** What a `bench` worker process does with each message: see `protocol.ts`. Holds the one open session. */
export function createBenchRole(): (request: unknown) => Promise<unknown> {
  let session: Session | undefined
  let timedRun: TimedRun | undefined
  let slowdown = 1

  const open = async (request: Open): Promise<Opened> => {
    await session?.close()
    timedRun = undefined
    slowdown = request.slowdown ?? 1
    const provider = findProvider(request.provider)
    // The runtime's library is loaded before the clock starts: it is the same for every model.
    await provider.version()
    const start = performance.now()
    session = await provider.open(request.model, request)
    return { inputs: session.inputs, outputs: session.outputs, sessionMs: performance.now() - start }
  }

  const warm = async ({ feeds }: Warm): Promise<Warmed> => {
    timedRun = timed(needed(session, 'open'), feeds, slowdown)
    return warmUp(timedRun)
  }

  return async (message) => {
    const request = message as BenchRequest
    switch (request.do) {
      case 'prepare':
        return prepare(request.provider)
      case 'open':
        return open(request)
      case 'place':
        return place(request)
      case 'run':
        return { outputs: await needed(session, 'open').run(request.feeds) } satisfies RunAnswer
      case 'warm':
        return warm(request)
      case 'measure':
        await times(needed(timedRun, 'warm'), request.settle)
        return { samplesMs: await times(needed(timedRun, 'warm'), request.runs) } satisfies Measured
      case 'serve':
        return serve(needed(timedRun, 'warm'), request.arrivals)
      case 'peak':
        return { peakBytes: peakBytes() } satisfies Peak
      default:
        throw new Bug(`a bench worker was asked what it does not know: ${JSON.stringify(request satisfies never)}`)
    }
  }
}

async function prepare(provider: string): Promise<Prepared> {
  return { runtime: await findProvider(provider).version(), processors: processors() }
}

async function place({ provider, model, feeds, ...options }: Place): Promise<Placed> {
  return { placement: await inspectPlacement(findProvider(provider), model, options, () => feeds) }
}

/** Runs the model once and gives the milliseconds that took. */
type TimedRun = () => Promise<number>

function timed(session: Session, feeds: Feeds, slowdown: number): TimedRun {
  const run = session.prepare(feeds)
  return async () => {
    const start = performance.now()
    await run()
    let end = performance.now()
    const until = start + (end - start) * slowdown
    while (end < until) end = performance.now()
    return end - start
  }
}

async function times(run: TimedRun, count: number): Promise<number[]> {
  const taken: number[] = []
  for (let at = 0; at < count; at++) taken.push(await run())
  return taken
}

/** Answers requests in the order of their times, each as soon as the one before is answered. */
async function serve(run: TimedRun, arrivals: readonly number[]): Promise<Measured> {
  await run()
  const begin = performance.now()
  const samplesMs: number[] = []
  let idleMs = 0
  for (const arrival of arrivals) {
    idleMs += await until(begin + arrival)
    await run()
    samplesMs.push(performance.now() - (begin + arrival))
  }
  const ms = performance.now() - begin
  return { samplesMs, served: { ms, busyMs: ms - idleMs } }
}

/** A timer may be late by more than a fast model takes: the last milliseconds are waited out awake. */
const awakeMs = 3

/** Waits until a moment of the clock, and gives how long that took: nothing where it is past. */
async function until(due: number): Promise<number> {
  const from = performance.now()
  if (from >= due) return 0
  if (due - from > awakeMs) await setTimeout(due - from - awakeMs)
  while (performance.now() < due);
  return performance.now() - from
}

/** One stretch of warming up: long enough to tell a trend in fast models, and a few runs of slow ones. */
const stretch = { ms: 60, leastRuns: 4, mostRuns: 2000 }
/** By then a model that still gets faster is measured as it is, and said to be unsteady. */
const warmupMs = 1000

/** Runs in stretches until one of them is steady. */
async function warmUp(run: TimedRun): Promise<Warmed> {
  const begin = performance.now()
  const firstRunMs = await run()
  let runs = 1
  for (;;) {
    const taken = await stretchOf(run)
    runs += taken.length
    const isSteady = steady(taken)
    const ms = performance.now() - begin
    if (isSteady || ms >= warmupMs) return { firstRunMs, runMs: median(taken), runs, ms, steady: isSteady }
  }
}

async function stretchOf(run: TimedRun): Promise<number[]> {
  const taken: number[] = []
  const begin = performance.now()
  while (taken.length < stretch.leastRuns || performance.now() - begin < stretch.ms) {
    taken.push(await run())
    if (taken.length >= stretch.mostRuns) break
  }
  return taken
}

function needed<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Bug(`a bench worker was asked to run before it was asked to: ${what}`)
  return value
}
