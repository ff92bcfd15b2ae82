import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../command-line.ts'
import { runAction } from '../mini-runner.ts'
import { testWorld } from '../world.ts'

// The committed dist/, as the runner runs it: on Node 24. AIRWORTHY_NODE24 names the program; `.ci/run` installs one.
const node = process.env['AIRWORTHY_NODE24'] ?? 'node24'

test('is Node 24', async () => {
  expect((await program(node, ['--version'])).out).toMatch(/^v24\./)
})

/** A workspace with the pipelines of this repository, and no commit. */
async function withPipelines(): Promise<string> {
  const { cwd } = await testWorld()
  await cp('pipelines', path.join(cwd, 'pipelines'), {
    recursive: true,
    filter: (file) => !file.includes('.airworthy'),
  })
  return cwd
}

test('the Action runs the quickstart from the committed dist/', async () => {
  const cwd = await withPipelines()
  const inputs = { pipeline: 'pipelines/quickstart.yml' }
  const run = await runAction({ node, action: path.resolve('action.yml'), workspace: cwd, inputs })
  expect(run.exitCode, run.log).toBe(0)
  expect(run.outputs).toMatchObject({ verdict: 'pass', version: '1.1.0' })
  expect(run.summary).toContain('latency.p50')
})

test('the Action stops a regression', async () => {
  const cwd = await withPipelines()
  const inputs = { pipeline: 'pipelines/quickstart-regression.yml' }
  const run = await runAction({ node, action: path.resolve('action.yml'), workspace: cwd, inputs })
  expect(run.exitCode, run.log).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', version: '' })
})

test('a matrix: each job measures a shard, the last one merges them', async () => {
  const digits = path.resolve('pipelines/digits')
  const workspace = async (): Promise<string> => {
    const { cwd } = await testWorld()
    const text = `pipeline: digits
model: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  validate: {}
  benchmark: { scenarios: [{ batch: 1 }, { batch: 8, runner: arm }] }
  compare: { metrics: { size: { margin: 5% } } }
  gate: {}
`
    await writeFile(path.join(cwd, 'airworthy.yml'), text)
    return cwd
  }
  const ran = (at: string, inputs: Readonly<Record<string, string>>) =>
    runAction({ node, action: path.resolve('action.yml'), workspace: at, inputs })
  const judging = await workspace()
  for (const shard of ['default', 'arm']) {
    const measured = await ran(await workspace(), { shard })
    expect([measured.exitCode, measured.outputs['verdict']], measured.log).toEqual([0, 'measured'])
    await cp(measured.outputs['shard'] ?? '', path.join(judging, 'shards', `shard-${shard}`, 'shard.json'))
  }
  const { exitCode, outputs, log } = await ran(judging, { merge: 'shards' })
  expect([exitCode, outputs['verdict'], outputs['shard']], log).toEqual([0, 'pass', ''])
  expect(JSON.parse(await readFile(outputs['evidence'] ?? '', 'utf8'))).toMatchObject({
    schema: 'airworthy.evidence/3',
  })
  const inputs = { merge: 'shards/shard-arm', shard: '' }
  const partial = await ran(judging, inputs)
  expect([partial.exitCode, partial.log]).toEqual([2, expect.stringContaining('title=shard-missing::')])
  const both = await ran(judging, { ...inputs, shard: 'arm' })
  expect([both.exitCode, both.log]).toEqual([2, expect.stringContaining('title=argument-wrong::')])
})

test('the command line runs on Node 24 too', async () => {
  const { cwd } = await testWorld()
  const checked = await program(
    node,
    [path.resolve('dist/cli.js'), 'validate', path.resolve('pipelines/digits/digits-candidate.onnx')],
    { cwd },
  )
  expect(checked.code, checked.err).toBe(0)
})
