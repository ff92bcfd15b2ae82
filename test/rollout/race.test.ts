import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { UserError } from '../../src/core/errors/index.ts'
import type { Ledger, LedgerEntry } from '../../src/core/ledger.ts'
import type { Artifact, RolloutResult } from '../../src/core/products/index.ts'
import { defineTarget, type TargetKind } from '../../src/core/target.ts'
import type { World } from '../../src/core/world.ts'
import { adopt, brokenRules } from '../../src/registry/index.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { openRollout } from '../../src/rollout/index.ts'
import { sources } from '../../src/sources/index.ts'
import { rolloutOn } from '../../src/stages/rollout/index.ts'
import { targets } from '../../src/targets/index.ts'
import { create } from '../contracts/ledger.ts'
import { type Bench, bench, passed, releaseOf, runStage } from '../stages/rollout-tools.ts'
import { testWorld } from '../world.ts'
import { type Actor, createSchedule, type Fate, Killed } from './schedule.ts'
import { computedTarget, ledgerWorld } from './traffic.ts'

/** A run that wants to roll out a version, on a machine whose clock may be off. */
interface Run {
  readonly version: string
  readonly clockOffMs: number
}

const minute = 60_000
const hour = 60 * minute
const settings = {
  target: { local: { rate: 100 } },
  steps: ['50%', '100%'],
  bake: '60s',
  analysis: [{ metric: 'error-rate', margin: '5pp' }],
  'on-promoted': [{ run: './up' }],
  'on-rollback': [{ run: './down' }],
}
/** 1.2.0 fails once it has half of the traffic, so that rollouts end in both ways. */
const faulty = '1.2.0'

/** A folder for the histories of one test, with the files of the models. */
let on: Bench
const begin = async (): Promise<void> => {
  on = await bench(await testWorld())
}

type Open = (name: string, world: World) => Promise<Ledger>
const openFile: Open = (name, world) => openFileLedger(path.join(world.cwd, `${name}.jsonl`), world)
const openGit: Open = (name, world) =>
  openGitLedger({ repository: path.join(world.cwd, `${name}.git`), purpose: 'create' }, world)

async function prepared(name: string, open: Open): Promise<Ledger> {
  const ledger = await create(await open(name, on.world))
  await adopt(ledger, { model: 'digits', version: '1.0.0', artifact: artifactOf('1.0.0'), why: 'it serves' })
  for (const version of ['1.1.0', faulty])
    await ledger.append(version, {
      kind: 'release',
      model: 'digits',
      version,
      artifact: artifactOf(version),
      why: 'x',
      against: '1.0.0',
      serves: false,
    })
  return ledger
}

function artifactOf(version: string): Artifact {
  const { candidate, production } = on.subject
  return version === '1.0.0' && production !== undefined
    ? production.artifact
    : { ...candidate, sha256: version.replace(/\D/g, '').padEnd(64, '0') }
}

/** One target of all runs, as a cluster is: what one run tells it, all see. */
function shared(): (actor: Actor) => readonly TargetKind[] {
  let made: ReturnType<typeof computedTarget> | undefined
  return ({ clock, port }) => [
    defineTarget({
      name: 'local',
      summary: 'computed',
      settings: z.unknown(),
      example: '',
      make(_, { model: __ }) {
        made ??= computedTarget(clock, { requests: 20, errors: 0.5, above: 0.4 })
        const target = made
        return {
          describe: 'shared',
          prepare: port(target.prepare),
          apply: port(target.apply),
          weight: port(target.weight),
          restore: port(target.restore),
          traffic: {
            describe: 'shared',
            since: async () => undefined,
            close: async () => {},
            window: port(async (span, versions) => {
              const window = await target.traffic.window(span, versions)
              if (window === undefined || versions.candidate === faulty) return window
              return { ...window, candidate: { ...window.candidate, errors: 0 } }
            }),
          },
          close: async () => {},
        }
      },
    }),
  ]
}

interface History {
  readonly entries: readonly LedgerEntry[]
  /** How each run ended: an outcome, the code of an error, or `killed`. */
  readonly ends: readonly string[]
  /** Event ids of the hooks that ran, in order. */
  readonly hooks: readonly string[]
}

