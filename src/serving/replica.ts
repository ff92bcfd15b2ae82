import { Cancelled, messageOf } from '../core/errors/index.ts'
import type { World } from '../core/world.ts'
import { servingError } from './errors.ts'
import type { Fault, ReplicaRequest } from './replica-role.ts'
import type { Backend } from './router.ts'

/** A version of a model, and its file on this machine: absolute path. */
export interface LocalVersion {
  readonly version: string
  readonly path: string
}

/** One version in a process of its own. */
export interface Replica extends Backend {
  inject(fault: Fault | undefined): Promise<void>
  close(): Promise<void>
}

/** Starts a process that serves a version on a free port; it is ready when this returns. @throws `replica-failed`. */
export async function startReplica(
  { version, path }: LocalVersion,
  { world, signal, model }: { readonly world: World; readonly signal: AbortSignal; readonly model: string },
): Promise<Replica> {
  const worker = await world.processes.worker('serve', { signal })
  const ask = <Answer>(request: ReplicaRequest): Promise<Answer> => worker.ask<Answer>(request, { timeoutMs: 60_000 })
  const start: ReplicaRequest = { do: 'start', model: path, name: model, version, port: 0 }
  const { port } = await ask<{ port: number }>(start).catch(async (cause: unknown) => {
    await worker.close()
    if (cause instanceof Cancelled) throw cause
    throw servingError('replica-failed', { version, reason: messageOf(cause) }, { cause })
  })
  return {
    version,
    port,
    inject: (fault) => ask({ do: 'fault', fault }),
    close: () => worker.close(),
  }
}
