import path from 'node:path'
import { expect, it } from 'vitest'
import type { Ledger, LedgerEntry } from '../../src/core/ledger.ts'
import { secondsOf } from '../../src/core/traffic.ts'
import type { Clock, World } from '../../src/core/world.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { acquireLease, type Ports, type RolloutPlan, rolloutState, tick as tickIn } from '../../src/rollout/index.ts'
import { analyse, sharedAlpha } from '../../src/verdicts/traffic/index.ts'
import { identityOf } from '../../src/world/identity.ts'
import { artifact, assignEvent, create, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'
import { type Computed, computedTarget, fakeClock, ledgerWorld } from './traffic.ts'

const plan: RolloutPlan = {
  id: 'run/rollout',
  model: 'digits',
  version: '1.1.0',
  from: '1.0.0',
  steps: [0.1, 1],
  settings: {
    target: { computed: { url: 'x' } },
    source: { target: {} },
    bakeMs: 600_000,
    analysis: [{ metric: 'error-rate', margin: 0.05, minRequests: 50 }],
    hold: 1,
    hooks: { promoted: [], 'rolled-back': [] },
  },
}

/** Ten minutes into a rollout of two looks of ten minutes. */
async function begun(fault: Parameters<typeof computedTarget>[1] = {}) {
  const clock = fakeClock()
  const world: World = { ...(await testWorld()), clock }
  const ledger = await create(await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), ledgerWorld(world)))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  await ledger.append('c', releaseEvent('1.1.0'))
  const target = computedTarget(clock, { requests: 10, ...fault })
  return { clock, ledger, target, ports: portsOf(clock, ledger, target) }
}

function portsOf(clock: Clock, ledger: Ledger, target: Computed): Ports {
  return {
    ledger,
    driver: 'run/rollout',
    randomId: () => String(Math.random()),
    processes: { identity: identityOf, fate: () => 'unknown' },
    target,
    source: target.traffic,
    stable: { version: '1.0.0', artifact },
    candidate: { version: '1.1.0', artifact },
    clock,
    signal: new AbortController().signal,
    hooks: { promoted: [], 'rolled-back': [] },
    runHook: async () => ({ outcome: 'done', detail: '' }),
    progress: () => {},
    waits: () => {},
    leavesOpen: () => {},
  }
}

/** A tick of a process of its own, as each would be of a run that is started anew for it. */
async function tick(one: RolloutPlan, ports: Ports) {
  return tickIn(one, ports, await acquireLease(one, ports))
}

const own = (entries: readonly LedgerEntry[]): string[] =>
  entries
    .slice(4)
    .filter(({ kind }) => kind !== 'rollout-claimed')
    .map(({ key }) => key.replace('run/rollout/', ''))

it('does what is due, says until when there is nothing to do, and does nothing until then', async () => {
  const { clock, ledger, ports } = await begun()
  const { pause } = await tick(plan, ports)
  expect(pause).toEqual({ until: '2026-01-01T00:10:00.000Z', why: expect.any(String) })
  expect(own(await ledger.read())).toEqual(['started', 'step-1/weight'])
  await clock.sleep(599_999)
  expect((await tick(plan, ports)).pause?.until).toBe('2026-01-01T00:10:00.000Z')
  expect(own(await ledger.read())).toHaveLength(2)
  await clock.sleep(1)
  await tick(plan, ports)
  expect(own(await ledger.read())).toEqual(['started', 'step-1/weight', 'step-1/look-1', 'step-2/weight'])
  await clock.sleep(600_000)
  expect(await tick(plan, ports)).toMatchObject({ state: { finished: { outcome: 'promoted' } } })
})

