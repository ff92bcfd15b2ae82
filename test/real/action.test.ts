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

test('the Action runs the quickstart from the committed dist/', async () => {
  const { cwd } = await testWorld()
  const action = path.resolve('action.yml')
  const pipeline = path.resolve('pipelines/quickstart.yml')
  const run = await runAction({ node, action, workspace: cwd, inputs: { pipeline } })
  expect(run.exitCode, run.log).toBe(0)
  expect(run.outputs).toMatchObject({ verdict: 'pass', version: '1.1.0' })
  expect(run.summary).toContain('latency.p50')
})

test('the Action stops a regression', async () => {
  const { cwd } = await testWorld()
  const inputs = { pipeline: path.resolve('pipelines/quickstart-regression.yml') }
  const run = await runAction({ node, action: path.resolve('action.yml'), workspace: cwd, inputs })
  expect(run.exitCode, run.log).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', version: '' })
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
