import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { environmentOf } from '../../src/core/environment.ts'
import type { Decision, Measurements } from '../../src/core/products/index.ts'
import { defineStage, type StageKind, type StageTools, type ToolName } from '../../src/core/stage.ts'
import type { World } from '../../src/core/world.ts'
import { pipelineOf } from '../../src/pipeline/load.ts'
import { matrixOf } from '../../src/pipeline/matrix.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import { readShards } from '../../src/pipeline/shard-file.ts'
import { registryError } from '../../src/registry/index.ts'
import { measurements } from '../verdicts/measurements.ts'
import { testWorld } from '../world.ts'

// What a stage kind from outside declares: the engine knows none of these by name.

declare module '../../src/core/products/index.ts' {
  interface Products {
    opinion: { readonly words: string }
  }
}

type Go = (options?: RunOptions) => ReturnType<typeof run>

async function prepared(kinds: readonly StageKind[], stages: object): Promise<{ world: World; go: Go }> {
  const world = await testWorld()
  await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
  const value = { pipeline: 'p', model: { candidate: 'm.onnx', production: 'm.onnx' }, stages }
  return { world, go: (options = {}) => run(pipelineOf(value, world.cwd, world, { kinds }), world, options) }
}

const common: readonly (keyof StageTools)[] = [
  'world',
  'store',
  'checkpoint',
  'signal',
  'runId',
  'stage',
  'waits',
  'leavesOpen',
  'folder',
  'scratch',
  'progress',
]

test.each<readonly [readonly ToolName[]]>([
  [[]],
  [['ledger']],
  [['measurements', 'questions', 'extensions', 'shard', 'override', 'targets', 'ledger']],
])('a stage is given the tools of every stage and those that its kind declares: %j', async (uses) => {
  let given: readonly string[] = []
  const nosy = defineStage({
    name: 'nosy',
    summary: 'Looks at its tools.',
    effects: 'none',
    needs: ['subject'],
    uses,
    gives: 'opinion',
    settings: z.strictObject({}),
    example: '{}',
    async run({ tools }) {
      given = Object.keys(tools)
      return { product: { words: 'seen' }, verdict: 'pass', summary: 'seen' }
    },
  })
  const { go } = await prepared([nosy], { nosy: {} })
  expect((await go()).outcome).toBe('pass')
  expect([...given].sort()).toEqual([...common, ...uses].sort())
})

test('what is not declared is not there for its code either', () => {
  defineStage({
    name: 'sly',
    summary: 'Reads a ledger that it did not ask for.',
    effects: 'none',
    needs: ['subject'],
    uses: ['targets'],
    gives: 'opinion',
    settings: z.strictObject({}),
    example: '{}',
    async run({ tools, given }) {
      // @ts-expect-error the ledger is not declared
      void tools.ledger
      // @ts-expect-error nor is the comparison
      void given.comparison
      return { product: { words: String(tools.targets.length) }, summary: given.subject.model }
    },
  })
})

function speaker(name: string, more: Pick<StageKind, 'concludes' | 'reported'>): StageKind {
  return defineStage({
    name,
    summary: 'Says what it is told.',
    effects: 'none',
    needs: ['subject'],
    gives: 'opinion',
    ...(more.concludes === undefined ? {} : { concludes: more.concludes }),
    reported: more.reported,
    settings: z.strictObject({ words: z.string().default('hm') }),
    example: '{ words: hello }',
    run: async ({ settings: { words } }) => ({ product: { words }, verdict: 'pass', summary: words }),
  })
}

