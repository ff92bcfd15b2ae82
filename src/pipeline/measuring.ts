import path from 'node:path'
import { type Holder, type Lock, takeLock } from '../core/lock.ts'
import type { KeptMeasurements } from '../core/stage.ts'
import type { World } from '../core/world.ts'
import { pipelineError } from './errors.ts'
import type { Measurements } from './measurements.ts'

/** A set of measurements, and who adds to it. */
export interface Measuring {
  readonly lines: Measurements
  /** The folder of all measurements of a home. */
  readonly folder: string
  readonly key: string
  readonly runId: string
  readonly signal: AbortSignal
  readonly world: World
  /** Told what is waited for: `for the run X, which measures the same`. */
  waits(message: string): void
}

/**
 * Measurements that one process adds to at a time. Two locks: of this machine, because whatever else is measured there would share its
 * processors and disturb the times of both, as stages that measure run alone within a run, too; and of the set, because machines of one kind
 * that share a home measure the same set. In this order everywhere, so that nobody waits for whoever waits for it.
 */
export function measuredAlone(measuring: Measuring): KeptMeasurements {
  const { lines, folder, key } = measuring
  const machine = path.join(folder, `machine-${measuring.world.processes.identity().machine}.lock`)
  const set = path.join(folder, `${key}.lock`)
  let locks: readonly Lock[] = []
  let hasAppended = false
  return {
    read: lines.read,
    async append(value) {
      for (const lock of locks) if (!(await lock.isOurs())) throw pipelineError('measuring-lost', {})
      await lines.append(value)
      hasAppended = true
    },
    alone: (work) =>
      withLock(machine, 'measures on this machine', measuring, (first) =>
        withLock(set, 'measures the same', measuring, (second) => {
          locks = [first, second]
          return work().finally(async () => {
            locks = []
            if (hasAppended) await lines.noteEnd()
          })
        }),
      ),
  }
}

async function withLock<Result>(
  lock: string,
  what: string,
  { world, runId, signal, waits }: Measuring,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const taken = await takeLock(lock, world, {
    // As long as the stage may take.
    patienceMs: Number.POSITIVE_INFINITY,
    purpose: runId,
    signal,
    onWait: (holder) => waits(`for ${runOf(holder)}, which ${what}`),
  })
  if ('holder' in taken) throw pipelineError('measuring-lost', {})
  try {
    return await work(taken.lock)
  } finally {
    await taken.lock.release()
  }
}

function runOf({ purpose, who }: Holder): string {
  return purpose === undefined ? who : `run ${purpose} (${who})`
}
