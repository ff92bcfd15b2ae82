import { createHash } from 'node:crypto'
import { z } from 'zod'
import { UserError } from '../../../src/core/errors/index.ts'
import type { Ledger } from '../../../src/core/ledger.ts'
import type { Artifact, Decision, Products, Release, RolloutResult, Subject } from '../../../src/core/products/index.ts'
import type { StageKind, StageTools, ToolName } from '../../../src/core/stage.ts'
import { defineTarget, type TargetKind } from '../../../src/core/target.ts'
import type { World } from '../../../src/core/world.ts'
import { openJsonLines } from '../../../src/pipeline/lines.ts'
import { adopt, baselineOf } from '../../../src/registry/index.ts'
import { openFileLedger } from '../../../src/registry/ledger/file/ledger.ts'
import { sources } from '../../../src/sources/index.ts'
import { release } from '../../../src/stages/release.ts'
import { rolloutOn } from '../../../src/stages/rollout/index.ts'
import { createRandom, type Random } from '../../../src/stats/random.ts'
import { classifier } from '../../../test/measure/models.ts'
import { openRollouts, violations } from '../invariants.ts'
import { createDisk, type Disk, filesOn } from './disk.ts'
import { createGate, drawFaults, type Fault, type FaultKind, type Gate } from './faults.ts'
import { type Actor, createScheduler, type Scheduler } from './scheduler.ts'
import { type Service, serviceOn } from './service.ts'
import { processWorld } from './world.ts'

/** Releases and rollouts of several processes on one ledger file, with faults at any call of a port. */
export interface Simulated {
  readonly broken: readonly string[]
  readonly happened: ReadonlyMap<FaultKind, number>
  readonly entries: number
}

interface Run {
  readonly id: string
  readonly candidate: Artifact
  /** What it was about when it began: a resumed run keeps it. */
  subject: Subject | undefined
  ended: RolloutResult | string | undefined
}

/** What all processes of a history share. */
interface Place {
  readonly disk: Disk
  readonly scheduler: Scheduler
  readonly random: Random
  readonly service: Service
  readonly compared: Map<string, string>
  readonly happened: Map<FaultKind, number>
  readonly actors: Map<number, Actor>
  readonly broken: string[]
  /** Counts processes and ids, from 1 in each history: a seed alone makes one again. */
  next(): number
}

const ledgerFile = '/ledger.jsonl'
const models: readonly Uint8Array[] = [1, 2, 3, 4, 5].map((seed) => classifier({ seed, features: 4 }))
const artifacts: readonly Artifact[] = models.map((bytes, at) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  name: `model-${at}.onnx`,
}))
/** Turns of a history: some thousands are usual. */
const mostTurns = 3_000_000

export async function simulate(seed: number): Promise<Simulated> {
  const random = createRandom(seed, 18)
  const disk = createDisk()
  for (const [at, { sha256 }] of artifacts.entries()) disk.files.set(`/store/${sha256}`, models[at] as Uint8Array)
  const scheduler = createScheduler(random)
  const service = serviceOn(scheduler, { failing: random.below(3) === 0 })
  const place: Place = {
    disk,
    scheduler,
    random,
    service,
    compared: new Map(),
    happened: new Map(),
    actors: new Map(),
    broken: [],
    next: counter(),
  }
  await calmly(place, async (world) => {
    const ledger = await openFileLedger(ledgerFile, world)
    await ledger.append('created', { kind: 'created' })
    await adopt(ledger, { model: 'digits', version: '1.0.0', artifact: artifacts[0] as Artifact, why: 'it serves' })
  })
  const runs = Array.from({ length: 2 + random.below(3) }, (_, at) => newRun(`run-${at + 1}`, 1 + random.below(3)))
  for (const run of runs) begin(run, place, drawFaults(random))
  if (!(await scheduler.run(place.actors, mostTurns))) place.broken.push('the runs do not come to an end')
  // As people do with a run that was killed, or ended with an error.
  for (const run of runs.filter(({ ended }) => typeof ended !== 'object'))
    await calmly(place, (world) => live(run, world, place))
  const last = newRun('last', 4)
  await calmly(place, (world) => live(last, world, place))
  if (typeof last.ended !== 'object') place.broken.push(`a last run ended with ${last.ended}`)
  const entries = await entriesOf(place)
  place.broken.push(...violations(entries, { with: place.compared }))
  for (const open of openRollouts(entries)) place.broken.push(`the rollout ${open} is still open`)
  for (const run of [...runs, last]) place.broken.push(...misreported(run, entries))
  for (const entry of entries)
    if (entry.kind === 'hook' && !service.hooks.has(entry.key)) place.broken.push(`the hook ${entry.key} never ran`)
  return { broken: place.broken, happened: place.happened, entries: entries.length }
}

function newRun(id: string, model: number): Run {
  return { id, candidate: artifacts[model] as Artifact, subject: undefined, ended: undefined }
}

function counter(): () => number {
  let last = 0
  return () => ++last
}

function begin(run: Run, place: Place, faults: readonly Fault[]): void {
  const { scheduler, random, actors, happened, next } = place
  const namespace = `namespace ${random.below(2)}`
  const actor: Actor = { name: run.id, pid: next(), namespace, skewMs: 0, alive: true, stoppedUntil: 0, calls: 0 }
  actors.set(actor.pid, actor)
  const gate = createGate(actor, scheduler, faults, {
    random,
    happened: (kind) => void happened.set(kind, (happened.get(kind) ?? 0) + 1),
  })
  const world = worldOf(actor, gate, place)
  void live(run, world, place).finally(() => {
    actor.alive = false
  })
}

