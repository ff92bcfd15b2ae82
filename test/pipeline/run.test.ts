import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { UserError } from '../../src/core/errors/index.ts'
import { portError } from '../../src/core/errors/ports.ts'
import type { Decision, Validation } from '../../src/core/products/index.ts'
import { defineStage, type StageKind } from '../../src/core/stage.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { World } from '../../src/core/world.ts'
import { type Pipeline, pipelineOf } from '../../src/pipeline/load.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { testWorld } from '../world.ts'

/** What the stages of these tests did, in order. */
let log: string[] = []
/** What makes a stage stop short, by stage name: set by a test. */
let trouble: Record<string, () => Promise<unknown> | unknown> = {}

beforeEach(() => {
  log = []
  trouble = {}
})

const validation = (word: string): Validation => ({
  checks: [],
  summary: {
    irVersion: 8,
    opset: {},
    producer: word,
    nodes: 0,
    operators: {},
    parameters: 0,
    bytes: 0,
    inputs: [],
    outputs: [],
  },
})

/** A stage that judges as it is told. */
const say: StageKind = defineStage({
  name: 'say',
  summary: 'Says what it is told.',
  effects: 'none',
  needs: ['subject'],
  wants: ['validation'],
  gives: 'validation',
  settings: z.strictObject({
    word: z.string().default('nothing'),
    verdict: z.enum(['pass', 'fail', 'inconclusive']).optional(),
  }),
  example: '{ word: hello }',
  async run({ settings, given, tools }) {
    log.push(`${tools.stage}: ${settings.word} after ${given.validation?.summary.producer ?? 'nobody'}`)
    await trouble[tools.stage]?.()
    return { product: validation(settings.word), verdict: settings.verdict, summary: `said ${settings.word}` }
  },
})

/** A stage that measures: it saves each of three steps and goes on from what it saved. */
const measure: StageKind = defineStage({
  name: 'measure',
  summary: 'Counts to three.',
  effects: 'files',
  measures: true,
  needs: ['subject'],
  gives: 'validation',
  settings: z.strictObject({}),
  example: '{}',
  async run({ tools }) {
    for (let step = (await tools.checkpoint.read()).length; step < 3; step++) {
      await trouble[`${tools.stage} ${step}`]?.()
      log.push(`${tools.stage}: step ${step}`)
      await tools.checkpoint.append(step)
    }
    return { product: validation('counted'), summary: `counted ${(await tools.checkpoint.read()).join(' ')}` }
  },
})

/** A stage that acts on the world outside. */
const act: StageKind = defineStage({
  name: 'act',
  summary: 'Acts.',
  effects: 'remote',
  runsUserCode: () => false,
  needs: ['subject'],
  gives: 'decision',
  settings: z.strictObject({}),
  example: '{}',
  async run({ tools }) {
    log.push(`${tools.stage}: acted`)
    await trouble[tools.stage]?.()
    return { product: { verdict: 'pass', reasons: [], sentence: 'acted' } satisfies Decision, summary: 'acted' }
  },
})

const hooked: StageKind = defineStage({
  name: 'hooked',
  summary: 'Runs code of the user.',
  effects: 'none',
  runsUserCode: () => true,
  needs: ['subject'],
  gives: 'validation',
  settings: z.strictObject({}),
  example: '{}',
  run: async () => ({ product: validation('hooked'), summary: 'ran it' }),
})

/** A stage whose product is its verdict. */
const judge: StageKind = defineStage({
  name: 'judge',
  summary: 'Judges as it is told.',
  effects: 'none',
  needs: ['subject'],
  gives: 'decision',
  verdictOf: ({ verdict }) => verdict,
  settings: z.strictObject({ verdict: z.enum(['pass', 'fail', 'inconclusive']) }),
  example: '{ verdict: pass }',
  async run({ settings: { verdict }, tools }) {
    log.push(`${tools.stage}: judged`)
    return { product: { verdict, reasons: [], sentence: '' }, verdict: 'pass', summary: 'judged' }
  },
})

