import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readReport } from '../../src/entry/action/read-report.ts'
import { artifactOf } from '../../src/github/artifact.ts'
import { dispatchEvent, dispatchOnTag, dispatchWorkflow } from '../../src/github/dispatch.ts'
import { endedRun, pullRequestOf } from '../../src/github/pull-request.ts'
import { renderMarkdown } from '../../src/report/index.ts'
import { renderJson } from '../../src/report/json.ts'
import { errored, failed, hostileRun, inconclusive, passed } from '../report/fixtures.ts'
import { codeOf, product } from './product.ts'
import { start } from './start.ts'

const sha = 'a'.repeat(40)
const workflows = [{ file: 'airworthy.yml', on: ['pull_request'] }]
const run = (files: Readonly<Record<string, string>> | Uint8Array, name = 'airworthy-report') => ({
  id: 55,
  workflow: 'airworthy.yml',
  event: 'pull_request',
  headSha: sha,
  headBranch: 'patch',
  headRepository: 'stranger/models',
  artifacts: [{ name, files }],
})

test('an artifact is read by name; what is not there or not an archive is told', async () => {
  const github = await start({ workflows, runs: [run({ 'report.json': '{"a":1}', 'deep/er.txt': 'x' })] })
  const files = await artifactOf(product(github), 55, 'airworthy-report')
  expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['report.json', '{"a":1}'],
    ['deep/er.txt', 'x'],
  ])
  expect(await codeOf(artifactOf(product(github), 55, 'other'))).toBe('download-missing')
  expect(github.violations).toEqual([])
})

const hostile: Readonly<Record<string, Uint8Array>> = {
  'no archive': new TextEncoder().encode('PK but not really'),
  'a name that leads out': zipSync({ '../../report.json': new Uint8Array(1) }),
  'an absolute name': zipSync({ '/etc/report.json': new Uint8Array(1) }),
  'a bomb': zipSync({ 'report.json': new Uint8Array(10_000_000) }, { level: 9 }),
  'too many files': zipSync(Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`f${at}`, new Uint8Array(0)]))),
  'changed on its way': changed(
    zipSync({ 'report.json': new TextEncoder().encode('{"passed":0}') }, { level: 0 }),
    '0',
    '1',
  ),
  'half of one': zipSync({ 'report.json': crypto.getRandomValues(new Uint8Array(60_000)) }).subarray(0, 40_000),
}

function changed(archive: Uint8Array, from: string, to: string): Uint8Array {
  const at = archive.indexOf(from.charCodeAt(0), archive.indexOf('{'.charCodeAt(0)))
  return archive.with(at, to.charCodeAt(0))
}

test.each(Object.entries(hostile))('an artifact that is %s is refused', async (_, bytes) => {
  const github = await start({ workflows, runs: [run(bytes)] })
  expect(await codeOf(artifactOf(product(github), 55, 'airworthy-report'))).toBe('download-refused')
})

test('the pull request is the open one with this head in this repository, and no other', async () => {
  const github = await start({
    pulls: [
      { number: 1, head: { sha: 'b'.repeat(40), ref: 'patch', repository: 'stranger/models' } },
      { number: 2, head: { sha, ref: 'patch', repository: 'other/models' } },
      { number: 3, head: { sha, ref: 'patch', repository: 'stranger/models' }, state: 'closed' },
      { number: 4, head: { sha, ref: 'patch', repository: 'stranger/models' } },
    ],
  })
  const payload = (name: string) => ({
    workflow_run: {
      id: 55,
      run_attempt: 1,
      head_sha: sha,
      head_branch: 'patch',
      pull_requests: [{ number: 2 }],
      head_repository: { id: github.state.forks.get(name), full_name: name, owner: { login: name.split('/')[0] } },
    },
  })
  const ended = endedRun(payload('stranger/models'))
  expect(ended).toMatchObject({ id: 55, commit: sha })
  expect(ended && (await pullRequestOf(product(github), ended))).toBe(4)
  expect(
    endedRun({ workflow_run: { ...payload('stranger/models').workflow_run, head_sha: '; rm -rf' } }),
  ).toBeUndefined()
  expect(endedRun({})).toBeUndefined()
  expect(ended && (await pullRequestOf(product(github), { ...ended, commit: 'c'.repeat(40) }))).toBeUndefined()
})