function worldOf(actor: Actor, gate: Gate, { scheduler, disk, actors, next, service }: Place): World {
  const files = filesOn(disk, scheduler.now, gate.tear)
  return processWorld(actor, gate, { scheduler, files, actors, next, hook: service.hook })
}

/** Nothing happens to this one, and it is alone. */
async function calmly(place: Place, work: (world: World) => Promise<void>): Promise<void> {
  const { scheduler, random, actors, next } = place
  const actor: Actor = {
    name: 'calm',
    pid: next(),
    namespace: 'namespace 0',
    skewMs: 0,
    alive: true,
    stoppedUntil: 0,
    calls: 0,
  }
  actors.set(actor.pid, actor)
  const gate = createGate(actor, scheduler, [], { random, happened: () => {} })
  const world = worldOf(actor, gate, place)
  const done = work(world).finally(() => {
    actor.alive = false
  })
  if (!(await scheduler.run(actors, mostTurns))) throw new Error('a calm process does not come to an end')
  await done
}

/** A run from where it is: what serves is compared with the candidate, which is released and rolled out. */
async function live(run: Run, world: World, place: Place): Promise<void> {
  try {
    const ledger = await openFileLedger(ledgerFile, world)
    run.subject ??= await subjectOf(run, ledger, world, place)
    const subject = run.subject
    const tools = toolsOf(run, ledger, world, place)
    const of = { subject, decision: passed }
    const released = (await stage(release, {}, of, { ...tools, stage: 'release' })) as Release
    const given = { ...of, release: released }
    run.ended = (await stage(rollout, settings, given, { ...tools, stage: 'rollout' })) as RolloutResult
  } catch (thrown) {
    if (thrown instanceof UserError) run.ended = thrown.code
    else place.broken.push(`${run.id} ended with ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
  }
}

async function subjectOf(run: Run, ledger: Ledger, world: World, { random, compared }: Place): Promise<Subject> {
  const serving = baselineOf(await ledger.read(), 'digits')
  const production = serving && { version: serving.version, artifact: serving.artifact }
  compared.set(run.id, serving?.version ?? '')
  await world.clock.sleep(random.below(2) === 0 ? 0 : random.below(60_000))
  return { model: 'digits', candidate: run.candidate, ...(production === undefined ? {} : { production }), data: {} }
}

const passed: Decision = { verdict: 'pass', reasons: [], sentence: 'it passed' }

const settings = {
  target: { local: {} },
  steps: ['50%', '100%'],
  bake: '10s',
  hold: 1,
  analysis: [{ metric: 'error-rate', margin: '5pp' }],
  'on-promoted': [{ run: ['tell'] }],
  'on-rollback': [{ run: ['tell'] }],
}

function targetsOf({ service }: Place): readonly TargetKind[] {
  return [
    defineTarget({
      name: 'local',
      summary: 'simulated',
      settings: z.unknown(),
      example: '',
      make: (_, { world }) => service.target(world),
    }),
  ]
}

const rollout: StageKind = rolloutOn(
  [
    defineTarget({
      name: 'local',
      summary: '',
      settings: z.unknown(),
      example: '',
      make: () => Promise.reject() as never,
    }),
  ],
  sources,
)

async function stage(
  kind: StageKind,
  raw: unknown,
  given: Partial<Products> & { subject: Subject },
  tools: StageTools<ToolName>,
): Promise<unknown> {
  return (await kind.make(raw, { folder: tools.folder }).run(given, tools)).product
}

function toolsOf(run: Run, ledger: Ledger, world: World, place: Place): StageTools<ToolName> {
  const none = (): never => {
    throw new Error('a simulated run has no such tool')
  }
  return {
    world,
    store: { putFile: none, putBytes: none, path: async ({ sha256 }) => `/store/${sha256}` },
    checkpoint: openJsonLines(world.files, `/runs/${run.id}/checkpoint.jsonl`),
    signal: new AbortController().signal,
    runId: run.id,
    stage: 'rollout',
    folder: '/work',
    scratch: '/scratch',
    questions: [],
    extensions: 0,
    attempts: 0,
    after: ['rollout'],
    shard: undefined,
    override: undefined,
    evidence: async () => 'e'.repeat(64),
    measurements: none,
    targets: targetsOf(place),
    sources,
    ledger,
    progress: () => {},
  }
}

async function entriesOf(place: Place) {
  let read: Awaited<ReturnType<Ledger['read']>> = []
  await calmly(place, async (world) => {
    read = await (await openFileLedger(ledgerFile, world)).read()
  })
  return read
}

/** A run that says that it promoted is held against the ledger. */
function misreported({ id, ended }: Run, entries: Awaited<ReturnType<Ledger['read']>>): readonly string[] {
  if (typeof ended !== 'object' || ended.outcome === 'already-serving') return []
  const finished = entries.find((entry) => entry.kind === 'rollout-finished' && entry.rollout === ended.id)
  if (finished?.kind === 'rollout-finished' && finished.outcome === ended.outcome) return []
  return [`${id} says ${ended.outcome}, and the ledger ${finished === undefined ? 'nothing' : 'another end'}`]
}