async function play(name: string, runs: readonly Run[], fates: readonly number[], open: Open): Promise<History> {
  await prepared(name, open)
  const targetsOf = shared()
  const hooks: string[] = []
  const ends: string[] = runs.map(() => 'killed')
  let turn = 0
  const schedule = createSchedule((count) => {
    const fate = fates[turn++] ?? 0
    return { index: fate % count, fate: fateOf(fate) }
  })
  const one = async (actor: Actor, { version }: Run): Promise<string> => {
    const world: World = {
      ...on.world,
      clock: actor.clock,
      processes: {
        ...on.world.processes,
        run: async (program, _, options) => {
          if (!/(up|down)$/.test(program)) return { code: 1, stdout: '', stderr: '' }
          return actor.port(async () => {
            hooks.push(options?.env?.['AIRWORTHY_EVENT_ID'] ?? '')
            return { code: 0, stdout: '', stderr: '' }
          })()
        },
      },
    }
    const ledger = await open(name, ledgerWorld({ ...on.world, clock: actor.clock }))
    const ported: Ledger = { ...ledger, read: actor.port(ledger.read), appendAll: actor.port(ledger.appendAll) }
    const tools = on.toolsFor({ world, ledger: ported, targets: targetsOf(actor), runId: actor.name })
    const release = { ...releaseOf(on, version), artifact: artifactOf(version) }
    const outcome = await runStage(rollout, settings, { subject: on.subject, decision: passed, release }, tools)
    return (outcome.product as RolloutResult).outcome
  }
  const started = (run: Run, actor: Actor, at: number) => ({
    actor,
    run: async () => {
      ends[at] = await one(actor, run).catch((thrown: unknown) => {
        if (thrown instanceof Killed) return 'killed'
        return thrown instanceof UserError ? thrown.code : `${thrown}`
      })
    },
  })
  await schedule.run(runs.map((run, at) => started(run, schedule.actor(`run-${at}`, run.clockOffMs), at)))
  const left = openRollout(await (await open(name, on.world)).read(), 'digits')
  turn = fates.length
  if (left !== undefined) {
    const last = { version: left.version, clockOffMs: 0 }
    await schedule.run([started(last, schedule.actor('last', 0), runs.length)])
  }
  return { entries: await (await open(name, on.world)).read(), ends, hooks }
}

const rollout = rolloutOn(targets, sources)

function fateOf(fate: number): Fate {
  if (fate === 99) return 'is killed'
  if (fate === 98) return { pausesMs: 4 * hour }
  return fate === 97 ? { pausesMs: 7 * minute } : 'goes on'
}

/** With clocks hours apart, one run may take over from another that moves traffic at that very moment, and either may notice. */
const lost = ['rollout-under-way', 'production-changed', 'rollout-lost', 'weight-not-in-force', 'killed']

/** What holds of every history, whatever became of its runs. */
function check({ entries, ends, hooks }: History): void {
  const told = JSON.stringify(ends)
  for (const end of ends) expect([...lost, 'promoted', 'rolled-back', 'already-serving'], told).toContain(end)
  expect(brokenRules(entries)).toEqual([])
  const keys = entries.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  let serving = '1.0.0'
  let open: { readonly rollout: string; readonly from: string | undefined; last: string; driver: string } | undefined
  for (const entry of entries.slice(3)) {
    if (entry.kind === 'rollout-started') {
      expect(open).toBeUndefined()
      open = { rollout: entry.rollout, from: entry.from, last: entry.key, driver: entry.driver ?? '' }
      expect(entry.from).toBe(serving)
    } else if ('rollout' in entry) {
      expect(entry).toMatchObject({ rollout: open?.rollout, follows: open?.last })
      if (open !== undefined && entry.kind === 'rollout-claimed') open.driver = entry.driver
      expect(entry.driver).toBe(open?.driver)
      if (open !== undefined) open.last = entry.key
      if (entry.kind === 'rollout-finished') open = undefined
    }
    if (entry.kind === 'assign' && entry.stage === 'production' && entry.key !== 'adopt:digits@1.0.0/production') {
      expect([open?.from, entry.against]).toEqual([serving, serving])
      serving = entry.version
    }
  }
  // Whoever went on last brought it to its end.
  expect(open, told).toBeUndefined()
  const recorded = entries.filter(({ kind }) => kind === 'hook').map(({ key }) => key)
  expect(new Set(hooks)).toEqual(new Set(recorded))
}

const offs = [0, 0, -3 * hour, 5 * hour]
const run = fc.record({
  version: fc.constantFrom('1.1.0', '1.1.0', faulty),
  clockOffMs: fc.constantFrom(...offs),
})
const runs = fc.array(run, { minLength: 2, maxLength: 3 })

let histories = 0

test('whatever becomes of several runs at once, a model has one rollout, and one story of it', async () => {
  await begin()
  const fates = fc.array(fc.nat({ max: 99 }), { minLength: 20, maxLength: 250 })
  await fc.assert(
    fc.asyncProperty(runs, fates, async (of, by) => check(await play(`any-${histories++}`, of, by, openFile))),
    { numRuns: 40 },
  )
})

test('with clocks that agree, and nobody stopped for long, each hook runs once, and nobody is overtaken', async () => {
  await begin()
  const fates = fc.array(fc.nat({ max: 96 }), { minLength: 20, maxLength: 250 })
  const versions = fc.array(fc.constantFrom('1.1.0', faulty), { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(versions, fates, async (of, by) => {
      const history = await play(
        `fair-${histories++}`,
        of.map((version) => ({ version, clockOffMs: 0 })),
        by,
        openFile,
      )
      check(history)
      expect(history.hooks.length).toBe(new Set(history.hooks).size)
      for (const end of ['rollout-lost', 'weight-not-in-force']) expect(history.ends).not.toContain(end)
      expect(history.entries.some(({ kind }) => kind === 'rollout-claimed')).toBe(false)
    }),
    { numRuns: 15 },
  )
})

test('the same in a git ledger', async () => {
  await begin()
  const of = [
    { version: '1.1.0', clockOffMs: 0 },
    { version: '1.1.0', clockOffMs: 5 * hour },
    { version: faulty, clockOffMs: 0 },
  ]
  const fates = Array.from({ length: 60 }, (_, at) => (at * 37) % 97)
  const history = await play('git', of, [...fates, 99], openGit)
  check(history)
  expect(history.ends).toContain('killed')
})
