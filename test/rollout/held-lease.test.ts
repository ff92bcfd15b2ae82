import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Cancelled } from '../../src/core/errors/index.ts'
import type { Ledger, LedgerRecord } from '../../src/core/ledger.ts'
import { withAppend, withDefaultContext } from '../../src/core/with-append.ts'
import type { Clock, World } from '../../src/core/world.ts'
import { registryError } from '../../src/registry/errors.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { acquireLease, drive, type Ports, type RolloutPlan, rolloutState } from '../../src/rollout/index.ts'
import { artifact, assignEvent, create, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'
import { type Computed, computedTarget, fakeClock, ledgerWorld } from './traffic.ts'

const minute = 60_000

const plan: RolloutPlan = {
  id: 'run-1/rollout',
  model: 'digits',
  version: '1.1.0',
  from: '1.0.0',
  steps: [0.5, 1],
  settings: {
    target: { computed: {} },
    source: { target: {} },
    bakeMs: 10 * minute,
    analysis: [{ metric: 'error-rate', margin: 0.05, minRequests: 50 }],
    hold: 1,
    hooks: { promoted: [{ run: ['up'] }], 'rolled-back': [] },
  },
}

interface Made {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly target: Computed
  /** What was recorded together, by key. */
  readonly batches: readonly (readonly string[])[]
  ports(change?: Partial<Ports>): Ports
}

async function made(): Promise<Made> {
  const clock = fakeClock()
  const world: World = { ...(await testWorld()), clock }
  const opened = await create(await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), ledgerWorld(world)))
  await opened.append('a', releaseEvent('1.0.0'))
  await opened.append('b', assignEvent('1.0.0'))
  await opened.append('c', releaseEvent('1.1.0'))
  const batches: string[][] = []
  const ledger: Ledger = {
    ...opened,
    async appendAll(records: readonly LedgerRecord[]) {
      const entries = await opened.appendAll(records)
      if (records.length === 0) return entries
      batches.push(entries.map(({ key }) => key.replace(`${plan.id}/`, '').replace(/\/[0-9a-f]{8}$/, '')))
      return entries
    },
  }
  const target = computedTarget(clock, { requests: 10 })
  const ports = (change: Partial<Ports> = {}): Ports => ({
    ledger,
    driver: 'run-1/rollout',
    randomId: world.randomId,
    processes: world.processes,
    target,
    source: target.traffic,
    stable: { version: '1.0.0', artifact },
    candidate: { version: '1.1.0', artifact },
    clock,
    signal: new AbortController().signal,
    hooks: { promoted: [{ name: 'up', run: async () => ({ outcome: 'done', detail: '' }) }], 'rolled-back': [] },
    runHook: async () => ({ outcome: 'done', detail: '' }),
    progress: () => {},
    waits: () => {},
    leavesOpen: () => {},
    ...change,
  })
  return { clock, ledger, target, batches, ports }
}

it('records together what nothing waits between, and nothing is told of before it is recorded', async () => {
  const { ledger, batches, ports, target } = await made()
  const seen: string[] = []
  const last = async (what: string): Promise<void> => {
    seen.push(`${what} after ${(await ledger.read()).at(-1)?.key.replace(`${plan.id}/`, '')}`)
  }
  const watched: Computed = {
    ...target,
    async prepare(...versions) {
      if (seen.length === 0) await last('prepared')
      return target.prepare(...versions)
    },
  }
  const runHook: Ports['runHook'] = async () => {
    await last('hook')
    return { outcome: 'done', detail: '' }
  }
  await drive(plan, ports({ target: watched, runHook }))
  expect(batches).toEqual([
    ['started'],
    ['step-1/weight'],
    ['step-1/look-1', 'step-2/weight'],
    ['step-2/look-1', 'promoted'],
    ['promoted/hook-1', 'finished'],
  ])
  expect(seen).toEqual(['prepared after started', 'hook after promoted'])
})

it('leaves the rollout when the run ends, so that the next goes on at once', async () => {
  const { ledger, batches, ports, clock } = await made()
  const ended = new AbortController()
  const sleeping: Clock = {
    ...clock,
    async sleep(ms, signal) {
      ended.abort()
      return clock.sleep(ms, signal)
    },
  }
  const asked = withDefaultContext(
    { signal: ended.signal },
    withAppend({
      ...ledger,
      async appendAll(records, context) {
        if (context?.signal?.aborted === true) throw new Cancelled('the run was ended')
        return ledger.appendAll(records, context)
      },
    }),
  )
  const own = ports({ clock: sleeping, signal: ended.signal, ledger: asked })
  await expect(drive(plan, own)).rejects.toThrow('cancelled')
  expect(batches.at(-1)).toEqual(['left'])
  expect(rolloutState(await ledger.read(), plan.id)?.head).toMatchObject({ lease: undefined, untouched: false })
  const before = clock.now()
  const lease = await acquireLease(plan, ports({ driver: 'run-2/rollout' }))
  expect(clock.now()).toBe(before)
  expect(lease.state().head.lease?.driver).toBe('run-2/rollout')
})

