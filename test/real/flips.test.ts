import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors/index.ts'
import { takeLock } from '../../src/core/lock.ts'
import type { RunReport } from '../../src/core/report.ts'
import type { World } from '../../src/core/world.ts'
import { verifyEvidence } from '../../src/entry/verify.ts'
import { openCache } from '../../src/pipeline/cache.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { load, type Pipeline } from '../../src/pipeline/load.ts'
import { openMeasurements } from '../../src/pipeline/measurements.ts'
import { run } from '../../src/pipeline/run.ts'
import { storeOf } from '../../src/pipeline/store.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { airworthyIn } from '../command-line.ts'
import { folderOfFile } from '../folders.ts'
import { knownTimes, testWorld } from '../world.ts'

// One flipped bit, or a file cut short, in every kind of file that a run leaves: what reads it says the same as before, or reports the
// damage. Never another verdict, and never another sample.

const digits = path.resolve('pipelines/digits')

const text = (candidate: string): string => `pipeline: digits
model: { candidate: ${digits}/${candidate}.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: ${digits}/digits-1.0.0.onnx } }
stages:
  validate: { checks: [graph] }
  benchmark: { scenarios: [{ batch: 32, threads: 1 }], budget: 60s, blocks: { min: 6, max: 8 } }
  compare: { outputs: stated, metrics: { latency.p50: { margin: 10% }, size: { margin: 1% } } }
  gate: {}
  release: {}
`

interface Left {
  readonly world: World
  readonly report: RunReport
  readonly pipeline: Pipeline
}

async function left(options: Parameters<typeof testWorld>[0], candidate: string): Promise<Left> {
  const world = await testWorld({ ...options, workerScript: knownTimes })
  writeFileSync(path.join(world.cwd, 'p.yml'), text(candidate))
  await airworthyIn(world, ['registry', 'init', 'p.yml'])
  const pipeline = await load('p.yml', world)
  return { world, pipeline, report: await run(pipeline, world) }
}

let passed: Left
let failed: Left
let inCi: Left
const folders = [folderOfFile(), folderOfFile(), folderOfFile()] as const
const runner = folderOfFile()

beforeAll(async () => {
  passed = await left({ cwd: folders[0] }, 'digits-candidate')
  failed = await left({ cwd: folders[1] }, 'digits-regression')
  const ci = { ci: true, event: 'push', env: { ...process.env, RUNNER_TEMP: runner } }
  inCi = await left({ cwd: folders[2], ...ci }, 'digits-regression')
  expect([passed, failed, inCi].map(({ report }) => report.outcome)).toEqual(['pass', 'fail', 'fail'])
}, 600_000)