async function prepared(
  stages: object,
  options: Partial<WorldOptions> = {},
): Promise<{ pipeline: Pipeline; world: World; go: (more?: RunOptions) => ReturnType<typeof run> }> {
  const world = await testWorld(options)
  await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
  const pipeline = remake(world, stages)
  return { pipeline, world, go: (more = {}) => run(pipeline, world, more) }
}

function remake(world: World, stages: object): Pipeline {
  const value = { pipeline: 'p', model: { candidate: 'm.onnx', production: 'm.onnx' }, stages }
  return pipelineOf(value, world.cwd, world, { kinds: [say, judge, measure, act, hooked] })
}

describe('the order', () => {
  test('is that of the file, and each stage is given the product of the nearest one before', async () => {
    const { go } = await prepared({
      one: { kind: 'say', word: 'a' },
      two: { kind: 'say', word: 'b' },
      three: { kind: 'say', word: 'c', needs: ['one'] },
    })
    const report = await go()
    expect(log.sort()).toEqual(['one: a after nobody', 'three: c after a', 'two: b after a'])
    expect(report.stages.map((stage) => stage.status)).toEqual(['done', 'done', 'done'])
  })
})

describe('how it ends', () => {
  const cases: readonly [string, readonly (Verdict | undefined)[], number][] = [
    ['pass', ['pass', 'pass'], 0],
    ['fail', ['pass', 'fail'], 1],
    ['inconclusive', ['inconclusive', 'pass'], 3],
    ['inconclusive', [undefined, undefined], 3],
  ]
  test.each(cases)('%s for %j', async (outcome, verdicts, exitCode) => {
    const stages = Object.fromEntries(
      verdicts.map((verdict, i) => [`s${i}`, { kind: 'say', ...(verdict === undefined ? {} : { verdict }) }]),
    )
    const { go } = await prepared(stages)
    expect(await go()).toMatchObject({ outcome, exitCode })
  })

  test('a stage that did not pass stops those that need it, and no others', async () => {
    const { go } = await prepared({
      gate: { kind: 'say', verdict: 'fail' },
      beside: { kind: 'say', needs: [] },
      after: { kind: 'act', needs: ['gate', 'beside'] },
    })
    const report = await go()
    expect(report.stages.map((stage) => stage.status)).toEqual(['fail', 'done', 'skipped'])
    expect(log).not.toContain('after: acted')
  })

  test('a mistake of the user is told in the report, exit code 2; a defect of ours is exit code 70', async () => {
    const { go } = await prepared({ one: { kind: 'say' }, two: { kind: 'say' } })
    trouble['one'] = () => Promise.reject(portError('file-missing', { path: '/no' }))
    const report = await go()
    expect([report.outcome, report.exitCode]).toEqual(['error', 2])
    expect(report.stages[0]?.problems[0]?.code).toBe('file-missing')
    expect(report.stages[1]?.status).toBe('skipped')
    trouble['one'] = () => Promise.reject(new TypeError('oops'))
    expect((await go()).exitCode).toBe(70)
    trouble['one'] = () => Promise.reject('not even an error')
    expect((await go()).exitCode).toBe(70)
  })

  test('a stage that takes too long is ended', async () => {
    const { go } = await prepared({ one: { kind: 'say', timeout: '50ms' } })
    trouble['one'] = () => new Promise(() => {})
    const report = await go()
    expect(report.stages[0]?.problems[0]?.code).toBe('stage-timeout')
    expect(report.exitCode).toBe(2)
  })

  test.each(['25d', '50d', '100000d'])('a stage may take %s: no timer of Node waits that long', async (timeout) => {
    const { go } = await prepared({ one: { kind: 'say', timeout } })
    let ended = false
    trouble['one'] = () => new Promise((resolve) => setTimeout(resolve, 100)).then(() => (ended = true))
    const report = await go()
    expect([ended, report.exitCode, report.stages[0]?.problems]).toEqual([true, 3, []])
  })

  test('cancelled: exit code 130, and nothing more is begun', async () => {
    const { go } = await prepared({ one: { kind: 'say' }, two: { kind: 'act' } })
    const controller = new AbortController()
    trouble['one'] = () => {
      controller.abort()
      throw new Error('aborted')
    }
    const report = await go({ signal: controller.signal })
    expect([report.outcome, report.exitCode]).toEqual(['cancelled', 130])
    expect(log).toEqual(['one: nothing after nobody'])
  })
})

