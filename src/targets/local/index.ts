import { Agent } from 'node:http'
import { Bug } from '../../core/errors/index.ts'
import {
  defineTarget,
  type Served,
  type Target,
  type TargetKind,
  type TargetTools,
  type TrafficWindow,
  type VersionTraffic,
} from '../../core/target.ts'
import { call } from '../../serving/http.ts'
import { type Counts, readCounts, readWeights } from '../../serving/metrics.ts'
import { writeTensors } from '../../serving/open-inference.ts'
import { replay, type Seen } from '../../serving/replay.ts'
import { type Replica, startReplica } from '../../serving/replica.ts'
import { type Router, startRouter } from '../../serving/router.ts'
import { targetError } from '../errors.ts'
import { type LocalSettings, settings } from './settings.ts'

/**
 * Serves on this machine, for as long as the rollout lasts: one process per version behind a router that splits by weight,
 * real HTTP on loopback, real requests replayed from a data set. Requests and errors are read from the router's `/metrics`;
 * latencies are what the replaying client saw.
 */
export const local: TargetKind = defineTarget({
  kind: 'local',
  ownProcesses: true,
  summary:
    'A server on this machine that both versions answer behind, fed with replayed requests; it ends with the rollout.',
  settings,
  example: '{ replay: eval, rate: 200 }',
  make: createLocal,
})

interface Serving {
  readonly router: Router
  readonly agent: Agent
  readonly bodies: readonly Buffer[]
  readonly stable: Replica | undefined
  readonly candidate: Replica
}

function createLocal(options: LocalSettings, tools: TargetTools): Target {
  let serving: Serving | undefined
  let position = 0
  const ready = (): Serving => {
    if (serving === undefined) throw new Bug('a local target was used before prepare()')
    return serving
  }
  const metrics = async (): Promise<string> => {
    const { agent, router } = ready()
    return (
      await call({ agent, port: router.port, path: '/metrics', timeoutMs: options.timeout + 10_000 })
    ).body.toString('utf8')
  }

  return {
    describe: 'local',
    async prepare(stable, candidate) {
      if (
        serving !== undefined &&
        serving.candidate.version === candidate.version &&
        serving.stable?.version === stable?.version
      )
        return
      await closeAll(serving)
      serving = await start(stable, candidate, options, tools)
    },
    async apply(weight) {
      const { candidate, router } = ready()
      await candidate.inject(faultAt(weight, options))
      router.split(weight)
    },
    async weight() {
      return readWeights(await metrics()).get(ready().candidate.version) ?? 0
    },
    async observe(ms) {
      const now = ready()
      const { clock } = tools.world
      const path = `/v2/models/${encodeURIComponent(tools.model)}/infer`
      const begin = clock.monotonicMs()
      const before = readCounts(await metrics())
      // The client outwaits the router, so that what times out is counted there.
      const timeoutMs = 2 * options.timeout + 1000
      const { agent, router, bodies } = now
      const { sent, seen } = await replay(
        { agent, port: router.port, path, bodies, rate: options.rate, timeoutMs, clock, signal: tools.signal },
        ms,
        position,
      )
      position += sent
      const after = readCounts(await metrics())
      const seconds = (clock.monotonicMs() - begin) / 1000
      return windowOf(now, before, after, seen, seconds)
    },
    async close() {
      const last = serving
      serving = undefined
      await closeAll(last)
    },
  }
}

async function start(
  stable: Served | undefined,
  candidate: Served,
  options: LocalSettings,
  tools: TargetTools,
): Promise<Serving> {
  const bodies = await bodiesOf(options.replay, tools)
  const opened: { close(): Promise<void> }[] = []
  try {
    const router = keep(
      opened,
      await startRouter({ port: options.port, timeoutMs: options.timeout, clock: tools.world.clock }),
    )
    const first = stable === undefined ? undefined : keep(opened, await startReplica(stable, tools))
    const second = keep(opened, await startReplica(candidate, tools))
    router.serve({ stable: first, candidate: second })
    return { router, agent: new Agent({ keepAlive: true, maxSockets: 128 }), bodies, stable: first, candidate: second }
  } catch (error) {
    await Promise.all(opened.map((part) => part.close()))
    throw error
  }
}

function keep<Part extends { close(): Promise<void> }>(opened: { close(): Promise<void> }[], part: Part): Part {
  opened.push(part)
  return part
}

async function bodiesOf(data: string, tools: TargetTools): Promise<Buffer[]> {
  const requests = await tools.replay(data)
  if (requests.length === 0) throw targetError('replay-empty', { data })
  return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`))
}

async function closeAll(serving: Serving | undefined): Promise<void> {
  if (serving === undefined) return
  serving.agent.destroy()
  await serving.router.close()
  await Promise.all([serving.stable?.close(), serving.candidate.close()])
}

function faultAt(weight: number, { fault }: LocalSettings): { errors: number; delayMs: number } | undefined {
  if (fault === undefined || weight <= (fault['above-weight'] ?? 0)) return undefined
  return { errors: fault.errors, delayMs: fault.delay }
}

function windowOf(
  { stable, candidate }: Serving,
  before: ReadonlyMap<string, Counts>,
  after: ReadonlyMap<string, Counts>,
  seen: readonly Seen[],
  seconds: number,
): TrafficWindow {
  const of = (version: string | undefined): VersionTraffic => {
    const [from, to] = [before.get(version ?? ''), after.get(version ?? '')]
    return {
      requests: (to?.requests ?? 0) - (from?.requests ?? 0),
      errors: (to?.errors ?? 0) - (from?.errors ?? 0),
      latenciesMs: seen.filter((one) => one.version === version).map(({ ms }) => ms),
    }
  }
  return { seconds, stable: of(stable?.version), candidate: of(candidate.version) }
}
