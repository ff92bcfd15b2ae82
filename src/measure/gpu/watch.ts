import type { World } from '../../core/world.ts'
import type { FoundGpu } from './find.ts'
import { type GpuSample, parseSamples } from './parse.ts'

/** A GPU that is being watched. */
export interface Watch {
  /** Ends the watching and gives what was seen, in order. */
  stop(): Promise<readonly GpuSample[]>
}

/** Sensors of power and clocks give new values every 20 to 100 ms; asking more often only takes time from the driver. */
const everyMs = 100
/** A block that takes longer is in trouble anyway. Bounds what an nvidia-smi could write that no one stops. */
const atMostMs = 3_600_000

/**
 * Watches a GPU by one nvidia-smi that runs until `stop`, until the signal or an hour later. If this process dies, it ends
 * with the next line that it cannot write. One that fails on the way leaves the samples it gave.
 */
export function watchGpu(
  { gpu, query }: FoundGpu,
  tools: { readonly world: Pick<World, 'processes'>; readonly signal: AbortSignal },
): Watch {
  const done = new AbortController()
  const running = tools.world.processes.run('nvidia-smi', [...query.args, `--id=${gpu.uuid}`, `--loop-ms=${everyMs}`], {
    until: done.signal,
    signal: tools.signal,
    timeoutMs: atMostMs,
  })
  // It is looked at when it is stopped; until then nothing waits for it.
  running.catch(() => undefined)
  return {
    async stop() {
      done.abort()
      return parseSamples((await running).stdout, query).filter(({ uuid }) => uuid === gpu.uuid)
    },
  }
}
