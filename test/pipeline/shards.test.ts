import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { environmentOf } from '../../src/core/environment.ts'
import { UserError } from '../../src/core/errors/index.ts'
import type { Environment } from '../../src/core/products/index.ts'
import type { RunReport } from '../../src/core/report.ts'
import { defineStage } from '../../src/core/stage.ts'
import type { World } from '../../src/core/world.ts'
import { load, type Pipeline, pipelineOf } from '../../src/pipeline/load.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import { parseShard, readShards } from '../../src/pipeline/shard-file.ts'
import { verifyEvidence } from '../../src/verdicts/evidence/index.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { measurements } from '../verdicts/measurements.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'

const openWorld = sharingWorkers(worldOfKnownTimes)

const digits = path.resolve('pipelines/digits')
const places = ['default', 'arm'] as const

/** Two shards. Without a question about speed they are measured in a second. */
const text = ({ candidate = 'candidate', extra = '' } = {}): string => `pipeline: digits
model: { candidate: ${digits}/digits-${candidate}.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: ${digits}/digits-1.0.0.onnx } }
data:
  eval: { from: ${digits}/test.npz, inputs: { image: images }, label: labels }
stages:
  validate: { checks: [graph, interface] }
  benchmark: { scenarios: [{ batch: 32 }, { batch: 8, runner: arm }], blocks: { min: 4, max: 4 }, data: eval }
  compare:
    alpha: 0.2
    metrics: { accuracy: { margin: 0.5pp }, size: { margin: 5% }${extra} }
  gate: {}
  release: {}
`

async function at(source: string): Promise<{ readonly world: World; readonly pipeline: Pipeline }> {
  const world = await openWorld()
  await writeFile(path.join(world.cwd, 'p.yml'), source)
  const pipeline = await load('p.yml', world)
  await createRegistry(pipeline, world)
  return { world, pipeline }
}

/** The shard as another machine writes it: in a world of its own. */
async function shardOf(shard: string, source: string, options: RunOptions = {}): Promise<string> {
  const { world, pipeline } = await at(source)
  const report = await run(pipeline, world, { shard, ...options })
  expect([report.outcome, report.exitCode], report.sentence).toEqual(['measured', 0])
  return world.files.readText(report.files['shard'] ?? '')
}

let quick: Promise<readonly string[]> | undefined

/** Both shards of `text()`, measured once for all tests. */
function quickShards(): Promise<readonly string[]> {
  quick ??= Promise.all(places.map((shard) => shardOf(shard, text())))
  return quick
}

/** Puts shards where actions/download-artifact leaves them. */
async function downloaded(world: World, shards: readonly string[]): Promise<string> {
  const folder = path.join(world.cwd, 'shards')
  for (const [number, shard] of shards.entries())
    await world.files.writeText(path.join(folder, `shard-${number}`, 'shard.json'), shard)
  return folder
}

async function merged(shards: readonly string[], source = text(), options: RunOptions = {}): Promise<RunReport> {
  const { world, pipeline } = await at(source)
  const merge = await readShards([await downloaded(world, shards)], world)
  return run(pipeline, world, { merge, ...options })
}

/** The code that merging is refused with. */
async function refusal(shards: readonly string[], source = text()): Promise<string | undefined> {
  const report = await merged(shards, source).catch((thrown: unknown) => thrown)
  if (report instanceof UserError) return report.code
  return (report as RunReport).stages.flatMap(({ problems }) => problems.map(({ code }) => code))[0]
}

function changed(shard: string, change: (value: ReturnType<typeof parseShard>) => unknown): string {
  const value = structuredClone(parseShard(shard, 'shard.json')) as ReturnType<typeof parseShard>
  return JSON.stringify(change(value) ?? value)
}

function asVersion(shard: string, version: string): string {
  return changed(shard, (value) => ({ ...value, version }))
}

function withMeasurements(shard: string, members: object): string {
  return changed(shard, (value) => ({
    ...value,
    products: { measurements: { ...value.products.measurements, ...members } },
  }))
}

