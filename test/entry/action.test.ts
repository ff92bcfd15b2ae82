import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { formsOf } from '../../src/world/secrets/forms.ts'
import { runAction } from '../mini-runner.ts'
import { bundle, testWorld } from '../world.ts'

const action = path.resolve('action.yml')
const main = path.join(bundle, 'action.js')
const digits = path.resolve('pipelines/digits')

/** A pipeline that is quick: the size alone is compared. */
const quick = (candidate: string, validate = '{ checks: [graph, interface] }'): string => `pipeline: digits
inputs: { margin: { default: 5% } }
model: { candidate: ${digits}/${candidate}.onnx, production: ${digits}/digits-1.0.0.onnx }
stages:
  validate: ${validate}
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
  const at = await workspace(quick('digits-candidate', '{}'))
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

test('wrong inputs are told', async () => {
  const at = await workspace(quick('digits-candidate'))
  expect((await runAction({ action, main, workspace: at, inputs: { 'fail-on': 'never' } })).log).toContain(
    'argument-wrong',
  )
  expect((await runAction({ action, main, workspace: at, inputs: { inputs: 'nonsense' } })).exitCode).toBe(2)
  expect((await runAction({ action, main, workspace: at, inputs: { offline: 'yes' } })).log).toContain('argument-wrong')
})

test('a pull request releases nothing, of a fork or before it is merged', async () => {
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
  const ofOwn = async (workspaceOf: string) =>
    (await runAction({ action, main, workspace: workspaceOf, event: { name: 'pull_request', payload: own } })).outputs[
      'version'
    ]
  // Nor does one of the repository's own, before it is merged, unless the pipeline says so.
  expect(await ofOwn(at)).toBe('')
  expect(await ofOwn(await workspace(text.replace('release: {}', 'release: { when: { event: pull_request } }')))).toBe(
    '1.0.0',
  )
})

/** The Action as the runner checks it out: action.yml and dist/, and no packages beside them. */
async function checkedOut(): Promise<{ readonly action: string; readonly main: string }> {
  const { cwd } = await testWorld()
  await cp(bundle, path.join(cwd, 'dist'), { recursive: true })
  await cp(action, path.join(cwd, 'action.yml'))
  await cp(path.resolve('package.json'), path.join(cwd, 'package.json'))
  return { action: path.join(cwd, 'action.yml'), main: path.join(cwd, 'dist/action.js') }
}

/** A tool cache that holds the installed onnxruntime, or a binding that no process can load. */
async function toolCache(binding?: string): Promise<string> {
  const { cwd } = await testWorld()
  const native = `bin/napi-v6/${process.platform}/${process.arch}`
  const installed = path.resolve('node_modules/onnxruntime-node')
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as { version: string }
  const entry = path.join(cwd, 'airworthy-onnxruntime', version, process.arch)
  await cp(path.join(installed, 'package.json'), path.join(entry, 'package.json'))
  await cp(path.join(installed, native), path.join(entry, native), { recursive: true })
  if (binding !== undefined) await writeFile(path.join(entry, native, 'onnxruntime_binding.node'), binding)
  await writeFile(`${entry}.complete`, '')
  return cwd
}

/** Programs that the Action can start: an npm that says that it was started, and what is needed to say so. */
async function recordingNpm(): Promise<{ readonly PATH: string; calls(): Promise<string> }> {
  const { cwd } = await testWorld()
  const log = path.join(cwd, 'calls')
  await writeFile(
    path.join(cwd, 'npm'),
    `#!/bin/sh\necho "$@" >>${log}\necho 'npm error no network here' >&2\nexit 1\n`,
    {
      mode: 0o755,
    },
  )
  return { PATH: `${cwd}:${process.env['PATH']}`, calls: () => readFile(log, 'utf8').catch(() => '') }
}

/** Runs a model, and does nothing else. */
const inferring = quick('digits-candidate', '{}').replace(/ {2}benchmark[\s\S]*/, '')

test('checked out without its packages, it runs with the onnxruntime of the tool cache, of the folder that is named, or of where the user works', async () => {
  const alone = await checkedOut()
  const at = await workspace(inferring)
  const env = { RUNNER_TOOL_CACHE: await toolCache() }
  const cached = await runAction({ ...alone, workspace: at, env })
  expect(cached.exitCode, cached.log).toBe(0)
  const elsewhere = await workspace(inferring)
  const named = await runAction({
    ...alone,
    workspace: elsewhere,
    inputs: { onnxruntime: path.resolve('node_modules/onnxruntime-node'), offline: 'true' },
  })
  expect(named.exitCode, named.log).toBe(0)
  const beside = await workspace(inferring)
  await symlink(path.resolve('node_modules'), path.join(beside, 'node_modules'))
  const installed = await runAction({ ...alone, workspace: beside, inputs: { offline: 'true' } })
  expect(installed.exitCode, installed.log).toBe(0)
})

test('where onnxruntime is nowhere it asks npm for it, and offline it says what is missing', async () => {
  const alone = await checkedOut()
  const { PATH, calls } = await recordingNpm()
  const at = await workspace(inferring)
  const offline = await runAction({ ...alone, workspace: at, inputs: { offline: 'true' }, env: { PATH } })
  expect([offline.exitCode, offline.outputs['verdict']]).toEqual([2, 'error'])
  expect(offline.log).toMatch(
    /title=runtime-missing,file=airworthy\.yml,line=5::.*Looked for here: AIRWORTHY_ORT: it is not set; .*dist.native/,
  )
  expect(await calls()).toBe('')
  const asked = await runAction({ ...alone, workspace: at, env: { PATH } })
  expect(asked.log).toMatch(/^Downloading onnxruntime-node /m)
  expect(asked.log).toMatch(/title=runtime-download,file=airworthy\.yml,line=5::.*npm says: no network here/)
  expect(await calls()).toMatch(/^pack onnxruntime-node@\S+ --pack-destination \S+ --ignore-scripts/)
})

test('a run that infers nothing loads nothing and downloads nothing', async () => {
  const alone = await checkedOut()
  const { PATH, calls } = await recordingNpm()
  const text = inferring.replace('{}', '{ checks: [graph, interface, safety] }')
  const nowhere = await runAction({ ...alone, workspace: await workspace(text), env: { PATH } })
  expect(nowhere.exitCode, nowhere.log).toBe(0)
  expect(await calls()).toBe('')
  const env = { PATH, RUNNER_TOOL_CACHE: await toolCache('no library') }
  const unused = await runAction({ ...alone, workspace: await workspace(text), env })
  expect(unused.exitCode, unused.log).toBe(0)
  const used = await runAction({ ...alone, workspace: await workspace(inferring), env })
  expect(used.log).toMatch(/title=runtime-changed,file=airworthy\.yml,line=5::.*SHA-256 of onnxruntime_binding\.node/)
})

test('secrets are in neither log, outputs nor summary', async () => {
  const at = await workspace(quick('digits-candidate').replace('pipeline: digits', 'pipeline: hunter2-hunter2'))
  const run = await runAction({ action, main, workspace: at, env: { SOME_TOKEN: 'hunter2-hunter2' } })
  expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass'])
  // In every form, and nothing else.
  expect(run.masks[0]).toBe('hunter2-hunter2')
  expect(run.masks.toSorted()).toEqual([...new Set(formsOf('hunter2-hunter2'))].toSorted())
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
