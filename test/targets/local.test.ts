import { Agent, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Served, Target, TargetTools } from '../../src/core/target.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import type { World } from '../../src/core/world.ts'
import { call, listen } from '../../src/serving/http.ts'
import { readCounts } from '../../src/serving/metrics.ts'
import type { ReplicaRequest } from '../../src/serving/replica-role.ts'
import { targetSource } from '../../src/sources/target.ts'
import { countOf } from '../../src/stats/histogram.ts'
import { local } from '../../src/targets/local/index.ts'
import { metricSourceContract } from '../contracts/metric-source.ts'
import { observe } from '../contracts/observe.ts'
import { targetContract } from '../contracts/target.ts'
import { classifier, saved } from '../measure/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld, async (replica) => {
  await replica.ask<void>({ do: 'fault', fault: undefined } satisfies ReplicaRequest)
  await replica.ask<void>({ do: 'stop' } satisfies ReplicaRequest)
})

const example: Readonly<Record<string, Tensor>> = {
  x: { type: 'float32', dims: [1, 16], data: new Float32Array(16).fill(0.5) },
}

async function served(world: World, version: string, bytes: Uint8Array = classifier()): Promise<Served> {
  await saved(world, `${version}.onnx`, bytes)
  return { version, artifact: { sha256: 'a'.repeat(64), bytes: 1, name: `${version}.onnx` } }
}

function open(world: World, settings: object = {}, more: Partial<TargetTools> = {}): Target {
  const tools: TargetTools = {
    world,
    signal: new AbortController().signal,
    model: 'team/digits',
    fetch: async ({ name }) => path.join(world.cwd, name),
    replay: async () => [example, example],
    ...more,
  }
  const target = local.make(local.settings.parse({ rate: 100, ...settings }), tools)
  onTestFinished(() => target.close())
  return target
}

const sourceTools = { signal: new AbortController().signal, model: 'team/digits' }

/** Requests have a minute, so that other work on the machine fails none of them. */
async function parts(settings: object = {}) {
  const world = await openWorld()
  return {
    target: open(world, { timeout: '60s', ...settings }),
    stable: await served(world, '1.0.0'),
    candidate: await served(world, '1.1.0', classifier({ seed: 2 })),
  }
}

targetContract('local', () => parts())

metricSourceContract('the local target', async () => {
  const { target, stable, candidate } = await parts({ fault: { errors: '20%' } })
  await target.prepare(stable, candidate)
  await target.apply(0.5)
  const source = targetSource.make({}, { ...sourceTools, world: await testWorld(), targetTraffic: target.traffic })
  return { source, versions: { stable: stable.version, candidate: candidate.version } }
})

