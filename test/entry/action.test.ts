import { cp, readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runAction } from '../mini-runner.ts'
import { bundle, testWorld } from '../world.ts'

const action = path.resolve('action.yml')
const main = path.join(bundle, 'action.js')
const digits = path.resolve('pipelines/digits')

/** A pipeline that is quick: the size alone is compared. */
const quick = (candidate: string): string => `pipeline: digits
inputs: { margin: { default: 5% } }
model: { candidate: ${digits}/${candidate}.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  validate: {}
  benchmark: {}
  compare: { metrics: { size: { margin: "\${{ inputs.margin }}" } } }
  gate: {}
`

async function workspace(text: string): Promise<string> {
  const world = await testWorld()
  await world.files.writeText(path.join(world.cwd, 'airworthy.yml'), text)
  return world.cwd
}

test('a passing pipeline: outputs, summary, exit code 0', async () => {
  const at = await workspace(quick('digits-candidate'))
  const { exitCode, outputs, summary, log } = await runAction({ action, main, workspace: at })
  expect(exitCode, log).toBe(0)
  expect(outputs).toMatchObject({ verdict: 'pass', version: '' })
  expect(await readFile(outputs['report'] ?? '', 'utf8')).toMatch(/<html/)
  expect(JSON.parse(await readFile(outputs['report-json'] ?? '', 'utf8'))).toMatchObject({ outcome: 'pass' })
  expect(summary).toMatch(/^### ✓ Pass: size/)
  expect(summary).toContain('size')
})

test('a failing one: exit code 1, and the summary all the same', async () => {
  const { exitCode, outputs, summary } = await runAction({
    action,
    main,
    workspace: await workspace(quick('digits-regression')),
    inputs: { inputs: 'margin=0%' },
  })
  expect([exitCode, outputs['verdict']]).toEqual([1, 'fail'])
  expect(summary).toContain('size')
})

test('a wrong pipeline: an annotation at its line, exit code 2', async () => {
  const { exitCode, log, outputs } = await runAction({
    action,
    main,
    workspace: await workspace(quick('digits-candidate').replace('gate', 'gaet')),
  })
  expect([exitCode, outputs['verdict']]).toEqual([2, 'error'])
  expect(log).toMatch(/::error title=stage-kind-unknown,file=.*airworthy\.yml,line=8,col=3::/)
})

test('a matrix: each job measures a shard, the last one joins them', async () => {
  const text = quick('digits-candidate').replace(
    'benchmark: {}',
    'benchmark: { scenarios: [{ batch: 1 }, { batch: 8, runner: arm }] }',
  )
  const judging = await workspace(text)
  for (const shard of ['default', 'arm']) {
    const measured = await runAction({ action, main, workspace: await workspace(text), inputs: { shard } })
    expect([measured.exitCode, measured.outputs['verdict']], measured.log).toEqual([0, 'measured'])
    await cp(measured.outputs['shard'] ?? '', path.join(judging, 'shards', `shard-${shard}`, 'shard.json'))
  }
  const { exitCode, outputs, log } = await runAction({ action, main, workspace: judging, inputs: { merge: 'shards' } })
  expect([exitCode, outputs['verdict'], outputs['shard']], log).toEqual([0, 'pass', ''])
  expect(JSON.parse(await readFile(outputs['evidence'] ?? '', 'utf8'))).toMatchObject({
    schema: 'airworthy.evidence/2',
  })
  const inputs = { merge: 'shards/shard-arm', shard: '' }
  const partial = await runAction({ action, main, workspace: judging, inputs })
  expect([partial.exitCode, partial.log]).toEqual([2, expect.stringContaining('title=shard-missing::')])
  const both = await runAction({ action, main, workspace: judging, inputs: { ...inputs, shard: 'arm' } })
  expect([both.exitCode, both.log]).toEqual([2, expect.stringContaining('title=argument-wrong::')])
}, 60_000)

test('wrong inputs are told', async () => {
  const at = await workspace(quick('digits-candidate'))
  expect((await runAction({ action, main, workspace: at, inputs: { 'fail-on': 'never' } })).log).toContain(
    'argument-wrong',
  )
  expect((await runAction({ action, main, workspace: at, inputs: { inputs: 'nonsense' } })).exitCode).toBe(2)
})

test("a fork's pull request releases nothing", async () => {
  const text = `${quick('digits-candidate')}  release: {}\n`.replace('stages:', 'registry: { scratch: true }\nstages:')
  const payload = {
    pull_request: { head: { repo: { full_name: 'stranger/fork' } }, base: { repo: { full_name: 'owner/repository' } } },
  }
  const at = await workspace(text)
  const { exitCode, outputs, summary } = await runAction({
    action,
    main,
    workspace: at,
    event: { name: 'pull_request', payload },
  })
  expect([exitCode, outputs['verdict'], outputs['version']]).toEqual([0, 'pass', ''])
  expect(summary).toContain('fork')
  const own = {
    pull_request: {
      head: { repo: { full_name: 'owner/repository' } },
      base: { repo: { full_name: 'owner/repository' } },
    },
  }
  expect(
    (await runAction({ action, main, workspace: at, event: { name: 'pull_request', payload: own } })).outputs[
      'version'
    ],
  ).toBe('1.0.0')
})

test('checked out without its packages, it finds onnxruntime where the user works, or says what is missing', async () => {
  const elsewhere = await testWorld()
  const alone = { action: path.join(elsewhere.cwd, 'action.yml'), main: path.join(elsewhere.cwd, 'dist/action.js') }
  await cp(bundle, path.join(elsewhere.cwd, 'dist'), { recursive: true })
  await cp(action, alone.action)
  const at = await workspace(quick('digits-candidate'))
  const without = await runAction({ ...alone, workspace: at })
  expect([without.exitCode, without.outputs['verdict']]).toEqual([2, 'error'])
  expect(without.log).toMatch(
    /title=provider-missing,file=airworthy\.yml,line=5::.*Cannot find module 'onnxruntime-node'/,
  )
  await symlink(path.resolve('node_modules'), path.join(at, 'node_modules'))
  const beside = await runAction({ ...alone, workspace: at })
  expect(beside.exitCode, beside.log).toBe(0)
})

test('secrets are in neither log, outputs nor summary', async () => {
  const at = await workspace(quick('digits-candidate').replace('pipeline: digits', 'pipeline: hunter2-hunter2'))
  const run = await runAction({ action, main, workspace: at, env: { SOME_TOKEN: 'hunter2-hunter2' } })
  expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass'])
  expect(run.masks).toEqual(['hunter2-hunter2'])
  expect(JSON.stringify({ ...run, masks: [] })).not.toContain('hunter2')
})

test('action.yml describes all it takes and gives, and runs on node24', async () => {
  const file = parse(await readFile(action, 'utf8')) as {
    inputs: Record<string, { description?: string }>
    outputs: Record<string, { description?: string }>
    runs: { using: string }
  }
  for (const part of [...Object.values(file.inputs), ...Object.values(file.outputs)])
    expect(part.description?.length).toBeGreaterThan(10)
  expect(file.runs.using).toBe('node24')
})
