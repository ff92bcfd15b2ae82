import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Pipeline, pipelineOf } from '../../src/pipeline/load.ts'
import { matrixOf } from '../../src/pipeline/matrix.ts'
import { testWorld } from '../world.ts'

async function pipelineWith(stages: Readonly<Record<string, unknown>>): Promise<Pipeline> {
  const world = await testWorld()
  return pipelineOf({ pipeline: 'p', model: { candidate: 'c.onnx' }, stages }, world.cwd, world)
}

test('one job for each shard, as `strategy: matrix:` takes it; models need not be there yet', async () => {
  const scenarios = [{ batch: [1, 8] }, { provider: 'cuda', runner: ['self-hosted', 't4'] }]
  const pipeline = await pipelineWith({ benchmark: { scenarios } })
  expect(matrixOf(pipeline)).toEqual({
    include: [
      { shard: 'default', 'runs-on': ['ubuntu-latest'], scenarios: 'cpu/b1/t1 cpu/b8/t1' },
      { shard: 'self-hosted__t4', 'runs-on': ['self-hosted', 't4'], scenarios: 'cuda/b1/t1/runner=self-hosted__t4' },
    ],
  })
  expect(matrixOf(pipeline, ['quiet']).include[0]?.['runs-on']).toEqual(['quiet'])
})

test('many scenarios are named by the first of them', async () => {
  const pipeline = await pipelineWith({ benchmark: { scenarios: [{ batch: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }] } })
  expect(matrixOf(pipeline).include[0]?.scenarios).toMatch(/^cpu\/b1\/t1 .* cpu\/b8\/t1 and 2 more$/)
})

test('nothing in it means anything to a shell, YAML or an expression, whatever stands in the file', async () => {
  const nodes = [
    '$(touch /tmp/x)',
    '`id`',
    '{{ secrets.TOKEN }}',
    '"; exit 1 #',
    '\n- name: x',
    "'",
    '\u202e',
    ': &a *a',
  ]
  const options = { 'force-cpu-nodes': nodes }
  const pipeline = await pipelineWith({ benchmark: { scenarios: [{ provider: 'webgpu', options }] } })
  const text = JSON.stringify(matrixOf(pipeline))
  expect(text).toMatch(/^[A-Za-z0-9 ./=_,:[\]{}"-]+$/)
  expect(text).toContain('webgpu/b1/t1/force-cpu-nodes=__touch_/tmp/x_')
})

test('more jobs than GitHub takes, and a pipeline without one benchmark, are refused', async () => {
  const runners = (number: number) => Array.from({ length: number }, (_, at) => ({ runner: `r${at}` }))
  expect(matrixOf(await pipelineWith({ benchmark: { scenarios: runners(256) } })).include).toHaveLength(256)
  const many = await pipelineWith({ benchmark: { scenarios: runners(257) } })
  expect(() => matrixOf(many)).toThrow(expect.objectContaining({ code: 'matrix-too-large' }))
  const none = await pipelineWith({ validate: {} })
  expect(() => matrixOf(none)).toThrow(expect.objectContaining({ code: 'benchmark-unclear' }))
  const two = await pipelineWith({ benchmark: {}, again: { kind: 'benchmark' } })
  expect(() => matrixOf(two)).toThrow(expect.objectContaining({ message: expect.stringContaining('2 stages') }))
})

test('the workflow that the documentation names uses what the Action has, and its scenarios are shards', async () => {
  const action = parse(await readFile('action.yml', 'utf8')) as { inputs: object; outputs: object }
  const page = await readFile('docs/matrix.md', 'utf8')
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => parse(text ?? '') as object)
  expect(page).toContain('(../examples/workflows/matrix.yml)')
  const workflow = parse(await readFile('examples/workflows/matrix.yml', 'utf8')) as {
    jobs: Record<string, { steps: { uses?: string; with?: object }[] }>
  }
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
  const given = steps.flatMap((step) => (step.uses?.startsWith('airworthy/') ? Object.keys(step.with ?? {}) : []))
  expect(given).toEqual(['shard', 'check', 'merge'])
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given))
  expect(Object.keys(action.outputs)).toContain('shard')
  const scenarios = (blocks[0] as { stages: { benchmark: unknown } }).stages.benchmark
  expect(matrixOf(await pipelineWith({ benchmark: scenarios })).include.map(({ shard }) => shard)).toEqual([
    'default',
    'ubuntu-24.04-arm',
    'gpu-t4__self-hosted',
  ])
})
