import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeLock } from '../../src/core/lock.ts'
import type { World } from '../../src/core/world.ts'
import { load } from '../../src/pipeline/load.ts'
import { type RunEvent, type RunOptions, run } from '../../src/pipeline/run.ts'
import { worldOfKnownTimes } from '../world.ts'

// Two at once: of one run, and of one set of measurements.

const digits = path.resolve('pipelines/digits')

const text = (batch: number, timeout = '10m'): string => `pipeline: p
model: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  benchmark: { scenarios: [{ batch: ${batch}, threads: 1 }], budget: 60s, blocks: { min: 6, max: 12 }, timeout: ${timeout} }
  compare: { outputs: stated, metrics: { latency.p50: { margin: 10% } } }
  gate: {}
`

async function prepared(): Promise<World> {
  const world = await worldOfKnownTimes()
  await world.files.writeText(path.join(world.cwd, 'p.yml'), text(32))
  await world.files.writeText(path.join(world.cwd, 'other.yml'), text(8))
  await world.files.writeText(path.join(world.cwd, 'hasty.yml'), text(8, '3s'))
  return world
}

async function started(world: World, file: string, options: RunOptions = {}) {
  const events: RunEvent[] = []
  const listener = (event: RunEvent): void => void events.push(event)
  const report = await run(await load(file, world), world, { fresh: true, listener, ...options })
  return { report, waited: events.flatMap((each) => (each.event === 'waiting' ? [each] : [])) }
}

const measurements = (world: World): string => path.join(world.cwd, '.airworthy', 'measurements')

/** The blocks of all experiments that were measured, and the looks at them, in the order of the files. */
function kept(world: World): readonly string[] {
  const names = readdirSync(measurements(world)).filter((name) => name.endsWith('.jsonl'))
  return names.map((name) =>
    readFileSync(path.join(measurements(world), name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => ('block' in JSON.parse(line) ? 'block' : 'look'))
      .join(' '),
  )
}

describe('two runs that measure the same', () => {
  test('come one after the other: the second says so, and uses what the first measured', async () => {
    const alone = await prepared()
    await started(alone, 'p.yml')
    const world = await prepared()
    const both = await Promise.all([started(world, 'p.yml'), started(world, 'p.yml')])
    expect(both.map(({ report }) => report.outcome)).toEqual(['pass', 'pass'])
    expect(kept(world)).toEqual(kept(alone))
    const [first, second] = both.toSorted((a, b) => a.waited.length - b.waited.length)
    expect(first?.waited).toEqual([])
    expect(second?.waited).toEqual([
      {
        event: 'waiting',
        stage: 'benchmark',
        message: expect.stringMatching(`^for run ${first?.report.runId} \\(process ${process.pid} .*measures on this`),
      },
    ])
    expect(second?.report.measurements?.speed).toEqual(first?.report.measurements?.speed)
  })

  test('on machines of one kind with one home come one after the other, too', async () => {
    const alone = await prepared()
    await started(alone, 'p.yml')
    const world = await prepared()
    const elsewhere = (machine: string): World => ({
      ...world,
      processes: { ...world.processes, identity: () => ({ ...world.processes.identity(), machine }) },
    })
    const both = await Promise.all(['1'.repeat(16), '2'.repeat(16)].map((each) => started(elsewhere(each), 'p.yml')))
    expect(both.flatMap(({ waited }) => waited.map(({ message }) => message))).toEqual([
      expect.stringContaining('which measures the same'),
    ])
    expect(kept(world)).toEqual(kept(alone))
  })
})

describe('two runs that measure on one machine', () => {
  test('come one after the other, so that neither disturbs the times of the other', async () => {
    const world = await prepared()
    const both = await Promise.all([started(world, 'p.yml'), started(world, 'other.yml')])
    expect(both.map(({ report }) => report.outcome)).toEqual(['pass', 'pass'])
    expect(both.flatMap(({ waited }) => waited)).toHaveLength(1)
  })

  test('wait no longer than their timeout, and no longer than they are wanted', async () => {
    const world = await prepared()
    const { machine } = world.processes.identity()
    const taken = await takeLock(path.join(measurements(world), `machine-${machine}.lock`), world, { patienceMs: 0 })
    const late = await started(world, 'hasty.yml')
    expect(late.report.stages[0]?.problems[0]?.code).toBe('stage-timeout')
    expect(late.waited).toHaveLength(1)
    const cancelled = await started(world, 'other.yml', { signal: AbortSignal.timeout(1000) })
    expect(cancelled.report.outcome).toBe('cancelled')
    if ('lock' in taken) await taken.lock.release()
    expect(readdirSync(measurements(world))).toEqual([])
  })

  test('go on when the first is taken over, and what stood still adds no more', async () => {
    const world = await prepared()
    const { locks } = world.files
    const machine = path.join(measurements(world), `machine-${world.processes.identity().machine}.lock`)
    let stolen = false
    const appendLine = async (file: string, line: string): Promise<void> => {
      await world.files.appendLine(file, line)
      const seen = file.startsWith(measurements(world)) && !stolen ? await locks.look(machine) : undefined
      if (seen !== undefined && 'name' in seen) stolen = await locks.takeOver(machine, seen.name, 'another')
    }
    const { report } = await started({ ...world, files: { ...world.files, appendLine } }, 'p.yml')
    expect(report.stages[0]?.problems[0]?.code).toBe('measuring-lost')
    expect(kept(world)).toEqual(['block'])
  })
})

describe('one run', () => {
  test('is gone on with by one process at a time: the second is told which one', async () => {
    const world = await prepared()
    const first = await started(world, 'p.yml', { signal: AbortSignal.abort() })
    const both = await Promise.allSettled([1, 2].map(() => started(world, 'p.yml', { resume: true })))
    const failed = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(failed).toEqual([
      expect.objectContaining({
        code: 'run-busy',
        message: expect.stringMatching(`${first.report.runId} is under way in process ${process.pid} on host `),
      }),
    ])
    expect(both.some((each) => each.status === 'fulfilled' && each.value.report.outcome === 'pass')).toBe(true)
  })

  test('that another took over is written to no more by the one that stood still', async () => {
    const world = await prepared()
    const runs = path.join(world.cwd, '.airworthy', 'runs')
    const listener = async (event: RunEvent): Promise<void> => {
      if (event.event !== 'stage-started' || event.stage !== 'compare') return
      const lock = path.join(runs, readdirSync(runs)[0] as string, 'lock')
      const seen = await world.files.locks.look(lock)
      if (seen !== undefined && 'name' in seen) await world.files.locks.takeOver(lock, seen.name, 'another')
    }
    const { report } = await started(world, 'p.yml', { listener: (event) => void listener(event) })
    expect(report.outcome).toBe('error')
    expect(report.stages.flatMap(({ problems }) => problems.map(({ code }) => code))).toContain('run-busy')
  })
})
