import { writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { environmentOf } from '../../src/core/environment.ts'
import { subjectDigestsSchema } from '../../src/core/share.ts'
import type { World } from '../../src/core/world.ts'
import { openCache, type StageRecord, stageRecord } from '../../src/pipeline/cache.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { findRun, type JournalEvent, journalEvent, newJournal, reopenJournal } from '../../src/pipeline/journal.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { type Pipeline, pipelineOf } from '../../src/pipeline/load.ts'
import { parseShard } from '../../src/pipeline/shard-file.ts'
import { storeOf } from '../../src/pipeline/store.ts'
import { arbitraryOf } from '../arbitrary.ts'
import { anyMeasurements } from '../measure/arbitrary.ts'
import { testWorld } from '../world.ts'

// What is kept in files comes back with every member it was written with, also with those of a newer version.

/** With all members that the schema names, with members it does not name, and with those alone that it asks for. */
const forms = [{ whole: true }, { whole: true, more: true }, {}]

/** The same in CI, where it is sealed. */
const everywhere = forms.flatMap((form) => [
  { ...form, ci: false },
  { ...form, ci: true },
])

const nothing = { pipeline: 'p', model: { candidate: 'c.onnx' }, stages: { validate: {} } }

async function reopened(world: World, pipeline: Pipeline, events: readonly JournalEvent[]) {
  const home = await homeOf(world)
  const journal = await newJournal(home, pipeline, { inputs: { epochs: 3, fast: true } }, world)
  for (const event of events) await journal.write(event)
  await journal.release()
  const again = await reopenJournal(home, await findRun(home, world, { runId: journal.runId }), pipeline, world)
  await again.release()
  return { journal, again }
}

describe('a journal', () => {
  test('of another run is not taken for the one that was asked for', async () => {
    const world = await testWorld()
    const pipeline = pipelineOf(nothing, world.cwd, world)
    const { journal } = await reopened(world, pipeline, [])
    const home = await homeOf(world)
    const file = path.join(journal.folder, 'journal.jsonl')
    const text = await world.files.readText(file)
    // As an earlier version kept it, without digests.
    const old = text.replace(/\{"digest":"\w+",/g, '{')
    await world.files.writeText(file, old.replace(`"runId":"${journal.runId}"`, '"runId":"../../elsewhere"'))
    await expect(findRun(home, world, { runId: journal.runId })).rejects.toMatchObject({ code: 'run-illegible' })
  })

  test.each(everywhere)('is read back whole: %o', async ({ ci, ...form }) => {
    const world = await testWorld({ ci })
    const pipeline = pipelineOf(nothing, world.cwd, world)
    const property = fc.asyncProperty(fc.array(arbitraryOf(journalEvent, form)), async (events) => {
      const { journal, again } = await reopened(world, pipeline, events)
      expect(again.started).toEqual(journal.started)
      expect(again.past).toEqual([journal.started, ...events])
    })
    await fc.assert(property, { numRuns: 20 })
  })

  test('with an entry that this version cannot read is not gone on with; one that a kill cut off is passed over', async () => {
    const world = await testWorld()
    const pipeline = pipelineOf(nothing, world.cwd, world)
    const { journal } = await reopened(world, pipeline, [])
    const file = path.join(journal.folder, 'journal.jsonl')
    const home = await homeOf(world)
    const open = () => reopenJournal(home, journal.started, pipeline, world)
    await appendFile(file, '{"event": "stage-st')
    await (await open()).release()
    await openJsonLines(world.files, file).append({ event: 'approved', by: 'Ada' })
    await expect(open()).rejects.toThrow(expect.objectContaining({ code: 'resume-unreadable' }))
  })
})

test.each(everywhere)('a cached result is found as it was kept: %o', async ({ ci, ...form }) => {
  const world = await testWorld({ ci })
  const { files } = world
  const home = await homeOf(world)
  const store = storeOf(home, world)
  const { sha256: product } = await store.putValue({ any: 'product' })
  const cache = openCache(home, files, store)
  const property = fc.asyncProperty(arbitraryOf(stageRecord, form), async (record) => {
    const kept: StageRecord = { ...record, product }
    await cache.keep('ab12', kept)
    expect(await cache.find('ab12')).toEqual(kept)
  })
  await fc.assert(property, { numRuns: 20 })
  await files.writeText(path.join(home.cache, 'ab', 'ab12.json'), '{"product":1}')
  expect(await cache.find('ab12')).toBeUndefined()
})

describe('a cached result', () => {
  async function keptOne() {
    const world = await testWorld()
    const home = await homeOf(world)
    const store = storeOf(home, world)
    const cache = openCache(home, world.files, store)
    const warning = { code: 'a', message: 'b', remedy: 'c' }
    const { sha256: product } = await store.putValue({ any: 'product' })
    const record: StageRecord = { product, verdict: 'fail', summary: 'it failed', warnings: [warning] }
    const place = (key: string) => path.join(home.cache, 'ab', `${key}.json`)
    await cache.keep('ab12', record)
    return { cache, files: world.files, home, place, record, text: await world.files.read(place('ab12')) }
  }

  test('with one flipped bit is reported, whichever it is, and counts for nothing', async () => {
    const { cache, files, home, place, record, text } = await keptOne()
    for (let bit = 0; bit < 8 * text.length; bit++) {
      const flipped = Uint8Array.from(text)
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
      writeFileSync(place('ab12'), flipped)
      home.damaged.clear()
      expect(await cache.find('ab12'), `bit ${bit}`).toBeUndefined()
      expect([...home.damaged], `bit ${bit}`).toEqual([place('ab12')])
    }
    await files.write(place('ab12'), text)
    expect(await cache.find('ab12')).toEqual(record)
  })

  test('that was cut off anywhere, moved to another key, or that somebody added to is reported', async () => {
    const { cache, files, home, place, text } = await keptOne()
    const all = new TextDecoder().decode(text)
    const others = [
      '{}',
      '',
      all.replace('"summary"', '"note":1,"summary"'),
      all.replace('{"digest"', '{"a":1,"digest"'),
    ]
    for (let end = 0; end < text.length; end += 7) others.push(all.slice(0, end))
    for (const other of others) {
      await files.writeText(place('ab12'), other)
      home.damaged.clear()
      expect(await cache.find('ab12'), other).toBeUndefined()
      expect(home.damaged.size, other).toBe(1)
    }
    home.damaged.clear()
    await files.write(place('ab34'), text)
    expect(await cache.find('ab34')).toBeUndefined()
    expect([...home.damaged]).toEqual([place('ab34')])
  })

  test('of an earlier version, which has no digest, is quietly made anew', async () => {
    const { cache, files, home, place, record } = await keptOne()
    await files.writeText(place('ab12'), JSON.stringify(record))
    expect(await cache.find('ab12')).toBeUndefined()
    expect(home.damaged.size).toBe(0)
  })
})

test.each(forms)('a shard is read as it was written: %o', async (form) => {
  const { machine } = await testWorld()
  const shards = fc.record({
    measurements: anyMeasurements(form),
    subject: arbitraryOf(subjectDigestsSchema, form),
    version: fc.string(),
  })
  const property = fc.property(shards, ({ measurements, subject, version }) => {
    const environment = { ...measurements.environments[0], ...environmentOf(machine) }
    const { gpus: _, runtimes: __, ...only } = environment
    const speed = measurements.speed.map((each) => ({ ...each, environment: environment.fingerprint }))
    const shard = {
      schema: 'airworthy.shard/1',
      version,
      pipeline: { name: 'p', sha256: 'x' },
      subject,
      shard: 'default',
      products: { measurements: { ...measurements, environments: [only], speed } },
      newer: [version],
    }
    expect(parseShard(JSON.stringify(shard), 'shard.json')).toEqual({ ...shard, file: 'shard.json' })
  })
  fc.assert(property, { numRuns: 50 })
})
