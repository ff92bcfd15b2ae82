import { Bug } from '../../core/errors/index.ts'
import type { MetricSource } from '../../core/metric-source.ts'
import { defineTarget, type Served, type Target, type TargetTools } from '../../core/target.ts'
import type { LocalServer } from '../../serving/local-server.ts'
import type { LocalVersion } from '../../serving/replica.ts'
import { targetError } from '../errors.ts'
import { type LocalSettings, settings } from './settings.ts'

/**
 * Serves on this machine, for as long as the rollout lasts: one process per version behind a router that splits by weight, real HTTP on
 * loopback, real requests replayed from a data set all the time. Its traffic is what the replaying client saw.
 */
export const local = defineTarget({
  name: 'local',
  ownProcesses: true,
  summary: 'A server on this machine. It replays requests from a data set and stops when the stage ends.',
  settings,
  example: '{ replay: eval, rate: 200 }',
  replays: ({ replay }) => replay,
  make: createLocal,
})

function createLocal(options: LocalSettings, tools: TargetTools): Target {
  let server: LocalServer | undefined
  const ready = (): LocalServer => {
    if (server === undefined) throw new Bug('a local target was used before prepare()')
    return server
  }
  const apply = async (weight: number): Promise<void> => {
    await ready().candidate.inject(faultAt(weight, options))
    ready().router.split(weight)
  }
  const traffic: MetricSource = {
    describe: 'the local server',
    since: async () => server?.traffic.since(),
    window: async (span, versions) => ready().traffic.window(span, versions),
    close: async () => {},
  }
  return {
    describe: 'local',
    traffic,
    async prepare(stable, candidate) {
      if (server?.candidate.version === candidate.version && server.stable?.version === stable?.version) return 'ready'
      await server?.close()
      server = undefined
      server = await start(stable, candidate, options, tools)
      return 'ready'
    },
    apply,
    weight: () => ready().weight(),
    // A candidate that hangs must not keep traffic: the router is told first.
    async restore() {
      server?.router.split(0)
    },
    async close() {
      const last = server
      server = undefined
      await last?.close()
    },
  }
}

async function start(
  stable: Served | undefined,
  candidate: Served,
  { replay, rate, port, timeout }: LocalSettings,
  tools: TargetTools,
): Promise<LocalServer> {
  // Loaded when it serves: checking a pipeline needs none of it.
  const { startLocalServer } = await import('../../serving/local-server.ts')
  const local = async ({ version, artifact }: Served): Promise<LocalVersion> => ({
    version,
    path: await tools.fetch(artifact),
  })
  return startLocalServer({
    ...tools,
    stable: stable && (await local(stable)),
    candidate: await local(candidate),
    port,
    timeoutMs: timeout,
    bodies: await bodiesOf(replay, tools),
    rate,
  })
}

async function bodiesOf(data: string, tools: TargetTools): Promise<Buffer[]> {
  const requests = await tools.replay(data)
  if (requests.length === 0) throw targetError('replay-empty', { data })
  const { writeTensors } = await import('../../serving/open-inference.ts')
  return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`))
}

function faultAt(weight: number, { fault }: LocalSettings): { errors: number; delayMs: number } | undefined {
  if (fault === undefined || weight <= (fault['above-weight'] ?? 0)) return undefined
  return { errors: fault.errors, delayMs: fault.delay }
}
