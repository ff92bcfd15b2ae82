import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RolloutResult } from '../../src/core/products/index.ts'
import type { StageTools, ToolName } from '../../src/core/stage.ts'
import { defineTarget, type TargetKind } from '../../src/core/target.ts'
import { adopt, brokenRules, registryState } from '../../src/registry/index.ts'
import { openRollout } from '../../src/rollout/index.ts'
import { sources } from '../../src/sources/index.ts'
import { rolloutOn } from '../../src/stages/rollout/index.ts'
import { targets } from '../../src/targets/index.ts'
import { computedTarget, fakeClock } from '../rollout/traffic.ts'
import { testWorld } from '../world.ts'
import { type Bench, bench, passed, releaseOf, runStage } from './rollout-tools.ts'

const rollout = rolloutOn(targets, sources)

/** Stands in the table where `local` does, with traffic that follows from arithmetic. */
function computed(fault: Parameters<typeof computedTarget>[1] = {}): readonly TargetKind[] {
  return [
    defineTarget({
      name: 'local',
      summary: 'computed',
      settings: z.unknown(),
      example: '',
      make: (_, { world }) => computedTarget(world.clock, fault),
    }),
  ]
}

const settings = {
  target: { local: { rate: 100 } },
  steps: ['10%', '50%', '100%'],
  bake: '1s',
  analysis: [{ metric: 'error-rate', margin: '5pp' }],
}

/** In a world whose clock stands still but when somebody waits; `real` for what serves and answers. */
async function released({ production = true, real = false } = {}): Promise<Bench> {
  const world = await testWorld()
  const on = await bench(real ? world : { ...world, clock: fakeClock() })
  const artifact = on.subject.production?.artifact
  if (production && artifact !== undefined)
    await adopt(on.tools.ledger, { model: 'digits', version: '1.0.0', artifact, why: 'it serves' })
  await on.tools.ledger.append('c', {
    kind: 'release',
    model: 'digits',
    version: '1.1.0',
    artifact: on.subject.candidate,
    why: 'better',
  })
  return on
}

async function roll(on: Bench, raw: object, tools: StageTools<ToolName>) {
  const outcome = await runStage(
    rollout,
    { ...settings, ...raw },
    { subject: on.subject, decision: passed, release: releaseOf(on) },
    tools,
  )
  return { ...outcome, product: outcome.product as RolloutResult }
}

describe('on the local target, over real HTTP', () => {
  it('promotes a candidate that serves well', async () => {
    const on = await released({ real: true })
    const raw = { target: { local: { rate: 400, timeout: '60s' } }, steps: ['50%', '100%'] }
    const { product, verdict } = await roll(on, raw, on.tools)
    expect(verdict).toBe('pass')
    expect(product).toMatchObject({
      outcome: 'promoted',
      from: '1.0.0',
      target: 'local',
      steps: [
        { weight: 0.5, verdict: 'pass' },
        { weight: 1, verdict: 'pass' },
      ],
    })
    expect(product.steps[0]?.observed).toBeCloseTo(0.5, 1)
    expect(registryState(await on.tools.ledger.read(), 'digits').stages).toEqual({ production: '1.1.0' })
  })

  it('takes back a candidate that fails, runs the hooks and proves it', async () => {
    const on = await released({ real: true })
    await on.world.files.writeText(
      path.join(on.world.cwd, 'page.sh'),
      '#!/bin/sh\necho "$AIRWORTHY_EVENT $AIRWORTHY_VERSION"\n',
    )
    await on.world.processes.run('chmod', ['+x', path.join(on.world.cwd, 'page.sh')])
    const raw = {
      target: { local: { rate: 400, timeout: '60s', fault: { errors: '50%', 'above-weight': '40%' } } },
      steps: ['50%', '100%'],
      'on-rollback': [{ run: './page.sh' }, { run: ['./missing.sh'] }],
    }
    const { product, verdict, warnings } = await roll(on, raw, on.tools)
    expect(verdict).toBe('rolled-back')
    expect(product).toMatchObject({
      outcome: 'rolled-back',
      verified: { candidate: 0 },
      hooks: [{ outcome: 'done', detail: 'rolled-back 1.1.0' }, { outcome: 'failed' }],
    })
    expect(product.verified?.stable).toBeGreaterThan(0)
    expect(warnings).toMatchObject([{ code: 'hook-failed', message: expect.stringContaining('./missing.sh') }])
    expect(registryState(await on.tools.ledger.read(), 'digits').stages).toEqual({ production: '1.0.0' })
  })
})