/** The shard as if another machine had measured it. */
function elsewhere(shard: string): string {
  const { environments, speed } = parseShard(shard, '').products.measurements
  const { gpus: _, runtimes = [], fingerprint: __, ...machine } = environments[0] as Environment
  const environment = environmentOf({ ...machine, cpu: 'Neoverse-N2' }, { runtimes })
  return withMeasurements(shard, {
    environments: [environment],
    speed: speed.map((each) => ({ ...each, environment: environment.fingerprint })),
  })
}

describe('a shard', () => {
  test('ends with the benchmark, says why, and touches nothing outside', async () => {
    const { world, pipeline } = await at(text())
    const report = await run(pipeline, world, { shard: 'arm' })
    expect(report.stages.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'validate: pass',
      'benchmark: done',
      'compare: skipped',
      'gate: skipped',
      'release: skipped',
    ])
    expect(report.stages.at(-1)?.summary).toBe('a shard ends with benchmark; airworthy merge continues')
    expect(report.sentence).toContain('Measured shard arm, one of 2: cpu/b8/t1/runner=arm.')
    expect(report.comparison).toBeUndefined()
    const ledger = await world.files.readText(path.join(world.cwd, 'ledger.jsonl'))
    expect(ledger.trim().split('\n')).toEqual([expect.stringContaining('"kind":"created"')])
  })

  test('leaves out what acts outside, also before the benchmark', async () => {
    const world = await testWorld()
    const announce = defineStage({
      name: 'announce',
      summary: 'Acts on the world outside.',
      effects: 'remote',
      needs: ['subject'],
      gives: 'decision',
      settings: z.strictObject({}),
      example: '{}',
      run: () => Promise.reject(new Error('it acted')),
    })
    const [production, candidate] = ['1.0.0', 'candidate'].map((name) => `${digits}/digits-${name}.onnx`)
    const stages = { announce: {}, benchmark: {}, compare: { metrics: { size: {} } } }
    const value = { pipeline: 'p', model: { candidate, production }, stages }
    const pipeline = pipelineOf(value, world.cwd, world, { kinds: [announce] })
    const report = await run(pipeline, world, { shard: 'default' })
    expect(report.stages[0]).toMatchObject({ status: 'skipped', summary: 'a shard touches nothing outside' })
    expect([report.outcome, report.stages[1]?.status]).toEqual(['measured', 'done'])
  })

  test('measures quality in the first alone', async () => {
    const [first, second] = (await quickShards()).map((shard) => parseShard(shard, '').products.measurements)
    expect(first?.quality?.examples).toBe(2000)
    expect(second?.quality).toBeUndefined()
  })

  test('of another name is refused with the nearest', async () => {
    const { world, pipeline } = await at(text())
    await expect(run(pipeline, world, { shard: 'amr' })).rejects.toMatchObject({
      code: 'shard-unknown',
      hint: expect.stringMatching(/default, arm.*Did you mean arm\?/),
    })
  })

  test('that does not get as far as measuring is none', async () => {
    const { world, pipeline } = await at(text().replace('validate: {', 'validate: { limits: { size: 1kB },'))
    const report = await run(pipeline, world, { shard: 'arm' })
    expect([report.outcome, report.exitCode, report.files['shard']]).toEqual(['fail', 1, undefined])
  })

  test('that was cancelled is resumed as the shard it was', async () => {
    const { world, pipeline } = await at(text())
    const controller = new AbortController()
    const listener: RunOptions['listener'] = ({ event }) => event === 'progress' && controller.abort()
    const cancelled = await run(pipeline, world, { shard: 'arm', signal: controller.signal, listener })
    expect(cancelled.outcome).toBe('cancelled')
    const resumed = await run(pipeline, world, { resume: true })
    expect([resumed.outcome, resumed.runId]).toEqual(['measured', cancelled.runId])
    expect(resumed.files['shard']).toBeDefined()
  })
})