it('waits while another run drives, says for whom, and takes over once its time is over', async () => {
  const { ledger, ports, clock } = await made()
  await acquireLease(plan, ports())
  const expires = rolloutState(await ledger.read(), plan.id)?.head.lease?.expires ?? ''
  const said: string[] = []
  const waits = (message: string): void => void said.push(message)
  const state = await drive(plan, ports({ driver: 'run-2/rollout', waits }))
  expect(state.finished?.outcome).toBe('promoted')
  expect(said).toEqual([
    'for the run run-1, which drives this rollout; takes over after 60 s without a new entry of it',
  ])
  const claimed = (await ledger.read()).find(({ kind }) => kind === 'rollout-claimed')
  expect((claimed?.at ?? '') >= expires && clock.now() > expires).toBe(true)
  expect(claimed).toMatchObject({ watchedMs: expect.any(Number) })
})

it('takes over from a run whose clock is hours ahead once it has watched for its whole time', async () => {
  const { ledger, ports, clock } = await made()
  const ahead = { ...clock, now: () => new Date(Date.parse(clock.now()) + 300 * minute).toISOString() }
  const theirs = await openFileLedger(
    (ledger.describe.match(/\/.*/) ?? [''])[0],
    ledgerWorld({
      ...(await testWorld()),
      clock: ahead,
    }),
  )
  await acquireLease(plan, ports({ clock: ahead, ledger: theirs }))
  const began = clock.monotonicMs()
  const state = await drive(plan, ports({ driver: 'run-2/rollout' }))
  expect(state.finished?.outcome).toBe('promoted')
  expect((await ledger.read()).find(({ kind }) => kind === 'rollout-claimed')).toMatchObject({
    watchedMs: expect.any(Number),
  })
  // Two looks of ten minutes, and less than the hours that the clocks are apart.
  expect(clock.monotonicMs() - began).toBeLessThan(60 * minute)
})

it.each([-72, -2, 2, 72])('waits as long beside a run whose clock is %i h off', async (hours) => {
  const { ports, clock, ledger } = await made()
  await acquireLease(plan, ports())
  const off = { ...clock, now: () => new Date(Date.parse(clock.now()) + hours * 60 * minute).toISOString() }
  const theirs = await openFileLedger(
    (ledger.describe.match(/\/.*/) ?? [''])[0],
    ledgerWorld({ ...(await testWorld()), clock: off }),
  )
  const began = clock.monotonicMs()
  let taken = 0
  const target: Computed = {
    ...computedTarget(clock, { requests: 10 }),
    prepare: async () => {
      taken ||= clock.monotonicMs()
      throw new Error('seen')
    },
  }
  const other = ports({ driver: 'run-2/rollout', clock: off, ledger: theirs, target })
  await expect(drive(plan, other)).rejects.toThrow('seen')
  expect(taken - began).toBeGreaterThanOrEqual(minute)
  expect(taken - began).toBeLessThan(2 * minute)
})

it('takes over at once from a process of this machine that is gone, and from no other', async () => {
  for (const fate of ['gone', 'running', 'unknown'] as const) {
    const { ports, clock, ledger } = await made()
    await acquireLease(plan, ports())
    const began = clock.now()
    const processes: Ports['processes'] = { ...ports().processes, fate: () => fate }
    await drive(plan, ports({ driver: 'run-2/rollout', processes }))
    const claimed = (await ledger.read()).find(({ kind }) => kind === 'rollout-claimed')
    expect([fate, claimed?.at === began, claimed !== undefined && 'gone' in claimed && claimed.gone]).toEqual([
      fate,
      fate === 'gone',
      fate === 'gone',
    ])
  }
})

it('keeps a rollout that bakes for hours, however long another waits for it', async () => {
  const { ports, ledger, clock } = await made()
  const hours = { ...plan, settings: { ...plan.settings, bakeMs: 6 * 60 * minute } }
  await drive(hours, ports())
  const own = (await ledger.read()).filter((entry) => 'driver' in entry)
  for (const [at, entry] of own.slice(1).entries()) {
    const { expires = '' } = own[at] as { expires?: string }
    expect(entry.at < expires).toBe(true)
    expect(Date.parse(expires) - Date.parse(own[at]?.at ?? '')).toBeLessThanOrEqual(22 * minute)
  }
  expect(clock.monotonicMs()).toBeGreaterThan(12 * 60 * minute)
})

