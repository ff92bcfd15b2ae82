import { Agent } from 'node:http'
import type { World } from '../core/world.ts'
import { call } from './http.ts'
import { readWeights } from './metrics.ts'
import { startReplay } from './replay.ts'
import { type LocalVersion, type Replica, startReplica } from './replica.ts'
import { type Router, startRouter } from './router.ts'
import { createTrafficLog, type TrafficLog } from './traffic-log.ts'

export interface LocalServerOptions {
  readonly world: World
  readonly signal: AbortSignal
  /** The name of the model in the paths of requests. */
  readonly model: string
  readonly stable: LocalVersion | undefined
  readonly candidate: LocalVersion
  /** Port of the router on 127.0.0.1; 0 takes any free one. */
  readonly port: number
  /** A request without an answer after this time has failed. */
  readonly timeoutMs: number
  /** Bodies of requests that are sent round and round, and how many a second. */
  readonly bodies: readonly Buffer[]
  readonly rate: number
}

/** Two versions behind a router on this machine, each in a process of its own, with requests that are replayed all the time. */
export interface LocalServer {
  readonly router: Router
  readonly stable: Replica | undefined
  readonly candidate: Replica
  readonly traffic: TrafficLog
  /** The candidate's share of traffic, as the router tells it. */
  weight(): Promise<number>
  close(): Promise<void>
}

/** Starts it: all traffic goes to the stable version. @throws `port-taken`, `replica-failed`; then nothing is left running. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { world, model, port, timeoutMs, bodies, rate } = options
  const { clock } = world
  const opened: { close(): Promise<void> }[] = []
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    opened.push(part)
    return part
  }
  try {
    const router = keep(await startRouter({ port, timeoutMs, clock }))
    const stable = options.stable && keep(await startReplica(options.stable, options))
    const candidate = keep(await startReplica(options.candidate, options))
    router.serve({ stable, candidate })
    const agent = new Agent({ keepAlive: true, maxSockets: 128 })
    const traffic = createTrafficLog('the local server', clock)
    const path = `/v2/models/${encodeURIComponent(model)}/infer`
    // The client outwaits the router, so that what times out there is answered.
    const patience = 2 * timeoutMs + 1000
    const replay = startReplay({
      agent,
      port: router.port,
      ownKey: router.ownKey,
      path,
      bodies,
      rate,
      timeoutMs: patience,
      clock,
      log: traffic,
    })
    return {
      router,
      stable,
      candidate,
      traffic,
      async weight() {
        const { body } = await call({ agent, port: router.port, path: '/metrics', timeoutMs: timeoutMs + 10_000 })
        return readWeights(body.toString('utf8')).get(candidate.version) ?? 0
      },
      async close() {
        const stopped = replay.stop()
        // Nobody waits for answers that are of no more use.
        agent.destroy()
        await router.close()
        await stopped
        await Promise.all([stable?.close(), candidate.close(), traffic.close()])
      },
    }
  } catch (error) {
    await Promise.all(opened.map((part) => part.close()))
    throw error
  }
}
