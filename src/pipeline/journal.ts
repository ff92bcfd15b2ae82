import path from 'node:path'
import { z } from 'zod'
import { portError } from '../core/errors/ports.ts'
import { problemSchema } from '../core/errors/problem.ts'
import type { Sha256 } from '../core/json.ts'
import { type Holder, type LockOptions, takeLock } from '../core/lock.ts'
import { artifactSchema } from '../core/products/artifact.ts'
import { fits, misfit, type TypeOf } from '../core/schema.ts'
import type { World } from '../core/world.ts'
import { stageRecord } from './cache.ts'
import { pipelineError } from './errors.ts'
import type { Home } from './home.ts'
import { type JsonLines, openJsonLines } from './lines.ts'
import type { Pipeline } from './load.ts'
import { inputValue } from './schema.ts'
import { unsealed } from './seals.ts'

const at = z.string()
const stage = z.string()

const runStarted = z.object({
  event: z.literal('run-started'),
  at,
  runId: z.string(),
  file: z.string(),
  name: z.string(),
  sha256: z.string(),
  inputs: z.record(z.string(), inputValue),
  /** How it takes part in a benchmark that several machines share: kept in the store, so that a resumed run does the same. */
  share: z.string().optional(),
})
export interface RunStarted extends TypeOf<typeof runStarted> {}

const stageFinished = z.object({
  event: z.literal('stage-finished'),
  at,
  stage,
  key: z.string(),
  seconds: z.number(),
  cached: z.boolean(),
  record: stageRecord,
})
export interface StageFinished extends TypeOf<typeof stageFinished> {}

/** What happened in a run, in order. Written before and after everything that takes time or has an effect. */
export const journalEvent = z.discriminatedUnion('event', [
  runStarted,
  z.object({ event: z.literal('subject'), product: z.string(), commit: z.string().optional() }),
  z.object({ event: z.literal('stage-started'), at, stage, key: z.string() }),
  stageFinished,
  z.object({ event: z.literal('stage-failed'), at, stage, problems: z.array(problemSchema) }),
  /** A file of evidence whose digest a stage may have recorded since. */
  z.object({ event: z.literal('evidence-kept'), file: z.string(), artifact: artifactSchema }),
  /** The SHA-256 of each report that is about to be written, by the name of its file in the folder of the run. */
  z.object({ event: z.literal('reports-kept'), files: z.record(z.string(), z.string()) }),
  z.object({ event: z.literal('run-finished'), at, outcome: z.string(), exitCode: z.number() }),
])
export type JournalEvent = TypeOf<typeof journalEvent>

/** One run on disk: its folder, and the journal in it. */
export interface Journal {
  readonly runId: string
  readonly folder: string
  readonly started: RunStarted
  /** What was written before this process began; empty for a new run. */
  readonly past: readonly JournalEvent[]
  write(event: JournalEvent): Promise<void>
  /** Lets other processes have the run. */
  release(): Promise<void>
}

/** The journal of a run, as its lines lie on disk. */
function journalOf({ runs, seals }: Home, runId: string, { files }: World): JsonLines {
  const file = path.join(runs, runId, journalName)
  const lines = openJsonLines(files, file, { name: `runs/${runId}/${journalName}`, seals, kind: 'journal' })
  const admitSize = async (): Promise<void> => {
    const count = (await files.size(file)) ?? 0
    if (count > longestJournal)
      throw portError('file-too-large', { path: file, what: 'a journal', count, of: 'bytes', limit: longestJournal })
  }
  return {
    ...lines,
    first: () => admitSize().then(lines.first),
    read: () => admitSize().then(lines.read),
  }
}

/** Bytes of a journal: it takes hundreds for each stage, and all of it is read to find a run. */
const longestJournal = 2 ** 26

const journalName = 'journal.jsonl'

/** Starts the journal of a new run. What Airworthy keeps is never committed by accident: the folder ignores itself. */
export async function newJournal(
  home: Home,
  pipeline: Pipeline,
  { inputs, share }: Pick<RunStarted, 'inputs' | 'share'>,
  world: World,
): Promise<Journal> {
  const at = world.clock.now()
  const runId = `${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${world.randomId()}`
  const started: RunStarted = {
    event: 'run-started',
    at,
    runId,
    file: pipeline.file,
    name: pipeline.name,
    sha256: pipeline.sha256,
    inputs,
    ...(share === undefined ? {} : { share }),
  }
  const ignore = path.join(home.folder, '.gitignore')
  if (!(await world.files.exists(ignore))) await world.files.writeText(ignore, '*\n')
  const journal = await open(home, started, { past: async () => [] }, world)
  await journal.write(started)
  return journal
}