describe('the cache', () => {
  const stages = {
    one: { kind: 'say', word: 'a' },
    two: { kind: 'say', word: 'b', verdict: 'pass' },
    three: { kind: 'act' },
  }

  test('serves what depends on nothing that changed; what acts outside is asked every time', async () => {
    const { go, world } = await prepared(stages)
    await go()
    log = []
    const report = await go()
    expect(log).toEqual(['three: acted'])
    expect(report.stages.map((stage) => stage.status)).toEqual(['cached', 'cached', 'done'])
    const planned = await plan(remake(world, stages), world)
    expect(planned.stages.map((stage) => stage.action)).toEqual(['cached', 'cached', 'run'])
  })

  test('is left aside with --fresh, and where settings or the model changed', async () => {
    const { go, world } = await prepared(stages)
    await go()
    log = []
    await go({ fresh: true })
    expect(log).toHaveLength(3)
    log = []
    await run(remake(world, { ...stages, two: { kind: 'say', word: 'c', verdict: 'pass' } }), world)
    expect(log).toEqual(['two: c after a', 'three: acted'])
    await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'another model')
    log = []
    await go()
    expect(log).toHaveLength(3)
  })

  test('does not serve what was damaged in the store', async () => {
    const { go, world } = await prepared(stages)
    await go()
    const store = path.join(world.cwd, '.airworthy/store')
    for (const folder of await world.files.list(store)) {
      for (const file of await world.files.list(path.join(store, folder)))
        await world.files.writeText(path.join(store, folder, file), '{}')
    }
    log = []
    expect((await go()).exitCode).toBe(0)
    expect(log).toHaveLength(3)
  })
})