describe('shards that are merged', () => {
  test('give what an undivided run gives, scenario by scenario, and evidence that verifies', async () => {
    const source = text({ extra: ', latency.p50: { margin: 3% }' })
    const shards: string[] = []
    for (const place of places) shards.push(await shardOf(place, source))
    const report = await merged(shards.toReversed(), source)
    const { world, pipeline } = await at(source)
    const whole = await run(pipeline, world)
    const kinds = ({ comparison }: RunReport): unknown =>
      comparison?.rows.map(({ metric, scenario, verdict }) => [metric, scenario, verdict])
    expect(kinds(report)).toEqual(kinds(whole))
    expect(report.comparison?.rows.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass'])
    expect([report.outcome, report.exitCode, report.release?.version]).toEqual(['pass', 0, whole.release?.version])
    expect(report.measurements?.contenders).toEqual(whole.measurements?.contenders)
    const warned = whole.stages.flatMap(({ warnings }) => warnings.map(({ code }) => code))
    expect(warned).toContain('runner-ignored')
    expect(report.stages.flatMap(({ warnings }) => warnings.map(({ code }) => code))).not.toContain('runner-ignored')
    // The same shards, the second as another machine would have measured it: every scenario keeps its own.
    const mixed = await merged([shards[0] ?? '', elsewhere(shards[1] ?? '')], source)
    const { environments = [], speed = [] } = mixed.measurements ?? {}
    expect(environments.map(({ cpu }) => cpu)).toEqual([world.machine.cpu, 'Neoverse-N2'])
    expect(speed.map(({ environment }) => environment)).toEqual(environments.map(({ fingerprint }) => fingerprint))
    const evidence = JSON.parse(await world.files.readText(mixed.files['evidence'] ?? '')) as unknown
    expect(verifyEvidence(evidence)).toMatchObject({ same: true, differences: [] })
  })

  test('evidence of them verifies, until a sample of one is touched', async () => {
    const { world, pipeline } = await at(text())
    const merge = await readShards([await downloaded(world, await quickShards())], world)
    const report = await run(pipeline, world, { merge })
    const evidence = JSON.parse(await world.files.readText(report.files['evidence'] ?? '')) as {
      measurements: { counts: Record<string, Record<string, number>> }
    }
    expect(verifyEvidence(evidence)).toMatchObject({ same: true, differences: [] })
    evidence.measurements.counts['candidate'] = { size: 1 }
    expect(verifyEvidence(evidence).same).toBe(false)
  })

  test('a dry run of them stops before the release', async () => {
    const report = await merged(await quickShards(), text(), { dryRun: true })
    expect([report.outcome, report.stages.at(-1)?.status, report.release]).toEqual(['pass', 'skipped', undefined])
  })

  test('an interrupted merge is resumed with what was merged, and measures nothing', async () => {
    const { world, pipeline } = await at(text())
    const merge = await readShards([await downloaded(world, await quickShards())], world)
    const controller = new AbortController()
    const listener: RunOptions['listener'] = (event) =>
      event.event === 'stage-started' && event.stage === 'benchmark' && controller.abort()
    const cancelled = await run(pipeline, world, { merge, signal: controller.signal, listener })
    await world.files.remove(path.join(world.cwd, 'shards'))
    const resumed = await run(pipeline, world, { resume: true })
    expect([resumed.outcome, resumed.runId]).toEqual(['pass', cancelled.runId])
    expect(resumed.stages.find(({ name }) => name === 'benchmark')?.summary).toMatch(/^merged 2 shards/)
  })
})

describe('merging is refused', () => {
  test('when a shard is missing, doubled, or of no plan', async () => {
    const [first = '', second = ''] = await quickShards()
    expect(await refusal([first])).toBe('shard-missing')
    expect(await refusal([first, second, first])).toBe('shard-duplicate')
    expect(await refusal([first, changed(second, (value) => ({ ...value, shard: 'gpu' }))])).toBe('shard-unknown')
  })

  test('when it was measured by another pipeline, of other models or data, or by another version', async () => {
    const shards = await quickShards()
    expect(await refusal(shards, text().replace('0.5pp', '5pp'))).toBe('shard-pipeline-differs')
    expect(await refusal(shards.map((shard) => asVersion(shard, '0.0.9')))).toBe('shard-version-differs')
    for (const part of ['candidate', 'production'] as const) {
      const other = changed(shards[1] ?? '', (value) => ({
        ...value,
        subject: { ...value.subject, [part]: 'f'.repeat(64) },
      }))
      expect(await refusal([shards[0] ?? '', other]), part).toBe('shard-subject-differs')
    }
    const data = changed(shards[1] ?? '', (value) => ({ ...value, subject: { ...value.subject, data: {} } }))
    expect(await refusal([shards[0] ?? '', data])).toBe('shard-subject-differs')
  })

  test('when contenders, scenarios or the seed are not those of the plan', async () => {
    const [first = '', second = ''] = await quickShards()
    const { contenders, speed } = parseShard(second, '').products.measurements
    const others = contenders.map((each) => ({ ...each, model: { ...each.model, sha256: 'f'.repeat(64) } }))
    expect(await refusal([first, withMeasurements(second, { contenders: others })])).toBe('shard-subject-differs')
    expect(await refusal([first, withMeasurements(second, { chosen: 'production' })])).toBe('shard-subject-differs')
    expect(await refusal([first, withMeasurements(second, { seed: 2 })])).toBe('shard-wrong')
    expect(speed).toEqual([])
    const [one] = measurements().speed
    const environment = parseShard(second, '').products.measurements.environments[0]?.fingerprint
    expect(await refusal([first, withMeasurements(second, { speed: [{ ...one, environment }] })])).toBe('shard-wrong')
  })

  test('when it measured a variant that is another one here', async () => {
    const source = text().replace('  benchmark:', '  optimize: { variants: [graph] }\n  benchmark:')
    const shards = await Promise.all(places.map((shard) => shardOf(shard, source)))
    expect(await refusal(shards, source)).toBeUndefined()
    const [first = '', second = ''] = shards.map((shard) =>
      withMeasurements(shard, {
        contenders: parseShard(shard, '').products.measurements.contenders.map((each) =>
          each.role === 'variant' ? { ...each, model: { ...each.model, sha256: 'f'.repeat(64) } } : each,
        ),
      }),
    )
    expect(await refusal([first, second], source)).toBe('shard-subject-differs')
  })

  test('when it was not measured in one environment, or says it was in another than it was', async () => {
    const [first = '', second = ''] = await quickShards()
    const [own] = parseShard(second, '').products.measurements.environments
    const other = { ...own, cpu: 'another' }
    expect(await refusal([first, withMeasurements(second, { environments: [own, own] })])).toBe('shard-wrong')
    expect(await refusal([first, withMeasurements(second, { environments: [] })])).toBe('shard-wrong')
    expect(await refusal([first, withMeasurements(second, { environments: [other] })])).toBe('shard-wrong')
  })

  test.each([
    ['no JSON', 'root:x:0:0'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['of another schema', '{"schema":"airworthy.shard/9"}'],
    ['nested without end', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['an object that is its own prototype', '{"__proto__":{"schema":"airworthy.shard/1"}}'],
  ])('when it is %s', async (_, hostile) => {
    const { world } = await at(text())
    const folder = await downloaded(world, [hostile])
    const thrown = await readShards([folder], world).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'shard-wrong' })
    expect((thrown as UserError).message).not.toContain('root:')
  })

  test('when members are nested without end, or names are no names', async () => {
    const [first = ''] = await quickShards()
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    const nested = first.replace('"products":{', `"extra":${deep},"products":{`)
    expect(() => parseShard(nested, 'shard.json')).toThrow(/nested too deeply/)
    for (const shard of ['../x', 'a b', '', 'A', '\u001b[2J'])
      expect(() =>
        parseShard(
          changed(first, (value) => ({ ...value, shard })),
          'f',
        ),
      ).toThrow(/shard: not the name/)
  })

  test('when there is none, when they are too large, and when a folder has no end', async () => {
    const { world } = await at(text())
    await expect(readShards(['nowhere'], world)).rejects.toMatchObject({ code: 'merge-nothing' })
    await mkdir(path.join(world.cwd, 'empty/folder'), { recursive: true })
    await expect(readShards(['empty'], world)).rejects.toMatchObject({ code: 'merge-nothing' })
    await writeFile(path.join(world.cwd, 'large.json'), '')
    await truncate(path.join(world.cwd, 'large.json'), 257 * 2 ** 20)
    await expect(readShards(['large.json'], world)).rejects.toMatchObject({ code: 'shard-too-large' })
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await symlink('.', path.join(world.cwd, 'empty', name))
    await expect(readShards(['empty'], world)).rejects.toMatchObject({ code: 'shard-wrong' })
  })
})