describe('what is there already', () => {
  it('does nothing for a version that is in production', async () => {
    const on = await released()
    const tools = on.toolsFor({ targets: computed() })
    await roll(on, {}, tools)
    const entries = await tools.ledger.read()
    const { product, verdict } = await roll(on, {}, { ...tools, runId: 'run-2' })
    expect(product).toMatchObject({ outcome: 'already-serving', steps: [] })
    expect(verdict).toBe('pass')
    expect(await tools.ledger.read()).toEqual(entries)
  })

  it('gives the same result when the run is resumed after its end', async () => {
    const on = await released()
    const tools = on.toolsFor({ targets: computed({ errors: 0.5 }) })
    const first = await roll(on, {}, tools)
    expect(await roll(on, {}, tools)).toEqual(first)
  })

  it('takes up a rollout of the same version that another run left open', async () => {
    const on = await released()
    const tools = on.toolsFor({ targets: computed() })
    await tools.ledger.append('other/started', {
      kind: 'rollout-started',
      model: 'digits',
      rollout: 'other',
      version: '1.1.0',
      from: '1.0.0',
      target: 'local',
      steps: [0.5, 1],
    })
    expect((await roll(on, {}, tools)).product).toMatchObject({
      id: 'other',
      outcome: 'promoted',
      steps: [{ weight: 0.5 }, { weight: 1 }],
    })
  })

  it('refuses while a rollout of another version is open', async () => {
    const on = await released()
    const tools = on.toolsFor({ targets: computed() })
    const artifact = { sha256: 'c'.repeat(64), bytes: 1, name: 'theirs.onnx' }
    await tools.ledger.append('d', { kind: 'release', model: 'digits', version: '1.2.0', artifact, why: 'theirs' })
    await tools.ledger.append('other/started', {
      kind: 'rollout-started',
      model: 'digits',
      rollout: 'other',
      version: '1.2.0',
      from: '1.0.0',
      target: 'local',
      steps: [1],
    })
    await expect(roll(on, {}, tools)).rejects.toMatchObject({
      code: 'rollout-under-way',
      message: expect.stringContaining('1.2.0'),
    })
  })
})

describe('a rollout that moved no traffic, and that nobody drives', () => {
  /** A target that cannot be prepared, with a setting that is wrong. */
  const unready = computed().map((kind) => ({
    ...kind,
    make: (...given: Parameters<TargetKind['make']>) => ({
      ...kind.make(...given),
      prepare: async () => Promise.reject(new Error('no such cluster')),
    }),
  }))

  it('ends for that of another version', async () => {
    const on = await released()
    await expect(roll(on, {}, on.toolsFor({ targets: unready }))).rejects.toThrow('no such cluster')
    const artifact = { ...on.subject.candidate, sha256: 'c'.repeat(64) }
    await on.tools.ledger.append('d', { kind: 'release', model: 'digits', version: '1.2.0', artifact, why: 'theirs' })
    const outcome = await runStage(
      rollout,
      settings,
      { subject: on.subject, decision: passed, release: { ...releaseOf(on, '1.2.0'), artifact } },
      on.toolsFor({ targets: computed(), runId: 'run-2' }),
    )
    expect(outcome.product).toMatchObject({ id: 'run-2/rollout', outcome: 'promoted', version: '1.2.0' })
    const entries = await on.tools.ledger.read()
    expect(entries.flatMap((entry) => (entry.kind === 'rollout-finished' ? [entry.outcome] : []))).toEqual([
      'rolled-back',
      'promoted',
    ])
    expect(brokenRules(entries)).toEqual([])
  })

  it('goes on when its own run is resumed, and with new settings in another run', async () => {
    const on = await released()
    await expect(roll(on, {}, on.toolsFor({ targets: unready }))).rejects.toThrow('no such cluster')
    await expect(roll(on, {}, on.toolsFor({ targets: unready }))).rejects.toThrow('no such cluster')
    const other = on.toolsFor({ targets: computed(), runId: 'run-2' })
    const { product } = await roll(on, { steps: ['20%', '100%'] }, other)
    expect(product).toMatchObject({ id: 'run-2/rollout', outcome: 'promoted', steps: [{ weight: 0.2 }, { weight: 1 }] })
  })
})

it('records what the candidate was compared with, and on which evidence', async () => {
  const on = await released()
  const tools = on.toolsFor({ targets: computed() })
  await roll(on, {}, tools)
  const started = (await tools.ledger.read()).find(({ kind }) => kind === 'rollout-started')
  expect(started).toMatchObject({ from: '1.0.0', evidence: 'e'.repeat(64), driver: 'run-1/rollout' })
})

it('refuses a candidate that was compared with another version than serves, before the target is touched', async () => {
  const on = await released()
  const artifact = { ...on.subject.candidate, sha256: 'c'.repeat(64) }
  await on.tools.ledger.append('d', { kind: 'release', model: 'digits', version: '1.2.0', artifact, why: 'theirs' })
  const again = { model: 'digits', stage: 'production', version: '1.2.0', why: 'x', against: '1.0.0' }
  await on.tools.ledger.append('e', { kind: 'assign', ...again })
  const untouchable = computed().map((kind) => ({
    ...kind,
    make: (...given: Parameters<TargetKind['make']>) => ({
      ...kind.make(...given),
      prepare: async () => Promise.reject(new Error('touched')),
    }),
  }))
  await expect(roll(on, {}, on.toolsFor({ targets: untouchable }))).rejects.toMatchObject({
    code: 'production-changed',
  })
})

