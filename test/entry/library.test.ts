import path from 'node:path'
import { expect, test } from 'vitest'
import {
  compare,
  createRegistry,
  createWorldHere,
  defineStage,
  load,
  plan,
  run,
  type Target,
  type TargetKind,
  type VersionTraffic,
  z,
} from '../../src/entry/library.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld)

const digits = path.resolve('pipelines/digits')

test('compare answers for two models', async () => {
  const world = await openWorld()
  const report = await compare(path.join(digits, 'digits-1.0.0.onnx'), path.join(digits, 'digits-candidate.onnx'), {
    metrics: { size: '5%' },
    outputsDiffer: true,
    world,
  })
  expect(report.outcome).toBe('pass')
  expect(report.comparison?.rows).toMatchObject([{ metric: 'size', verdict: 'pass', improved: true }])
  await expect(async () => compare('a', 'b', { metrics: { size: '5 hectares' }, world })).rejects.toMatchObject({
    code: 'pipeline-wrong-value',
  })
})

test('a stage kind from outside is a stage like any other', async () => {
  const world = await openWorld()
  const name = defineStage({
    name: 'name',
    summary: 'Refuses candidates with the wrong name.',
    effects: 'none',
    needs: ['subject'],
    gives: 'decision',
    settings: z.strictObject({ prefix: z.string() }),
    example: '{ prefix: digits- }',
    async run({ settings, given }) {
      const verdict = given.subject.candidate.name.startsWith(settings.prefix) ? 'pass' : 'fail'
      return {
        product: { verdict, reasons: [], sentence: `the name is judged: ${verdict}` },
        verdict,
        summary: `${given.subject.candidate.name}: ${verdict}`,
      }
    },
  })
  await world.files.writeText(
    path.join(world.cwd, 'p.yml'),
    `pipeline: p\nmodel: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }\nstages: { name: { prefix: other- } }\n`,
  )
  const pipeline = await load('p.yml', world, { kinds: [name] })
  expect((await plan(pipeline, world)).stages).toMatchObject([{ name: 'name', action: 'run' }])
  expect(await run(pipeline, world)).toMatchObject({ outcome: 'fail', exitCode: 1 })
  await expect(load('p.yml', world)).rejects.toMatchObject({ code: 'stage-kind-unknown' })
})

test('a target from outside is rolled out on', async () => {
  const world = await openWorld()
  const asked: string[] = []
  const settings = z.strictObject({ where: z.string() })
  const paper: TargetKind = {
    name: 'paper',
    summary: 'Writes down what it is told.',
    settings,
    example: '{ where: desk }',
    make: (raw): Target => {
      const { where } = settings.parse(raw)
      let weight = 0
      const traffic = (share: number): VersionTraffic => ({
        requests: Math.round(20_000 * share),
        errors: 0,
      })
      return {
        describe: `paper on the ${where}`,
        async prepare() {
          asked.push('prepare')
          return 'ready'
        },
        apply: async (next) => {
          weight = next
          asked.push(`apply ${next}`)
        },
        weight: async () => weight,
        restore: async () => {},
        traffic: {
          describe: 'paper',
          since: async () => undefined,
          window: async (span) => ({ ...span, stable: traffic(1 - weight), candidate: traffic(weight) }),
          close: async () => {},
        },
        close: async () => void asked.push('close'),
      }
    },
  }
  await world.files.writeText(
    path.join(world.cwd, 'p.yml'),
    `pipeline: p
model: { candidate: ${digits}/digits-candidate.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: ${digits}/digits-1.0.0.onnx } }
stages:
  benchmark: {}
  compare: { metrics: { size: {} } }
  gate: {}
  release: {}
  rollout: { target: { paper: { where: desk } }, steps: [50%, 100%], bake: 10ms }
`,
  )
  const pipeline = await load('p.yml', world, { targets: [paper] })
  await createRegistry(pipeline, world)
  const report = await run(pipeline, world)
  expect(report.stages.flatMap((stage) => stage.problems)).toEqual([])
  expect(report.rollout).toMatchObject({ outcome: 'promoted' })
  expect(asked.filter((each) => each !== 'prepare')).toEqual(['apply 0.5', 'apply 1', 'close'])
  expect(asked[0]).toBe('prepare')
})

test('the world of a caller starts in the folder it names', () => {
  expect(createWorldHere('/').cwd).toBe('/')
})
