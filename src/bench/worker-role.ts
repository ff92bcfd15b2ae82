import { performance } from 'node:perf_hooks'
import { Bug } from '../core/errors.ts'
import type { Session } from '../core/provider.ts'
import { findProvider } from '../providers/index.ts'
import { peakBytes, processors } from './own-process.ts'
import type { BenchRequest, Description, Feeds, Measure, Measured, Open, Opened, Peak, RunAnswer } from './protocol.ts'

/** What a `bench` worker process does with each message: see `protocol.ts`. Holds the one open session. */
export function createBenchRole(): (request: unknown) => Promise<unknown> {
  let session: Session | undefined
  let feeds: Feeds | undefined
  let slowdown = 1

  const open = async (request: Open): Promise<Opened> => {
    await session?.close()
    session = undefined
    feeds = undefined
    slowdown = request.slowdown ?? 1
    const provider = findProvider(request.provider)
    // The runtime's library is loaded before the clock starts: it is the same for every model.
    await provider.version()
    const start = performance.now()
    const opened = await provider.open(request.model, request)
    session = opened
    return { inputs: opened.inputs, outputs: opened.outputs, sessionMs: performance.now() - start }
  }

  const measure = async (request: Measure): Promise<Measured> => {
    const opened = needed(session, 'open')
    feeds = request.feeds ?? feeds
    const given = needed(feeds, 'feeds')
    const { runs: warmupRuns, forMs: warmupForMs } = request.warmup ?? { runs: 0, forMs: 0 }
    const warmupMs = await timed(opened, given, warmupRuns, warmupForMs, slowdown)
    return { warmupMs, samplesMs: await timed(opened, given, request.runs, request.forMs ?? Infinity, slowdown) }
  }

  return async (message) => {
    const request = message as BenchRequest
    switch (request.do) {
      case 'open':
        return open(request)
      case 'run':
        return { outputs: await needed(session, 'open').run(request.feeds) } satisfies RunAnswer
      case 'measure':
        return measure(request)
      case 'peak':
        return { peakBytes: peakBytes() } satisfies Peak
      case 'describe':
        return describe(request.provider)
      default:
        throw new Bug(`a bench worker was asked what it does not know: ${JSON.stringify(request satisfies never)}`)
    }
  }
}

/** Times runs until there are `runs` of them or `forMs` have passed (then at least one, where `runs` is not 0). */
async function timed(session: Session, feeds: Feeds, runs: number, forMs: number, slowdown: number): Promise<number[]> {
  const samples: number[] = []
  const begin = performance.now()
  while (samples.length < runs) {
    const start = performance.now()
    await session.run(feeds)
    let end = performance.now()
    if (slowdown > 1) {
      const until = start + (end - start) * slowdown
      while (end < until) end = performance.now()
    }
    samples.push(end - start)
    if (end - begin >= forMs) break
  }
  return samples
}

async function describe(provider: string): Promise<Description> {
  return { processors: processors(), runtime: await findProvider(provider).version() }
}

function needed<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Bug(`a bench worker was asked to run before it was given: ${what}`)
  return value
}