describe('a verdict', () => {
  const stages = { one: { kind: 'judge', verdict: 'fail' } }

  test('is the one that the product holds, whatever the record beside it says', async () => {
    const { go, world } = await prepared(stages)
    const first = await go()
    expect([first.outcome, first.exitCode]).toEqual(['fail', 1])
    const runs = path.join(world.cwd, '.airworthy/runs')
    const journal = path.join(runs, first.runId, 'journal.jsonl')
    const text = await world.files.readText(journal)
    expect(text).not.toContain('"verdict"')
    // As an earlier version kept it: no digests, and a verdict beside the product.
    const old = text.replace(/\{"digest":"\w+",/g, '{').replace('"summary":"judged"', '"verdict":"pass",$&')
    await world.files.writeText(journal, old)
    const again = await go({ resume: true })
    expect([again.runId, again.outcome, again.exitCode]).toEqual([first.runId, 'fail', 1])
    log = []
    expect((await go()).outcome).toBe('fail')
    expect(log).toEqual([])
  })

  test('of a damaged record is reached again, and the damage is told', async () => {
    const { go, world } = await prepared(stages)
    await go()
    const [folder = ''] = await world.files.list(path.join(world.cwd, '.airworthy/cache'))
    const [name = ''] = await world.files.list(path.join(world.cwd, '.airworthy/cache', folder))
    const file = path.join(world.cwd, '.airworthy/cache', folder, name)
    await world.files.writeText(file, (await world.files.readText(file)).replace('judged', 'jadged'))
    log = []
    const report = await go()
    expect(report.outcome).toBe('fail')
    expect(log).toEqual(['one: judged'])
    expect(report.stages[0]?.warnings).toEqual([
      expect.objectContaining({ code: 'kept-damaged', message: expect.stringContaining(` ${file} is not what`) }),
    ])
    expect((await go()).stages[0]?.warnings).toEqual([])
  })
})

describe('what may run where', () => {
  const stages = { one: { kind: 'say', verdict: 'pass' }, two: { kind: 'act' } }
  const fork = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' } } as const

  test('a dry run stops before what acts outside', async () => {
    const { go } = await prepared(stages)
    const report = await go({ dryRun: true })
    expect(report.stages[1]).toMatchObject({ status: 'skipped', summary: 'a dry run stops before it' })
    expect(report.exitCode).toBe(0)
  })

  test("a fork's run never acts outside, and never runs a user's code", async () => {
    const { go } = await prepared(stages, fork)
    expect((await go()).stages[1]).toMatchObject({
      status: 'skipped',
      summary: 'refused: the pull request comes from a fork',
    })
    expect(log).toEqual(['one: nothing after nobody'])
    const other = await prepared({ one: { kind: 'hooked' } }, fork)
    const report = await other.go()
    expect(report.stages[0]?.problems[0]?.code).toBe('untrusted-code')
    expect(report.exitCode).toBe(2)
  })

  test('nothing acts outside before it is merged, unless its when: names the event', async () => {
    const acting = (when: object) => ({ one: { kind: 'say', verdict: 'pass' }, two: { kind: 'act', ...when } })
    const ran = async (stages: object, event: string) =>
      (await (await prepared(stages, { event, branch: 'main' })).go()).stages[1]
    for (const event of ['pull_request', 'merge_group']) {
      expect(await ran(acting({}), event)).toMatchObject({
        status: 'skipped',
        summary: expect.stringContaining(`not on ${event}`),
      })
      // The branch of a pull request is the one that it would change.
      expect(await ran(acting({ when: { branch: 'main' } }), event)).toMatchObject({ status: 'skipped' })
      expect(await ran(acting({ when: { event } }), event)).toMatchObject({ status: 'done' })
    }
    expect(await ran(acting({ when: { branch: 'main' } }), 'push')).toMatchObject({ status: 'done' })
  })

  test('when: leaves a stage out on other events and branches', async () => {
    const only = {
      one: { kind: 'say', verdict: 'pass' },
      two: { kind: 'act', when: { branch: ['main', 'release/*'], event: 'push' } },
    }
    const ran = async (options: Partial<WorldOptions>): Promise<string | undefined> =>
      (await (await prepared(only, options)).go()).stages[1]?.status
    expect(await ran({ event: 'push', branch: 'release/7' })).toBe('done')
    expect(await ran({ event: 'push', branch: 'feature' })).toBe('skipped')
    expect(await ran({ event: 'pull_request', branch: 'main' })).toBe('skipped')
  })
})

describe('resuming', () => {
  const stages = { one: { kind: 'say', word: 'a', verdict: 'pass' }, two: { kind: 'measure' }, three: { kind: 'act' } }

  test('goes on after what finished, and inside what saved its steps', async () => {
    const { go } = await prepared(stages)
    trouble['two 2'] = () => Promise.reject(portError('file-missing', { path: '/no' }))
    expect((await go()).exitCode).toBe(2)
    expect(log).toEqual(['one: a after nobody', 'two: step 0', 'two: step 1'])
    trouble = {}
    log = []
    const report = await go({ resume: true })
    expect(log).toEqual(['two: step 2', 'three: acted'])
    expect(report.exitCode).toBe(0)
    expect(report.stages[1]?.summary).toBe('counted 0 1 2')
  })

  test('a run that is complete is shown again, and acts no more', async () => {
    const { go } = await prepared(stages)
    const first = await go()
    log = []
    const again = await go({ resume: true })
    expect(log).toEqual([])
    expect([again.runId, again.outcome]).toEqual([first.runId, first.outcome])
  })

  test('is about what it began with, or is refused', async () => {
    const { go, world } = await prepared(stages)
    trouble['two 2'] = () => Promise.reject(portError('file-missing', { path: '/no' }))
    const { runId } = await go()
    trouble = {}
    const journal = await world.files.readText(path.join(world.cwd, '.airworthy/runs', runId, 'journal.jsonl'))
    const [, subject = ''] = /"event":"subject","product":"(\w+)"/.exec(journal) ?? []
    await world.files.writeText(path.join(world.cwd, '.airworthy/store', subject.slice(0, 2), subject), '{}')
    await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'another model')
    await expect(go({ resume: true })).rejects.toMatchObject({ code: 'artifact-missing' })
    await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
    expect((await go({ resume: true })).exitCode).toBe(0)
  })

  test('refuses another pipeline, another living process, and nothing at all', async () => {
    const { go, world } = await prepared(stages)
    await expect(go({ resume: true })).rejects.toMatchObject({ code: 'resume-nothing' })
    const { runId } = await go()
    await expect(
      run(remake(world, { ...stages, three: { kind: 'say' } }), world, { resume: true }),
    ).rejects.toMatchObject({ code: 'resume-changed' })
    const lock = path.join(world.cwd, '.airworthy/runs', runId, 'lock')
    await world.files.writeText(lock, '1')
    await expect(go({ resume: true })).rejects.toMatchObject({ code: 'run-busy' })
    await world.files.writeText(lock, '999999999')
    expect((await go({ resume: true })).exitCode).toBe(0)
  })
})

