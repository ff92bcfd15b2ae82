import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Hook } from '../../src/core/hook.ts'
import type { Ledger } from '../../src/core/ledger.ts'
import type { Served } from '../../src/core/target.ts'
import type { World } from '../../src/core/world.ts'
import { registryState } from '../../src/registry/index.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { drive, openRollout, type Ports, type RolloutPlan, resultOf } from '../../src/rollout/index.ts'
import { artifact, assignEvent, create, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'
import { type Computed, computedTarget, fakeClock, ledgerWorld } from './traffic.ts'

const served = (version: string): Served => ({ version, artifact })

const plan: RolloutPlan = {
  id: 'run/rollout',
  model: 'digits',
  version: '1.1.0',
  from: '1.0.0',
  steps: [0.05, 0.5, 1],
  settings: {
    target: { computed: {} },
    source: { target: {} },
    bakeMs: 1000,
    analysis: [{ metric: 'error-rate', margin: 0.05, minRequests: 50 }],
    hold: 2,
    hooks: { promoted: [{ run: ['up'] }], 'rolled-back': [{ run: ['down'] }, { run: ['page'] }] },
  },
}

/** A world in which time passes only when somebody waits. */
async function stillWorld(): Promise<World> {
  return { ...(await testWorld()), clock: fakeClock() }
}

async function openedLedger(world: World): Promise<Ledger> {
  const ledger = await create(await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), ledgerWorld(world)))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  await ledger.append('c', releaseEvent('1.1.0'))
  return ledger
}

interface Setup {
  readonly world: World
  readonly ledger: Ledger
  readonly target: Computed
  readonly hooks?: string[]
}

const hook = (name: string): Hook => ({ name, run: async () => ({ outcome: 'done', detail: '' }) })

function ports({ world, ledger, target, hooks = [] }: Setup): Ports {
  return {
    ledger,
    driver: 'run/rollout',
    randomId: world.randomId,
    processes: world.processes,
    target,
    source: target.traffic,
    stable: served('1.0.0'),
    candidate: served('1.1.0'),
    hooks: { promoted: [hook('up')], 'rolled-back': [hook('down'), hook('page')] },
    clock: world.clock,
    signal: new AbortController().signal,
    progress: () => {},
    waits: () => {},
    leavesOpen: () => {},
    runHook: async (_, { eventId }) => {
      hooks.push(eventId)
      return { outcome: 'done', detail: '' }
    },
  }
}

/** What a rollout did, whoever drove it. */
const eventsOf = async (ledger: Ledger): Promise<string[]> =>
  (await ledger.read())
    .slice(4)
    .filter(({ kind }) => kind !== 'rollout-claimed' && kind !== 'rollout-left')
    .map(({ key }) => key.replace('run/rollout/', ''))

const promotedEvents = [
  'started',
  'step-1/weight',
  'step-1/look-1',
  'step-2/weight',
  'step-2/look-1',
  'step-3/weight',
  'step-3/look-1',
  'promoted',
  'promoted/hook-1',
  'finished',
]
const rolledBackEvents = [
  'started',
  'step-1/weight',
  'step-1/look-1',
  'step-2/weight',
  'step-2/look-1',
  'rollback/weight',
  'rolled-back/hook-1',
  'rolled-back/hook-2',
  'finished',
]