it('gives a first release all traffic at once, and says what that is worth', async () => {
  const made = await released({ production: false })
  const { production: _, ...subject } = made.subject
  const on = { ...made, subject }
  const { product, warnings } = await roll(on, {}, on.toolsFor({ targets: computed() }))
  expect(product).toMatchObject({ outcome: 'promoted', steps: [{ weight: 1, verdict: 'pass' }] })
  expect(product.from).toBeUndefined()
  expect(warnings).toMatchObject([{ code: 'nothing-in-production', message: expect.stringContaining('4000 requests') }])
})

describe('bad input', () => {
  it('names the data sets when the one to replay is not there, and leaves traffic alone', async () => {
    const on = await released()
    const missing = roll(on, { target: { local: { replay: 'evil' } } }, on.tools)
    await expect(missing).rejects.toMatchObject({
      code: 'replay-unknown',
      hint: expect.stringContaining('Did you mean eval?'),
    })
    expect(openRollout(await on.tools.ledger.read(), 'digits')).toBeUndefined()
  })

  it('names the targets when a run does not have the one it asks for', async () => {
    const on = await released()
    const other = computed().map((kind) => ({ ...kind, name: 'cluster' }))
    await expect(roll(on, {}, on.toolsFor({ targets: other }))).rejects.toMatchObject({
      code: 'target-unknown',
      hint: expect.stringContaining('cluster'),
    })
  })

  it('stops when it is cancelled, and goes on when it is resumed', async () => {
    const on = await released()
    const tools = on.toolsFor({ targets: computed() })
    await expect(roll(on, {}, { ...tools, signal: AbortSignal.abort() })).rejects.toThrow('cancelled')
    expect((await roll(on, {}, tools)).product.outcome).toBe('promoted')
  })

  it.each([
    [{ target: {} }, 'exactly one target (local)'],
    [{ target: { lokal: {} } }, 'lokal'],
    [{ target: { local: { rte: 1 } } }, 'rte'],
    [{ steps: ['50%', '5%', '100%'] }, 'shares that rise'],
    [{ steps: ['0%', '100%'] }, 'shares that rise'],
    [{ steps: ['5%', '50%'] }, '100% as the last step'],
    [{ steps: [] }, '>=1'],
    [{ bake: '0s' }, 'more than no time'],
    [{ bake: '300000000d' }, 'at most 365d'],
    [{ target: { local: { timeout: '25d' } } }, 'at most 1d'],
    [{ target: { local: { fault: { delay: '25d' } } } }, 'at most 1d'],
    [{ analysis: [] }, '>=1'],
    [{ analysis: [{ metric: 'error-rate', margin: '5%' }] }, 'an absolute margin such as 1pp for error-rate'],
    [{ analysis: [{ metric: 'error-rate', margin: '200pp' }] }, 'below 100 pp'],
    [{ analysis: [{ metric: 'error-rate', margin: 1 }] }, 'below 100 pp'],
    [
      { analysis: [{ metric: 'error-rate', margin: '5ms' }] },
      'percentage points such as 0.5pp or a bare number such as 0.005 as a margin of',
    ],
    [{ analysis: [{ metric: 'error-rate', margin: '1kB' }] }, 'percentage points such as 0.5pp'],
    [{ analysis: [{ metric: 'latency.p50', margin: '2ms' }] }, 'a relative margin such as 10% for latency.p50'],
    [{ hold: -1 }, '>=0'],
    [{ 'on-rollback': [{ run: [] }] }, 'run'],
  ])('refuses %j', (raw, words) => {
    const parsed = rollout.settings.safeParse({ ...settings, ...raw })
    expect(JSON.stringify(parsed.error?.issues)).toContain(words)
  })
})

it('has defaults, a schema, and says when it would run code of the user', () => {
  const bare = rollout.make({ target: { local: {} } }, { folder: '/' })
  expect(bare.settings).toMatchObject({
    steps: [0.05, 0.25, 0.5, 1],
    bake: 60_000,
    hold: 3,
    analysis: [{ metric: 'error-rate', margin: 0.01, minRequests: 50 }],
  })
  expect(rollout.runsUserCode(bare.settings)).toBe(false)
  expect(
    rollout.runsUserCode(
      rollout.make({ target: { local: {} }, 'on-rollback': [{ run: 'x' }] }, { folder: '/' }).settings,
    ),
  ).toBe(true)
  expect(JSON.stringify(z.toJSONSchema(rollout.settings, { io: 'input', unrepresentable: 'any' }))).toContain(
    'Requests per second',
  )
})