describe('the local target', () => {
  it('takes real time for each request', async () => {
    const { target, stable, candidate } = await parts()
    await target.prepare(stable, candidate)
    const { latency = [] } = (await observe(target.traffic, 300)).stable
    expect(latency.length).toBeGreaterThan(0)
    expect(latency.every(([from, to]) => from > 0 && to !== null)).toBe(true)
  })

  it('rehearses a failing candidate, only above the weight it is told', async () => {
    const { target, stable, candidate } = await parts({ fault: { errors: '40%', 'above-weight': '30%' } })
    await target.prepare(stable, candidate)
    await target.apply(0.3)
    expect((await observe(target.traffic, 400)).candidate.errors).toBe(0)
    await target.apply(0.6)
    const window = await observe(target.traffic, 1000)
    expect(window.candidate.errors / window.candidate.requests).toBeGreaterThan(0.15)
    expect(countOf(window.candidate.latency ?? [])).toBe(window.candidate.requests - window.candidate.errors)
    expect(window.stable.errors).toBe(0)
    await target.apply(0)
    expect((await observe(target.traffic, 300)).candidate.requests).toBe(0)
  })

  it('counts its own replay alone: what others ask is answered, and takes no share of it', async () => {
    const spare = createServer()
    await listen(spare, 0)
    const { port } = spare.address() as AddressInfo
    await new Promise((resolve) => spare.close(resolve))
    const { target, stable, candidate } = await parts({ port, fault: { errors: '30%' } })
    await target.prepare(stable, candidate)
    await target.apply(0.5)
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    const ask = (path: string) => call({ agent, port, path, timeoutMs: 60_000 })
    let foreign = 0
    const flood = async (until: Promise<unknown>): Promise<void> => {
      let over = false
      void until.then(() => (over = true))
      while (!over) {
        const { status } = await ask('/v2/health/ready')
        expect(status).toBe(200)
        foreign++
      }
    }
    const watched = observe(target.traffic, 2000)
    const [window] = await Promise.all([watched, ...[1, 2, 3].map(() => flood(watched))])
    const { candidate: faulty, stable: sound } = window
    const all = faulty.requests + sound.requests
    expect(foreign).toBeGreaterThan(all)
    expect(faulty.requests / all).toBeCloseTo(0.5, 1)
    expect(faulty.errors / faulty.requests).toBeGreaterThan(0.15)
    await target.apply(0)
    const counts = readCounts((await ask('/metrics')).body.toString())
    const counted = [...counts.values()].reduce((sum, { requests }) => sum + requests, 0)
    expect(counted).toBeLessThan(foreign)
    expect(counted).toBeGreaterThanOrEqual(all)
  })

  it('counts an answer that takes too long as an error', async () => {
    const { target, stable, candidate } = await parts({ timeout: '3s', rate: 20, fault: { delay: '60s' } })
    await target.prepare(stable, candidate)
    await target.apply(0.5)
    const { candidate: slow, stable: quick } = await observe(target.traffic, 500)
    expect(slow.requests).toBeGreaterThan(0)
    expect(slow.errors).toBe(slow.requests)
    expect(quick.errors).toBe(0)
  })

  it('counts requests that the candidate does not understand', async () => {
    const world = await openWorld()
    const target = open(world)
    await target.prepare(await served(world, '1.0.0'), await served(world, '2.0.0', classifier({ features: 8 })))
    await target.apply(0.5)
    const { candidate } = await observe(target.traffic, 300, { stable: '1.0.0', candidate: '2.0.0' })
    expect(candidate.errors).toBe(candidate.requests)
  })

  it('counts a candidate whose process is gone as failing', async () => {
    const world = await testWorld()
    const pids: number[] = []
    const spying: World = {
      ...world,
      processes: {
        ...world.processes,
        worker: async (role, options) => {
          const worker = await world.processes.worker(role, options)
          pids.push(worker.pid)
          return worker
        },
      },
    }
    const target = open(spying)
    await target.prepare(await served(world, '1.0.0'), await served(world, '1.1.0'))
    await target.apply(0.5)
    process.kill(pids[1] ?? 0, 'SIGKILL')
    const window = await observe(target.traffic, 300)
    expect(window.candidate.errors).toBe(window.candidate.requests)
    expect(window.stable.errors).toBe(0)
    await target.close()
    expect(pids.map((pid) => world.processes.alive(pid))).toEqual([false, false])
  })
})

describe('bad input', () => {
  it('says which version cannot be served, and leaves nothing behind', async () => {
    const world = await testWorld()
    const broken = await served(world, '1.1.0', new TextEncoder().encode('no model'))
    await expect(open(world).prepare(await served(world, '1.0.0'), broken)).rejects.toMatchObject({
      code: 'replica-failed',
      message: expect.stringContaining('1.1.0'),
    })
  })

  it('says when its port is taken', async () => {
    const server = createServer()
    await listen(server, 0)
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { stable, candidate } = await parts()
    await expect(open(await testWorld(), { port }).prepare(stable, candidate)).rejects.toMatchObject({
      code: 'port-taken',
    })
  })

  it('says when there is nothing to replay', async () => {
    const { stable, candidate } = await parts()
    await expect(
      open(await testWorld(), {}, { replay: async () => [] }).prepare(stable, candidate),
    ).rejects.toMatchObject({ code: 'replay-empty' })
  })

  it.each([
    { rate: 0 },
    { rate: 1e9 },
    { port: 70_000 },
    { timeout: '2 parsecs' },
    { fault: { errors: '120%' } },
    { unknown: 1 },
  ])('refuses %j', (settings) => {
    expect(local.settings.safeParse(settings).success).toBe(false)
  })
})