test('the sentence of a run that passed is of the stages that decided, and of the last that says how far it got', async () => {
  const judge = speaker('judge', { concludes: 'decided', reported: false })
  const walk = speaker('walk', { concludes: 'reached', reported: false })
  const chat = speaker('chat', { concludes: undefined, reported: false })
  const stages = {
    chat: { words: 'hello' },
    first: { kind: 'judge', words: 'good' },
    near: { kind: 'walk', words: 'near' },
    second: { kind: 'judge', words: 'very good!' },
    far: { kind: 'walk', words: 'far' },
  }
  const { go } = await prepared([judge, walk, chat], stages)
  expect((await go()).sentence).toBe('good. very good! far.')
  const alone = await prepared([chat], { one: { kind: 'chat', words: 'one' }, two: { kind: 'chat', words: 'two' } })
  expect((await alone.go()).sentence).toBe('one. two.')
})

test('a product has a place in the report where its kind says so, else under the name of its stage', async () => {
  const quiet = await prepared([speaker('chat', { concludes: undefined, reported: false })], { mine: { kind: 'chat' } })
  const report = await quiet.go()
  expect(report.other).toEqual({ mine: { words: 'hm' } })
  expect(report).not.toHaveProperty('opinion')
  const loud = await prepared([speaker('chat', { concludes: undefined, reported: true })], { mine: { kind: 'chat' } })
  expect(await loud.go()).toMatchObject({ opinion: { words: 'hm' }, other: {} })
})

test('a kind leaves evidence in the folder of the run, from what it was given and what it gave, and says what checks it', async () => {
  const judge = defineStage({
    name: 'judge',
    summary: 'Judges.',
    effects: 'none',
    needs: ['subject'],
    wants: ['opinion'],
    gives: 'decision',
    settings: z.strictObject({ mood: z.string() }),
    example: '{ mood: mild }',
    run: async () => {
      const product: Decision = { verdict: 'pass', reasons: [], sentence: 'it may go on' }
      return { product, verdict: 'pass', summary: 'judged' }
    },
    evidence: {
      name: 'judgement',
      file: 'judgement.json',
      check: { command: 'judge --again', what: 'judge it again' },
      of: async ({ settings, given: { subject, opinion } }, { sentence }) => ({
        mood: settings.mood,
        model: subject.model,
        heard: opinion?.words,
        sentence,
      }),
    },
  })
  const stages = { chat: {}, judge: { mood: 'mild' } }
  const { go, world } = await prepared([judge, speaker('chat', { concludes: undefined, reported: false })], stages)
  for (const cached of [false, true]) {
    const { files, next, stages: ended, runId } = await go()
    expect(ended.map(({ status }) => status)).toEqual(cached ? ['cached', 'cached'] : ['pass', 'pass'])
    expect(JSON.parse(await world.files.readText(files['judgement'] ?? ''))).toEqual({
      mood: 'mild',
      model: 'p',
      heard: 'hm',
      sentence: 'it may go on',
    })
    expect(next[0]).toEqual({
      command: `airworthy judge --again .airworthy/runs/${runId}/judgement.json`,
      what: 'judge it again',
    })
  }
})

test('machines share a stage whose kind says how: each runs it with its shard, and its kind merges them', async () => {
  const asked: (string | undefined)[] = []
  const gauge = defineStage({
    name: 'gauge',
    summary: 'Measures in places.',
    effects: 'files',
    measures: true,
    needs: ['subject'],
    uses: ['shard'],
    gives: 'measurements',
    reported: true,
    settings: z.strictObject({ places: z.array(z.string()) }),
    example: '{ places: [here, there] }',
    async run({ tools }) {
      asked.push(tools.shard)
      return { product: made(tools.world), summary: `measured ${tools.shard ?? 'all'}` }
    },
    sharing: {
      shards: ({ places }) => places.map((name) => ({ name, holds: [`${name}/1`, `${name}/2`] })),
      merge: async (_, parts) => ({
        product: (parts[0] as (typeof parts)[number]).measurements,
        summary: `merged ${parts.map(({ shard }) => shard).join(' and ')}`,
      }),
    },
  })
  const stages = { gauge: { places: ['here', 'there'] } }
  const { go, world } = await prepared([gauge], stages)
  const value = { pipeline: 'p', model: { candidate: 'm.onnx', production: 'm.onnx' }, stages }
  expect(matrixOf(pipelineOf(value, world.cwd, world, { kinds: [gauge] })).include).toEqual([
    { shard: 'here', 'runs-on': ['ubuntu-latest'], scenarios: 'here/1 here/2' },
    { shard: 'there', 'runs-on': ['ubuntu-latest'], scenarios: 'there/1 there/2' },
  ])
  const shards: string[] = []
  for (const shard of ['here', 'there']) {
    const report = await go({ shard })
    expect(report.sentence).toBe(
      `Measured shard ${shard}, one of 2: ${shard}/1, ${shard}/2. The verdict follows when all shards are merged.`,
    )
    shards.push(report.files['shard'] ?? '')
  }
  const merged = await go({ merge: await readShards(shards, world) })
  expect(merged.stages[0]?.summary).toBe('merged here and there')
  expect(asked).toEqual(['here', 'there'])
  expect((await go({ fresh: true })).stages[0]?.summary).toBe('measured all')
})