it('says that the rollout was lost, and not what failed because of that', async () => {
  const { ports, clock, target } = await made()
  const source: Computed['traffic'] = {
    ...target.traffic,
    async window() {
      await clock.sleep(300 * minute)
      await drive(plan, ports({ driver: 'run-2/rollout' }))
      throw new Error('digits 1.1.0 could not be served: no answer within 60 s')
    },
  }
  await expect(drive(plan, ports({ source }))).rejects.toMatchObject({
    code: 'rollout-lost',
    message: expect.stringContaining('the run run-2 ended it, promoted'),
  })
})

it('leaves a rollout with what took effect and is not recorded yet', async () => {
  const { ports, batches, target } = await made()
  const ended = new AbortController()
  const told: Computed = {
    ...target,
    async apply(weight) {
      ended.abort()
      return target.apply(weight)
    },
  }
  await expect(drive(plan, ports({ target: told, signal: ended.signal }))).rejects.toThrow('cancelled')
  expect(batches).toEqual([['started'], ['step-1/weight', 'left']])
})

it('leaves a rollout whose beginning was recorded while the run was ended', async () => {
  const { ports, ledger, batches } = await made()
  const ended = new AbortController()
  const cut = withAppend({
    ...ledger,
    async appendAll(records, context) {
      const entries = await ledger.appendAll(records, context)
      if (ended.signal.aborted) return entries
      ended.abort()
      throw new Cancelled('the run was ended')
    },
  })
  await expect(drive(plan, ports({ ledger: cut, signal: ended.signal }))).rejects.toThrow('ended')
  expect(batches).toEqual([['started'], ['left']])
  expect(rolloutState(await ledger.read(), plan.id)?.head).toMatchObject({ left: true, untouched: true })
})

it('does and says nothing more once another run has taken over while it was stopped', async () => {
  const { ledger, ports, clock, target } = await made()
  let stopped = false
  const source: Computed['traffic'] = {
    ...target.traffic,
    async window(span, versions) {
      if (!stopped) {
        stopped = true
        await clock.sleep(300 * minute)
        await drive(plan, ports({ driver: 'run-2/rollout' }))
      }
      return target.traffic.window(span, versions)
    },
  }
  const applied = target.applied.length
  await expect(drive(plan, ports({ source }))).rejects.toMatchObject({
    code: 'rollout-lost',
    message: expect.stringContaining('the run run-2 ended it, promoted'),
  })
  const entries = (await ledger.read()).filter((entry) => 'driver' in entry && entry.driver === 'run-1/rollout')
  expect(entries.map(({ kind }) => kind)).toEqual(['rollout-started', 'rollout-weight'])
  expect(target.applied.slice(applied)).toEqual([0.5, 1])
})

it('is lost to another process of the same run, which keeps it when the first one leaves', async () => {
  const { ledger, ports } = await made()
  const first = await acquireLease(plan, ports())
  const second = await acquireLease(plan, ports())
  const { head } = second.state()
  await first.leave()
  expect(rolloutState(await ledger.read(), plan.id)?.head).toEqual(head)
  await expect(first.read()).rejects.toMatchObject({
    code: 'rollout-lost',
    message: expect.stringContaining('another process of the same run drives it'),
  })
  await second.leave()
  expect(rolloutState(await ledger.read(), plan.id)?.head.left).toBe(true)
})

describe('a wall clock that is set while a rollout bakes', () => {
  it.each([9 * minute, 5 * 60 * minute, -5 * 60 * minute])('begins the look anew: %i ms', async (byMs) => {
    const { ledger, ports, clock, target } = await made()
    const beganMs = clock.monotonicMs()
    let offMs = 0
    const jumping: Clock = {
      now: () => new Date(Date.parse(clock.now()) + offMs).toISOString(),
      monotonicMs: clock.monotonicMs,
      async sleep(ms, signal) {
        if (offMs === 0) {
          await clock.sleep(3000, signal)
          offMs = byMs
          await clock.sleep(Math.max(0, Math.min(ms - 3000, ms - 3000 - byMs)), signal)
        } else await clock.sleep(ms, signal)
      },
    }
    const own = await openFileLedger(
      (ledger.describe.match(/\/.*/) ?? [''])[0],
      ledgerWorld({ ...(await testWorld()), clock: jumping }),
    )
    // It counts by its own clock, which was not set.
    const source: Computed['traffic'] = {
      ...target.traffic,
      since: async () => undefined,
      window: ({ from, to }, versions) => target.traffic.window({ from: there(from), to: there(to) }, versions),
    }
    const there = (at: string): string => new Date(Date.parse(at) - offMs).toISOString()
    const said: string[] = []
    const progress = (message: string): void => void said.push(message)
    const state = await drive(plan, ports({ clock: jumping, ledger: own, source, progress }))
    expect(state.finished?.outcome).toBe('promoted')
    expect(said.filter((each) => each.includes('jumped'))).toEqual([
      expect.stringMatching(
        new RegExp(`^the clock of this machine jumped ${byMs > 0 ? 'ahead' : 'back'} by .*begins anew$`),
      ),
    ])
    // Two looks of ten minutes, each whole, by a clock that nobody sets, and what was in vain.
    const tookMs = clock.monotonicMs() - beganMs
    expect(tookMs).toBeGreaterThan(20 * minute)
    expect(tookMs).toBeLessThan(32 * minute)
  })
})