test.each(Object.entries({ passed, failed, inconclusive, errored }))(
  'the report of a run that has %s says in a comment what it said there, but for what only the repository does',
  (_, made) => {
    const { release: _release, rollout: _rollout, ...report } = { ...made(), next: [] }
    const read = readReport('airworthy-report', new TextEncoder().encode(renderJson(made())))
    expect(renderMarkdown(read)).toBe(renderMarkdown(report))
    expect(read).not.toHaveProperty('release')
  },
)

test('a hostile report is read as data, or refused', () => {
  const text = renderJson(hostileRun())
  const refused = (json: string) => () => readReport('airworthy-report', new TextEncoder().encode(json))
  expect(refused(text)).toThrow(/look at pipeline.sha256/)
  const read = refused(text.replace(/"([0-9a-f]{64})[^"\\]*(?:\\.[^"\\]*)*"/g, '"$1"'))()
  expect(renderMarkdown(read)).toContain('digits')
  expect(renderMarkdown(read)).not.toContain('<iframe')
  for (const bytes of ['{', '{}', '{"schema":"airworthy.report/2"}', '\ufffe'])
    expect(refused(bytes)).toThrow(/airworthy-report/)
})

const since = '2026-01-01T00:00:00Z'

test('a dispatch is sent once, whether or not its answer came', async () => {
  const github = await start({
    workflows: [
      { file: 'deploy.yml', on: ['workflow_dispatch'], inputs: { version: {} } },
      { file: 'tell.yml', on: ['repository_dispatch'] },
    ],
  })
  github.failNext('actions/create-workflow-dispatch', 'cut-after')
  github.failNext('repos/create-dispatch-event', 'cut-after')
  for (let time = 0; time < 2; time++) {
    await dispatchOnTag(product(github), 'deploy.yml', 'main', { version: '1.1.0' })
    await dispatchEvent(product(github), 'released', since, { version: '1.1.0' })
    expect(github.state.dispatches).toMatchObject([{ kind: 'workflow' }, { kind: 'repository' }])
  }
  // What is started on a branch is started each time it is asked for.
  await dispatchWorkflow(product(github), 'deploy.yml', 'main', {})
  await dispatchEvent(product(github), 'retired', since, {})
  await dispatchEvent(product(github), 'released', '2999-01-01T00:00:00Z', {})
  expect(github.state.dispatches).toHaveLength(5)
  expect(github.violations).toEqual([])
})

test('a token that may not list the runs is told what it lacks, and nothing is sent', async () => {
  const github = await start({ tokens: { narrow: { kind: 'installation', permissions: { contents: 'write' } } } })
  await expect(dispatchEvent(product(github, 'narrow'), 'released', since, {})).rejects.toMatchObject({
    code: 'github-refused',
    hint: expect.stringContaining('actions: read'),
  })
  expect(github.state.dispatches).toEqual([])
})

test('dispatches stay within what GitHub takes', async () => {
  const github = await start({
    workflows: [{ file: 'deploy.yml', on: ['workflow_dispatch'], inputs: { version: {} } }],
  })
  await dispatchWorkflow(product(github), 'deploy.yml', 'main', { version: '1.1.0' })
  await dispatchEvent(product(github), 'released', since, { version: '1.1.0' })
  expect(github.state.dispatches).toHaveLength(2)
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`i${at}`, 'x']))
  expect(await codeOf(dispatchWorkflow(product(github), 'deploy.yml', 'main', many(26)))).toBe('dispatch-limit')
  expect(await codeOf(dispatchEvent(product(github), 'released', since, many(11)))).toBe('dispatch-limit')
  expect(await codeOf(dispatchEvent(product(github), 'released', since, { a: 'x'.repeat(70_000) }))).toBe(
    'dispatch-limit',
  )
  expect(await codeOf(dispatchEvent(product(github), 'e'.repeat(101), since, {}))).toBe('dispatch-limit')
  expect(await codeOf(dispatchWorkflow(product(github), 'none.yml', 'main', {}))).toBe('github-refused')
  expect(github.violations).toEqual([])
})