describe('a rollout', () => {
  it('promotes a candidate that holds at every step', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    const target = computedTarget(world.clock)
    const result = resultOf(await drive(plan, ports({ world, ledger, target })))
    expect(target.applied).toEqual([0.05, 0.5, 1])
    expect(await eventsOf(ledger)).toEqual(promotedEvents)
    expect(result).toMatchObject({
      outcome: 'promoted',
      from: '1.0.0',
      steps: [{ weight: 0.05, observed: 0.05, verdict: 'pass' }, { weight: 0.5 }, { weight: 1 }],
    })
    const entries = await ledger.read()
    expect(registryState(entries, 'digits').stages).toEqual({ production: '1.1.0' })
    expect(openRollout(entries, 'digits')).toBeUndefined()
  })

  it('rolls a candidate back that fails under load, and proves it', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    const target = computedTarget(world.clock, { errors: 0.2, above: 0.1 })
    const result = resultOf(await drive(plan, ports({ world, ledger, target })))
    expect(target.applied).toEqual([0.05, 0.5, 0])
    expect(await eventsOf(ledger)).toEqual(rolledBackEvents)
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      verified: { stable: 4000, candidate: 0 },
      hooks: [{ name: 'down' }, { name: 'page' }],
    })
    expect(result.why).toContain('at 50 % of traffic, error-rate: 400 of 2000 requests failed (20 %)')
    expect(registryState(await ledger.read(), 'digits').stages).toEqual({ production: '1.0.0' })
  })

  it('holds while too little was seen, adding looks up, and goes on once enough was', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    await drive(plan, ports({ world, ledger, target: computedTarget(world.clock, { requests: 1500 }) }))
    const looks = (await eventsOf(ledger)).filter((key) => key.startsWith('step-1/look'))
    expect(looks.length).toBeGreaterThan(1)
    expect(await eventsOf(ledger)).toContain('promoted')
  })

  it('takes back what stays inconclusive: no data is never a pass', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    const state = await drive(plan, ports({ world, ledger, target: computedTarget(world.clock, { requests: 100 }) }))
    expect(state.finished).toMatchObject({
      outcome: 'rolled-back',
      why: expect.stringContaining('still inconclusive after 3 looks'),
    })
  })

  it('gives a first release everything at once, and takes it back without a version before it', async () => {
    const world = await stillWorld()
    const first = { ...plan, from: undefined, steps: [1] }
    const ledgerOf = async (name: string): Promise<Ledger> => {
      const ledger = await create(await openFileLedger(path.join(world.cwd, name), ledgerWorld(world)))
      await ledger.append('c', releaseEvent('1.1.0', { serves: false }))
      return ledger
    }
    const good = await drive(first, {
      ...ports({ world, ledger: await ledgerOf('good.jsonl'), target: computedTarget(world.clock) }),
      stable: undefined,
    })
    expect(good).toMatchObject({ finished: { outcome: 'promoted' }, weights: [{ weight: 1 }] })
    const bad = await drive(
      { ...first, id: 'again' },
      {
        ...ports({ world, ledger: await ledgerOf('bad.jsonl'), target: computedTarget(world.clock, { errors: 0.5 }) }),
        stable: undefined,
      },
    )
    expect(bad.finished).toMatchObject({ outcome: 'rolled-back', verified: { stable: 0, candidate: 0 } })
  })

  it('says when a target does not do what it was told', async () => {
    const world = await stillWorld()
    const stuck: Computed = { ...computedTarget(world.clock), weight: async () => 0.3 }
    await expect(drive(plan, ports({ world, ledger: await openedLedger(world), target: stuck }))).rejects.toMatchObject(
      {
        code: 'weight-not-in-force',
      },
    )
  })

  it('says when requests still reach the candidate after a rollback, and leaves the rollout open', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    const target = computedTarget(world.clock, { errors: 0.5 })
    const some = { requests: 10, errors: 0 }
    const leaking: Computed = {
      ...target,
      traffic: {
        ...target.traffic,
        window: async (span, versions) =>
          (await target.weight()) === 0
            ? { ...span, stable: some, candidate: some }
            : target.traffic.window(span, versions),
      },
    }
    await expect(drive(plan, ports({ world, ledger, target: leaking }))).rejects.toMatchObject({
      code: 'rollback-unverified',
    })
    expect(openRollout(await ledger.read(), 'digits')).toMatchObject({ id: plan.id })
    const state = await drive(plan, ports({ world, ledger, target: computedTarget(world.clock) }))
    expect(state.finished).toMatchObject({ outcome: 'rolled-back', verified: { candidate: 0 } })
  })
})

class Killed extends Error {}

/** Counts down through every effect and dies before, in or after the one whose turn it is: what is recorded together is torn apart then. */
function mortal(base: Ports, turn: { left: number; when: 'before' | 'in' | 'after' }): Ports {
  const risky =
    <Args extends unknown[], Result>(effect: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const dies = --turn.left === 0
      if (dies && turn.when !== 'after') throw new Killed()
      const result = await effect(...args)
      if (dies) throw new Killed()
      return result
    }
  const { target, ledger, source } = base
  const appendAll = risky(ledger.appendAll)
  const torn: Ledger['appendAll'] = async (records) => {
    if (turn.when === 'in' && turn.left === 1) await ledger.appendAll(records.slice(0, 1))
    return appendAll(records)
  }
  return {
    ...base,
    runHook: risky(base.runHook),
    ledger: { ...ledger, appendAll: torn },
    target: { ...target, prepare: risky(target.prepare), apply: risky(target.apply), restore: risky(target.restore) },
    source: { ...source, window: risky(source.window) },
  }
}

describe.each([
  ['promoted', {}, promotedEvents],
  ['rolled back', { errors: 0.2, above: 0.1 }, rolledBackEvents],
] as const)('a rollout that is %s', (_, fault, events) => {
  it.each(['before', 'in', 'after'] as const)(
    'records each step once when it is killed %s any effect and resumed',
    async (when) => {
      for (let kill = 1; ; kill++) {
        const world = await stillWorld()
        const ledger = await openedLedger(world)
        const turn = { left: kill, when }
        const first = await drive(
          plan,
          mortal(ports({ world, ledger, target: computedTarget(world.clock, fault) }), turn),
        ).catch((error: unknown) => error)
        // A new process has a new target: a local one starts with all traffic at the stable version.
        const hooks: string[] = []
        const state = await drive(plan, ports({ world, ledger, target: computedTarget(world.clock, fault), hooks }))
        expect(await eventsOf(ledger)).toEqual(events)
        expect(state.finished?.outcome).toBe(events.includes('promoted') ? 'promoted' : 'rolled-back')
        expect(new Set(hooks).size).toBe(hooks.length)
        if (!(first instanceof Killed)) return expect(kill).toBeGreaterThan(12)
      }
    },
  )

  it('ends the same when it is killed at every single effect, one after the other', async () => {
    const world = await stillWorld()
    const ledger = await openedLedger(world)
    for (let life = 0; life < 200; life++) {
      // Long enough to get from a fresh start to the next record, whatever step it is.
      const turn = { left: 6 + (life % 3), when: 'after' as const }
      const ended = await drive(
        plan,
        mortal(ports({ world, ledger, target: computedTarget(world.clock, fault) }), turn),
      ).catch((error: unknown) => error)
      if (!(ended instanceof Killed)) break
    }
    expect(await eventsOf(ledger)).toEqual(events)
  })
})