/**
 * Opens the journal of an earlier run to go on with it. Throws `resume-changed` when the pipeline is another one now,
 * `resume-unreadable` when the journal holds what this version does not write, `run-busy` when the run is under way.
 */
export async function reopenJournal(
  home: Home,
  started: RunStarted,
  pipeline: Pipeline,
  world: World,
  options: OpenOptions = {},
): Promise<Journal> {
  if (started.sha256 !== pipeline.sha256)
    throw pipelineError('resume-changed', { run: started.runId, file: pipeline.file })
  const lines = journalOf(home, started.runId, world)
  const past = async (): Promise<readonly JournalEvent[]> => eventsOf(started.runId, await lines.read())
  return open(home, started, { ...options, past }, world)
}

/**
 * What the journal in a folder says of a report there: the run, and the digests of its file, the latest last. Undefined where there is no
 * journal of a run. Nothing rests on a report, so that no seal is asked for.
 * @throws `line-damaged`
 */
export async function keptReport(
  folder: string,
  report: string,
  { files }: World,
): Promise<{ readonly runId: string; readonly digests: readonly Sha256[] } | undefined> {
  const file = path.join(folder, journalName)
  const events = await openJsonLines(files, file, { name: file, seals: unsealed, kind: 'journal' }).read()
  const [first] = events
  if (!fits(runStarted, first)) return undefined
  const kept = events.flatMap((event) => (fits(journalEvent, event) && event.event === 'reports-kept' ? [event] : []))
  return { runId: first.runId, digests: kept.flatMap(({ files }) => files[report] ?? []) }
}

/** An event that is not understood may be one that forbids to go on. */
function eventsOf(run: string, values: readonly unknown[]): readonly JournalEvent[] {
  return values.map((value) => {
    const reason = misfit(journalEvent, value)
    if (reason !== undefined) throw pipelineError('resume-unreadable', { run, reason })
    return value as JournalEvent
  })
}

/**
 * The run to resume: the one with this id, or the latest one of this pipeline file (of any pipeline where none is named).
 * Throws `run-missing`, `run-illegible`, `resume-nothing`, and `resume-untrusted` where a run starts with an empty home.
 */
export async function findRun(
  home: Home,
  world: World,
  wanted: { readonly runId?: string | undefined; readonly file?: string | undefined },
): Promise<RunStarted> {
  if (world.home.kind === 'isolated') throw pipelineError('resume-untrusted', { why: world.trust.why })
  const names =
    wanted.runId === undefined ? [...(await world.files.list(home.runs))].reverse() : [path.basename(wanted.runId)]
  for (const name of names) {
    const first = await journalOf(home, name, world).first()
    if (fits(runStarted, first) && first.runId === name && (wanted.file === undefined || first.file === wanted.file))
      return first
  }
  const { runId: run } = wanted
  const refused = home.seals.refused.size
  if (run === undefined || refused > 0) throw pipelineError('resume-nothing', { home: home.folder, refused })
  const all = await world.files.list(home.runs)
  const folder = path.join(home.runs, path.basename(run))
  if (all.includes(path.basename(run))) throw pipelineError('run-illegible', { run, folder })
  throw pipelineError('run-missing', { run, home: home.folder, latest: all.at(-1) })
}

interface OpenOptions {
  readonly signal?: AbortSignal | undefined
  /** Told where it takes some seconds to see whether the process that has the run still lives. */
  readonly onWait?: LockOptions['onWait']
}

async function open(
  home: Home,
  started: RunStarted,
  { past, ...options }: OpenOptions & { readonly past: () => Promise<readonly JournalEvent[]> },
  world: World,
): Promise<Journal> {
  const folder = path.join(home.runs, started.runId)
  const lock = path.join(folder, 'lock')
  const busy = (holder: Holder | undefined): Error => pipelineError('run-busy', { run: started.runId, lock, holder })
  const taken = await takeLock(lock, world, { patienceMs: 0, ...options })
  if ('holder' in taken) throw busy(taken.holder)
  try {
    const lines = journalOf(home, started.runId, world)
    return {
      runId: started.runId,
      folder,
      started,
      // Read once nobody else writes to it.
      past: await past(),
      async write(event) {
        if (!(await taken.lock.isOurs())) throw busy(undefined)
        await lines.append(event)
      },
      release: () => taken.lock.release(),
    }
  } catch (thrown) {
    await taken.lock.release()
    throw thrown
  }
}
