import { Cancelled, messageOf } from '../core/errors/index.ts'
import type { Served, TargetTools } from '../core/target.ts'
import { servingError } from './errors.ts'
import type { Fault, ReplicaRequest } from './replica-role.ts'
import type { Backend } from './router.ts'

/** One version in a process of its own. */
export interface Replica extends Backend {
  inject(fault: Fault | undefined): Promise<void>
  close(): Promise<void>
}

/** Starts a process that serves a version on a free port; it is ready when this returns. @throws `replica-failed`. */
export async function startReplica(served: Served, { world, signal, model }: TargetTools): Promise<Replica> {
  const worker = await world.processes.worker('serve', { signal })
  const ask = <Answer>(request: ReplicaRequest): Promise<Answer> => worker.ask<Answer>(request, { timeoutMs: 60_000 })
  const start: ReplicaRequest = { do: 'start', model: served.path, name: model, version: served.version, port: 0 }
  const { port } = await ask<{ port: number }>(start).catch(async (cause: unknown) => {
    await worker.close()
    if (cause instanceof Cancelled) throw cause
    throw servingError('replica-failed', { version: served.version, reason: messageOf(cause) }, { cause })
  })
  return {
    version: served.version,
    port,
    inject: (fault) => ask({ do: 'fault', fault }),
    close: () => worker.close(),
  }
}