/** xorshift32: the same damage each time. */
function generator(seed: number): (below: number) => number {
  let state = seed * 2654435761 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

interface Damage {
  readonly what: string
  readonly isCut: boolean
  readonly bytes: Uint8Array
}

/** Nine flips for each cut. */
function* damages(bytes: Uint8Array, count: number): Generator<Damage> {
  const random = generator(bytes.length)
  for (let at = 0; at < count; at++) {
    if (at % 10 === 9) {
      const end = random(bytes.length)
      yield { what: `cut off at ${end}`, isCut: true, bytes: bytes.subarray(0, end) }
      continue
    }
    const bit = random(8 * bytes.length)
    const flipped = Uint8Array.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
    yield { what: `bit ${bit} (${JSON.stringify(textAt(bytes, bit >> 3))})`, isCut: false, bytes: flipped }
  }
}

function textAt(bytes: Uint8Array, at: number): string {
  return new TextDecoder().decode(bytes.subarray(Math.max(0, at - 20), at + 20))
}

/** Reads a file after each damage, and puts it right again. A mistake told by its code is damage reported. */
async function damaging(
  file: string,
  count: number,
  look: (damage: Damage) => Promise<unknown>,
): Promise<{ readonly reported: Set<string> }> {
  const bytes = readFileSync(file)
  const reported = new Set<string>()
  try {
    for (const damage of damages(bytes, count)) {
      writeFileSync(file, damage.bytes)
      try {
        await look(damage)
      } catch (thrown) {
        if (!(thrown instanceof UserError)) throw thrown
        reported.add(thrown.code)
      }
    }
  } finally {
    writeFileSync(file, bytes)
  }
  return { reported }
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
  return names.filter((name) => statSync(name).isFile()).sort()
}

const homeFiles = ({ world }: Left, ...names: string[]): string[] =>
  filesIn(path.join(world.cwd, '.airworthy', ...names))

function only(files: readonly string[]): string {
  expect(files).toHaveLength(1)
  return files[0] as string
}

const measured = (at: Left): string => only(homeFiles(at, 'measurements').filter((name) => name.endsWith('.jsonl')))
const noted = (at: Left): string => only(homeFiles(at, 'measurements').filter((name) => name.endsWith('.end')))

const samplesOf = (report: RunReport): unknown => report.measurements?.speed

describe('measurements', () => {
  test('are those that were measured, or reported', async () => {
    const file = measured(failed)
    const key = path.basename(file, '.jsonl')
    const { files } = failed.world
    const read = async () => openMeasurements(await homeOf(failed.world), files, key).read()
    const before = await read()
    const { reported } = await damaging(file, 1000, async ({ what }) => {
      expect(await read(), what).toEqual(before)
    })
    expect([...reported].sort()).toEqual(['line-damaged', 'measurements-behind'])
  })

  test('that are damaged end a run that measures, with the file to delete', async () => {
    const file = measured(failed)
    await damaging(file, 9, async ({ what }) => {
      const report = await run(failed.pipeline, failed.world, { fresh: true, dryRun: true })
      expect(report.outcome, what).toBe('error')
      expect(report.stages.flatMap(({ problems }) => problems)).toEqual([
        expect.objectContaining({ code: 'line-damaged', hint: expect.stringContaining(file) }),
      ])
    })
  })

  test('that are damaged in CI count as far as they are sealed, and the report says so; those cut short are reported', async () => {
    const file = measured(inCi)
    const key = path.basename(file, '.jsonl')
    const read = async () => {
      const home = await homeOf(inCi.world)
      const values = await openMeasurements(home, inCi.world.files, key).read()
      return { values, refused: home.seals.refused.size }
    }
    const before = await read()
    expect(before.refused).toBe(0)
    const { reported } = await damaging(file, 400, async ({ what }) => {
      const { values, refused } = await read()
      expect(values, what).toEqual(before.values.slice(0, values.length))
      if (values.length < before.values.length) expect(refused, what).toBe(1)
    })
    expect([...reported]).toEqual(['measurements-behind'])
  })

  test('whose end is damaged are those that were measured, or reported', async () => {
    const file = measured(failed)
    const { files } = failed.world
    const read = async () => openMeasurements(await homeOf(failed.world), files, path.basename(file, '.jsonl')).read()
    const before = await read()
    const { reported } = await damaging(noted(failed), 400, async ({ what }) => {
      expect(await read(), what).toEqual(before)
    })
    expect([...reported]).toEqual(['measurements-behind'])
  })
})

describe('a journal', () => {
  test('goes on with the same run, or is reported', async () => {
    const { pipeline, world, report } = failed
    const file = path.join(world.cwd, '.airworthy', 'runs', report.runId, 'journal.jsonl')
    let same = 0
    const { reported } = await damaging(file, 300, async ({ what, isCut }) => {
      const again = await run(pipeline, world, { resume: report.runId })
      same++
      expect(isCut, what).toBe(true)
      expect([again.outcome, again.exitCode], what).toEqual([report.outcome, report.exitCode])
      expect(samplesOf(again), what).toEqual(samplesOf(report))
    })
    for (const code of reported) expect(['line-damaged', 'run-illegible']).toContain(code)
    expect(reported).toContain('line-damaged')
    expect(same).toBeGreaterThan(0)
  })

  test('in CI goes on with the same run, or is not sealed', async () => {
    const { pipeline, world, report } = inCi
    const file = path.join(world.cwd, '.airworthy', 'runs', report.runId, 'journal.jsonl')
    await damaging(file, 60, async ({ what }) => {
      const again = await run(pipeline, world, { resume: report.runId })
      expect([again.outcome, again.exitCode], what).toEqual([report.outcome, report.exitCode])
      expect(samplesOf(again), what).toEqual(samplesOf(report))
    })
  })
})

test('a checkpoint gives what was saved, or is reported', async () => {
  const { world } = passed
  const file = path.join(world.cwd, 'checkpoint.jsonl')
  const steps = Array.from({ length: 8 }, (_, step) => ({ step, said: `${step}`.repeat(50) }))
  for (const step of steps) await openJsonLines(world.files, file).append(step)
  const { reported } = await damaging(file, 500, async ({ isCut, what }) => {
    const read = await openJsonLines(world.files, file).read()
    expect(isCut, what).toBe(true)
    expect(read, what).toEqual(steps.slice(0, read.length))
  })
  expect([...reported]).toEqual(['line-damaged'])
})

describe('cached results', () => {
  test.each(['locally', 'in CI'])('are what was kept, or reported and made anew (%s)', async (where) => {
    const kept = where === 'locally' ? failed : inCi
    const { world } = kept
    for (const file of homeFiles(kept, 'cache')) {
      const key = path.basename(file, '.json')
      await damaging(file, 300, async ({ what }) => {
        const home = await homeOf(world)
        expect(await openCache(home, world.files, storeOf(home, world)).find(key), what).toBeUndefined()
        expect(home.damaged.size + home.seals.refused.size, what).toBe(1)
      })
    }
  })

  test('of a gate that failed never make it pass', async () => {
    const { pipeline, world, report } = failed
    for (const file of homeFiles(failed, 'cache').filter((each) => !isOfMeasuring(each, failed)))
      await damaging(file, 30, async ({ what }) => {
        const again = await run(pipeline, world, { dryRun: true })
        expect([again.outcome, again.exitCode], what).toEqual([report.outcome, report.exitCode])
        const codes = again.stages.flatMap(({ warnings }) => warnings.map(({ code }) => code))
        expect(codes, what).toContain('kept-damaged')
      })
  })
})

/** Measuring again takes long. */
function isOfMeasuring(file: string, { world }: Left): boolean {
  const { product } = (JSON.parse(readFileSync(file, 'utf8')) as { record: { product: string } }).record
  return (
    'speed' in JSON.parse(readFileSync(path.join(world.cwd, '.airworthy/store', product.slice(0, 2), product), 'utf8'))
  )
}

test('the store gives the bytes of a digest, or none', async () => {
  const { pipeline, world, report } = failed
  for (const file of homeFiles(failed, 'store')) {
    const isProduct = readFileSync(file).at(0) === '{'.charCodeAt(0)
    await damaging(file, 100, async ({ what }) => {
      const home = await homeOf(world)
      expect(await storeOf(home, world).value(path.basename(file)), what).toBeUndefined()
    })
    await damaging(file, isProduct ? 2 : 1, async ({ what }) => {
      const again = await run(pipeline, world, { dryRun: true })
      if (again.outcome === 'error') return
      expect([again.outcome, again.exitCode], what).toEqual([report.outcome, report.exitCode])
      expect(samplesOf(again), what).toEqual(samplesOf(report))
    })
  }
})

test('a ledger has the entries that were recorded, or is reported', async () => {
  const { world } = passed
  const file = path.join(world.cwd, 'ledger.jsonl')
  const read = async () => (await openFileLedger(file, world)).read()
  const before = await read()
  expect(before.length).toBeGreaterThan(2)
  const { reported } = await damaging(file, 1000, async ({ isCut, what }) => {
    const entries = await read()
    expect(entries, what).toEqual(isCut ? before.slice(0, entries.length) : before)
  })
  expect([...reported]).toEqual(['ledger-broken'])
})

test('evidence gives the verdicts that were reached, or what differs', async () => {
  const { world, report } = failed
  const file = report.files['evidence'] as string
  const rowsOf = (json: unknown) => verifyEvidence(json).rows.map(({ metric, verdict }) => [metric, verdict])
  const before = rowsOf(JSON.parse(readFileSync(file, 'utf8')))
  await damaging(file, 300, async ({ what }) => {
    const { code, out, err } = await airworthyIn(world, ['verify', file])
    if (code !== 0) return expect(out + err, what).not.toBe('')
    expect(rowsOf(JSON.parse(readFileSync(file, 'utf8'))), what).toEqual(before)
  })
})

test('a lock is taken, or held by somebody, whatever stands in it', async () => {
  const { world } = passed
  const lock = path.join(world.cwd, 'a.lock')
  writeFileSync(lock, '999999999 2020-01-01T00:00:00Z\n')
  const old = readFileSync(lock)
  for (const { bytes, what } of damages(old, 200)) {
    writeFileSync(lock, bytes)
    let now = 0
    const sleep = async (ms: number): Promise<void> => {
      now += ms
    }
    const clock = { ...world.clock, monotonicMs: () => now, sleep }
    const taken = await takeLock(lock, { ...world, clock }, { patienceMs: 0 })
    if ('lock' in taken) await taken.lock.release()
    else await world.files.locks.removeOld(lock)
    expect(await world.files.exists(lock), what).toBe(false)
  }
  const taken = await takeLock(lock, world, { patienceMs: 0 })
  const inside = only(filesIn(lock))
  await damaging(inside, 50, async () => {
    expect(await takeLock(lock, world, { patienceMs: 0 })).toHaveProperty('holder')
  })
  if ('lock' in taken) await taken.lock.release()
})

test('the key of seals fits what it sealed, or nothing', async () => {
  const file = path.join(runner, 'airworthy-key')
  const [cached = ''] = homeFiles(inCi, 'cache')
  await damaging(file, 100, async ({ what }) => {
    const { world } = await sameJob()
    const home = await homeOf(world)
    const found = await openCache(home, world.files, storeOf(home, world)).find(path.basename(cached, '.json'))
    expect([found, home.seals.refused.size], what).toEqual([undefined, 1])
  })
})

async function sameJob(): Promise<{ world: World }> {
  const env = { ...process.env, RUNNER_TEMP: runner }
  return { world: await testWorld({ cwd: folders[2], ci: true, event: 'push', env, workerScript: knownTimes }) }
}