it('keeps the rollout for as long as a target takes, with few entries', async () => {
  const { ledger, ports, clock, target } = await made()
  const from = clock.monotonicMs()
  const slow: Computed = {
    ...target,
    prepare: async (...versions) =>
      clock.monotonicMs() - from < 240 * minute ? { waitsFor: 'its pods' } : target.prepare(...versions),
  }
  const state = await drive(plan, ports({ target: slow }))
  expect(state.finished?.outcome).toBe('promoted')
  const claims = (await ledger.read()).flatMap((entry) => (entry.kind === 'rollout-claimed' ? [entry] : []))
  expect(claims.length).toBeGreaterThan(3)
  // About three an hour, so that a run which is killed is not missed for long.
  expect(claims.length).toBeLessThan(20)
  for (const [at, claim] of claims.entries()) expect(claim.at < (claims[at - 1]?.expires ?? '9')).toBe(true)
})

/** A ledger that cannot be reached for a while; `takes`: what is pushed then lands, and nobody is told. */
function away(ledger: Ledger, clock: Clock, span: { from: number; to: number }, takes: boolean): Ledger {
  const isAway = (): boolean => clock.monotonicMs() >= span.from && clock.monotonicMs() < span.to
  const where = { remote: 'origin', reason: 'it said nothing' }
  return withAppend({
    ...ledger,
    async read() {
      if (isAway()) throw registryError('registry-unreachable', { ...where, doing: 'read' })
      return ledger.read()
    },
    async appendAll(records) {
      if (!isAway()) return ledger.appendAll(records)
      if (!takes) throw registryError('registry-unreachable', { ...where, doing: 'push' })
      await ledger.appendAll(records)
      throw registryError('ledger-unsettled', { ...where, branch: 'b', commit: 'c' })
    },
  })
}

describe.each([false, true])('a ledger that is away, and takes what is pushed: %s', (takes) => {
  it.each([9, 19, 25, 39, 55])(
    'does not end a rollout from its minute %i on, while nobody may take it over',
    async (from) => {
      const { ports, ledger, clock, target } = await made()
      const hour = { ...plan, settings: { ...plan.settings, bakeMs: 30 * minute } }
      const start = clock.monotonicMs()
      const span = { from: start + from * minute, to: start + (from + 8) * minute }
      const hooks: string[] = []
      const said: string[] = []
      const state = await drive(
        hour,
        ports({
          ledger: away(ledger, clock, span, takes),
          progress: (message) => void said.push(message),
          runHook: async (_, { eventId }) => {
            hooks.push(eventId)
            return { outcome: 'done', detail: '' }
          },
        }),
      )
      expect(state.finished?.outcome).toBe('promoted')
      const entries = (await ledger.read()).map(({ key }) => key)
      expect(new Set(entries).size).toBe(entries.length)
      expect(hooks).toHaveLength(1)
      expect(target.applied).toEqual([0.5, 1])
      const claims = (await ledger.read()).filter(({ kind }) => kind === 'rollout-claimed')
      expect(claims.length).toBeLessThan(10)
      expect(said.some((message) => message.startsWith('waits for the ledger, at most '))).toBe(true)
    },
  )

  it('ends it before anybody may take it over', async () => {
    const { ports, ledger, clock } = await made()
    const from = clock.monotonicMs() + minute
    const own = ports({ ledger: away(ledger, clock, { from, to: Number.POSITIVE_INFINITY }, takes) })
    await expect(drive(plan, own)).rejects.toMatchObject({
      code: expect.stringMatching(/^(registry-unreachable|ledger-unsettled)$/),
    })
    const { lease } = rolloutState(await ledger.read(), plan.id)?.head ?? {}
    if (!takes) expect(clock.now() < (lease?.expires ?? '')).toBe(true)
  })
})