test('a full disk is an error that loses nothing: the run goes on when there is space', async () => {
  const { pipeline, world } = await prepared({
    one: { kind: 'say', verdict: 'pass' },
    two: { kind: 'say', verdict: 'pass' },
  })
  let full = false
  const guard =
    <Args extends readonly unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      full ? Promise.reject(portError('disk-full', { path: String(args[0]) })) : write(...args)
  const { files } = world
  const small: World = {
    ...world,
    files: {
      ...files,
      write: guard(files.write),
      writeText: guard(files.writeText),
      appendLine: guard(files.appendLine),
      copy: guard(files.copy),
    },
  }
  trouble['two'] = () => {
    full = true
  }
  const failed = await run(pipeline, small).catch((thrown: unknown) => thrown)
  const code =
    failed instanceof UserError ? failed.code : (failed as Awaited<ReturnType<typeof run>>).stages[1]?.problems[0]?.code
  expect(code).toBe('disk-full')
  full = false
  trouble = {}
  log = []
  const report = await run(pipeline, world, { resume: true })
  expect(report.exitCode).toBe(0)
  expect(log).toEqual(['two: nothing after nothing'])
})

test('secrets do not reach anything that is written', async () => {
  const { go, world } = await prepared(
    { one: { kind: 'say', word: 'the token is s3cr3t-s3cr3t', verdict: 'pass' } },
    { env: { MY_TOKEN: 's3cr3t-s3cr3t' } },
  )
  await go()
  const found = await world.processes.run('grep', ['-r', 's3cr3t', path.join(world.cwd, '.airworthy')])
  expect(found.stdout).toBe('')
})

test('what a pipeline calls a secret is one, whatever its name', async () => {
  const world = await testWorld({ env: { INNOCENT: 'open-sesame' } })
  await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
  const stages = { one: { kind: 'say', word: 'it is open-sesame', verdict: 'pass' } }
  const value = { pipeline: 'p', model: { candidate: 'm.onnx', production: 'm.onnx' }, secrets: ['INNOCENT'], stages }
  await run(pipelineOf(value, world.cwd, world, { kinds: [say] }), world)
  const found = await world.processes.run('grep', ['-rl', 'open-sesame', path.join(world.cwd, '.airworthy')])
  expect(found.stdout).toBe('')
})

test('a missing model is told with its place in the file', async () => {
  const world = await testWorld()
  const pipeline = pipelineOf(
    { pipeline: 'p', model: { candidate: 'no.onnx' }, stages: { one: { kind: 'say' } } },
    world.cwd,
    world,
    { kinds: [say] },
  )
  await expect(run(pipeline, world)).rejects.toMatchObject({ code: 'model-missing' })
})