it('goes on in another process, which knows nothing but the ledger', async () => {
  const { clock, ledger, target, ports } = await begun()
  await tick(plan, ports)
  await clock.sleep(3_600_000)
  const later = computedTarget(clock)
  const durable: Computed = {
    ...target,
    traffic: { ...later.traffic, ...target.traffic, since: async () => undefined },
  }
  await tick(plan, portsOf(clock, ledger, durable))
  const [look] = rolloutState(await ledger.read(), plan.id)?.looks ?? []
  // An hour late, it still judges the ten minutes of the look.
  expect(look?.windows).toMatchObject([{ from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:10:00.000Z' }])
})

it('begins a look anew where the traffic of it was not watched to its end', async () => {
  const { clock, ledger, ports } = await begun()
  await tick(plan, ports)
  await clock.sleep(3_600_000)
  const restarted = computedTarget(clock)
  const { pause } = await tick(plan, portsOf(clock, ledger, restarted))
  expect(restarted.applied).toEqual([0.1])
  expect(pause?.until).toBe('2026-01-01T01:10:00.000Z')
  expect(own(await ledger.read())).toHaveLength(2)
})

it('keeps in the ledger how the rollout goes, and all that its verdicts rest on', async () => {
  const { clock, ledger, ports } = await begun({ errors: 0.02 })
  await tick(plan, ports)
  await clock.sleep(600_000)
  await tick(plan, ports)
  const state = rolloutState(await ledger.read(), plan.id)
  expect(state?.settings).toEqual(plan.settings)
  const [look] = state?.looks ?? []
  const { analysis, hold } = plan.settings
  const alphas = sharedAlpha(0.01, { steps: plan.steps.length, hold, metrics: analysis.length })
  const again = analyse(analysis, look?.windows ?? [], 0.1, { requests: 0, errors: 0 }, alphas)
  expect({ verdict: look?.verdict, judgements: look?.judgements }).toEqual(again)
  expect(look?.seconds).toBe(look?.windows.reduce((sum, window) => sum + secondsOf(window), 0))
})

it('waits for a source that is late, and takes what it never tells for no traffic', async () => {
  const { clock, ledger, target, ports } = await begun()
  const silent: Computed = { ...target, traffic: { ...target.traffic, window: async () => undefined } }
  await tick(plan, ports)
  await clock.sleep(600_000)
  const { pause } = await tick(plan, portsOf(clock, ledger, silent))
  expect(pause?.why).toContain('metric source')
  expect(own(await ledger.read())).toHaveLength(2)
  await clock.sleep(601_000)
  await tick(plan, portsOf(clock, ledger, silent))
  expect(rolloutState(await ledger.read(), plan.id)?.looks).toMatchObject([
    { verdict: 'inconclusive', requests: { stable: 0, candidate: 0 } },
  ])
})

it('waits for a target to become ready, and for its weight to come into force', async () => {
  const { clock, ledger, target } = await begun()
  let [healthy, found] = [false, 0]
  const slow: Computed = {
    ...target,
    settlesWithinMs: 60_000,
    prepare: async () => (healthy ? 'ready' : { waitsFor: 'two pods' }),
    weight: async () => found,
  }
  expect((await tick(plan, portsOf(clock, ledger, slow))).pause?.why).toBe('waits for two pods')
  expect(own(await ledger.read())).toEqual(['started'])
  healthy = true
  expect((await tick(plan, portsOf(clock, ledger, slow))).pause?.why).toContain('shift traffic')
  expect(own(await ledger.read())).toEqual(['started'])
  found = 0.1
  await clock.sleep(30_000)
  await tick(plan, portsOf(clock, ledger, slow))
  expect(own(await ledger.read())).toEqual(['started', 'step-1/weight'])
  found = 0.7
  await clock.sleep(120_000)
  await expect(tick(plan, portsOf(clock, ledger, slow))).rejects.toMatchObject({ code: 'weight-not-in-force' })
})

it('proves a rollback by a source that lags behind', async () => {
  const { clock, ledger, target } = await begun({ errors: 0.5 })
  /** Tells of what is a minute and a half old at least. */
  const lagging: Computed = {
    ...target,
    traffic: {
      ...target.traffic,
      window: async (span, versions) =>
        Date.parse(clock.now()) - Date.parse(span.to) < 90_000 ? undefined : target.traffic.window(span, versions),
    },
  }
  const rolledBack = async (): Promise<unknown> => {
    for (let ticks = 0; ticks < 500; ticks++) {
      const { state, pause } = await tick(plan, portsOf(clock, ledger, lagging))
      if (pause === undefined) return state.finished
      await clock.sleep(Math.max(1, Date.parse(pause.until) - Date.parse(clock.now())))
    }
    return 'still not finished'
  }
  expect(await rolledBack()).toMatchObject({ outcome: 'rolled-back', verified: { candidate: 0 } })
})