/** Measurements of this machine, made up. */
function made(world: World): Measurements {
  const environment = environmentOf(world.machine)
  const base = measurements({ ratio: 1 })
  return {
    ...base,
    environments: [environment],
    speed: base.speed.map((each) => ({ ...each, environment: environment.fingerprint })),
  }
}

test.each([
  ['its time is up', '100ms', false, 'error', ['stage-timeout', 'ledger-unsettled']],
  ['the run is cancelled', '10m', true, 'cancelled', ['run-cancelled', 'ledger-unsettled']],
])('what a stage could not settle when %s is told as well', async (_, timeout, isCancelled, outcome, codes) => {
  const controller = new AbortController()
  const pushing = defineStage({
    name: 'pushing',
    summary: 'Waits for a remote, and cannot tell what that has recorded.',
    effects: 'none',
    needs: ['subject'],
    gives: 'opinion',
    settings: z.strictObject({}),
    example: '{}',
    async run({ tools: { world, signal } }) {
      if (isCancelled) controller.abort()
      await world.clock.sleep(60_000, signal).catch(() => {})
      const [remote, branch, commit] = ['origin', 'refs/heads/airworthy/ledger', 'c'.repeat(40)]
      throw registryError('ledger-unsettled', { remote, branch, commit, reason: 'it said nothing for 1 s' })
    },
  })
  const { go } = await prepared([pushing], { pushing: { timeout } })
  const report = await go({ signal: controller.signal })
  expect(report.outcome).toBe(outcome)
  expect(report.stages[0]?.problems.map(({ code }) => code)).toEqual(codes)
})

test('the ledger of a stage is waited for as long as the stage may take, with words', async () => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const asking = defineStage({
    name: 'asking',
    summary: 'Reads the ledger.',
    effects: 'none',
    needs: ['subject'],
    uses: ['ledger'],
    gives: 'opinion',
    settings: z.strictObject({}),
    example: '{}',
    async run({ tools }) {
      await tools.ledger.read()
      return { product: { words: 'read' }, summary: 'read' }
    },
  })
  const world = await testWorld()
  await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
  await world.processes.run('git', ['init', '-q', world.cwd])
  const value = {
    pipeline: 'p',
    model: { candidate: 'm.onnx', production: 'm.onnx' },
    registry: { git: '.', remote: `git://127.0.0.1:${port}/x.git`, timeout: '1h' },
    stages: { asking: { timeout: '4500ms' } },
  }
  const said: string[] = []
  const options = { waits: (message: string) => void said.push(message) }
  const report = await run(pipelineOf(value, world.cwd, world, { kinds: [asking] }), world, options)
  expect(report.stages[0]?.problems.map(({ code }) => code)).toEqual(['stage-timeout'])
  expect(said[0]).toMatch(/^waits for git:\/\/127\.0\.0\.1:\d+\/x\.git, 3 s of at most 3600 s$/)
})
