import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { writeNpz } from '../../src/data/npz.ts'
import { ofCheckout, runOnGitHub } from '../../src/entry/action/event.ts'
import { loadAllowed } from '../../src/entry/base.ts'
import { processWorld } from '../../src/entry/context.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { Entry, Model, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { load, type Pipeline } from '../../src/pipeline/load.ts'
import { reasonToSkip } from '../../src/pipeline/policy.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { ciFacts, isPrivileged } from '../../src/world/ci.ts'
import { temporaryFolder } from '../folders.ts'
import { product } from '../github/product.ts'
import { firstSha } from '../github/stand-in/seed.ts'
import { start } from '../github/start.ts'
import { withGraph } from '../onnx/models.ts'
import { mergeRequests } from '../world/merge-requests.ts'
import { testWorld } from '../world.ts'
import { type Contents, checkout, digits, loadUnder, models, ofFork, pipelineText, pull } from './stranger.ts'

type Variables = Readonly<Record<string, string>>

const github = { CI: 'true', GITHUB_ACTIONS: 'true' }
const levelOf = (env: Variables, payload?: unknown) => ciFacts(env, payload).trust.level
const onPull = (payload: unknown) => levelOf({ ...github, GITHUB_EVENT_NAME: 'pull_request' }, payload)

/** What becomes of a stage `release` with this `when:` in a run with these variables. */
async function skipped(
  when: string,
  env: Variables,
  payload?: unknown,
  system: Variables = github,
): Promise<string | undefined> {
  const facts = ciFacts({ ...system, ...env }, payload)
  const text = pipelineText(`  release: {${when === '' ? '' : ` when: ${when} `}}\n`, 'registry: { git: . }')
  const pipeline = await load('airworthy.yml', await checkout({ ...models, 'airworthy.yml': text }, facts))
  const release = pipeline.stages.find(({ name }) => name === 'release')
  return release && reasonToSkip(release, pipeline, facts, {})
}

test('a fork of the same name under another owner is not trusted', () => {
  expect(onPull(pull('stranger/models'))).toBe('untrusted')
  expect(onPull(pull('airworthy/models'))).toBe('trusted')
})

test('a fork whose name begins with that of the repository, or contains it, is not trusted', () => {
  for (const name of ['airworthy/models-2', 'airworthy/models/', 'x/airworthy/models', ' airworthy/models'])
    expect(onPull(pull(name))).toBe('untrusted')
})

test('a fork that was deleted since is not trusted', () => {
  expect(onPull(pull(null))).toBe('untrusted')
  expect(onPull({ pull_request: { head: {}, base: {} } })).toBe('untrusted')
})

test('an event of another shape than GitHub gives it is not trusted', () => {
  const strange = [
    undefined,
    null,
    'x',
    [],
    { pull_request: 7 },
    { pull_request: { head: { repo: { full_name: {} } } } },
  ]
  for (const payload of strange) expect(onPull(payload)).toBe('untrusted')
})

test('an event that cannot be read is not trusted', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'half.json'), JSON.stringify(pull('airworthy/models')).slice(0, -1))
  mkdirSync(path.join(folder, 'folder.json'))
  writeFileSync(path.join(folder, 'sound.json'), JSON.stringify(pull('airworthy/models')))
  const levels = ['half.json', 'folder.json', 'absent.json', 'sound.json'].map((name) => {
    for (const [variable, value] of Object.entries({ ...github, GITHUB_EVENT_NAME: 'pull_request' }))
      vi.stubEnv(variable, value)
    vi.stubEnv('GITHUB_EVENT_PATH', path.join(folder, name))
    return processWorld({ cwd: folder }).trust.level
  })
  vi.unstubAllEnvs()
  expect(levels).toEqual(['untrusted', 'untrusted', 'untrusted', 'trusted'])
})

test('an event that nobody has heard of is not trusted, and has the rights of none that is', () => {
  for (const event of ['an_event_to_come', 'constructor', '__proto__', '']) {
    expect(levelOf({ ...github, GITHUB_EVENT_NAME: event })).toBe('untrusted')
    expect(isPrivileged(event)).toBe(true)
  }
})

test('a name that looks like that of a trusted event is not trusted', () => {
  for (const event of ['Push', 'push ', 'push\u200b', 'push\n', 'pusһ', 'push,pull_request_target', 'merge_group2'])
    expect(levelOf({ ...github, GITHUB_EVENT_NAME: event })).toBe('untrusted')
})

test('a variable that names a trusted event makes no run of another CI system trusted', () => {
  for (const ci of [
    { GITLAB_CI: 'true', CI: 'true' },
    { JENKINS_URL: 'https://ci' },
    { CI: 'true' },
    {},
  ] as Variables[])
    for (const more of [{}, { GITHUB_ACTIONS: 'false' }, { GITHUB_ACTIONS: '' }] as Variables[])
      expect(levelOf({ ...ci, ...more, GITHUB_EVENT_NAME: 'push' })).toBe('untrusted')
})

test('the word of another CI system that it is trusted counts for nothing on GitHub', () => {
  const env = { ...github, AIRWORTHY_TRUSTED: 'true', GITHUB_EVENT_NAME: 'pull_request' }
  expect(levelOf(env, pull('stranger/models'))).toBe('untrusted')
  expect(levelOf({ ...env, GITHUB_EVENT_NAME: 'issue_comment' })).toBe('untrusted')
})

test('a CI system that is not known is not trusted, whatever it calls itself', () => {
  for (const env of [
    { CI: '1' },
    { CI: 'yes' },
    { TF_BUILD: 'True' },
    { TEAMCITY_VERSION: '1' },
    { CODEBUILD_BUILD_ID: 'a' },
    { bamboo_planKey: 'a' },
    { GO_PIPELINE_NAME: 'a' },
    { JENKINS_HOME: '/var/lib/jenkins' },
    { PROW_JOB_ID: 'a' },
  ])
    expect(levelOf(env as unknown as Variables)).toBe('untrusted')
})

test('switching CI off makes no pull request of a fork trusted', () => {
  expect(levelOf({ CI: 'false', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' }, pull('a/b'))).toBe(
    'untrusted',
  )
  expect(levelOf({ CI: 'false', GITHUB_EVENT_NAME: 'pull_request_target' })).toBe('untrusted')
})

test('a pull request of a fork releases nothing, though its `when:` names that event', async () => {
  const pullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' }
  expect(await skipped('{ event: pull_request }', pullRequest, pull('stranger/models'))).toMatch(/^refused: .*fork/)
  expect(await skipped('{ event: pull_request }', pullRequest, pull('airworthy/models'))).toBeUndefined()
})

test('a comment on an issue releases nothing, though `when:` names that event', async () => {
  expect(await skipped('{ event: issue_comment }', { GITHUB_EVENT_NAME: 'issue_comment' })).toMatch(/^refused/)
})

test('pull_request_target releases nothing, though `when:` names that event', async () => {
  const env = { GITHUB_EVENT_NAME: 'pull_request_target' }
  expect(await skipped('{ event: pull_request_target }', env, pull('airworthy/models'))).toMatch(/^refused/)
})

test('workflow_run after a run of a fork releases nothing, though `when:` names that event', async () => {
  expect(await skipped('{ event: workflow_run }', { GITHUB_EVENT_NAME: 'workflow_run' })).toMatch(/^refused/)
})

test('starring, forking, editing the wiki or opening a discussion releases nothing', async () => {
  for (const event of ['watch', 'fork', 'gollum', 'discussion'])
    expect(await skipped(`{ event: ${event} }`, { GITHUB_EVENT_NAME: event })).toMatch(/^refused/)
})

test('a tag that is named like the branch releases nothing', async () => {
  const pushed = { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' }
  expect(await skipped('{ branch: main }', { ...pushed, GITHUB_REF_TYPE: 'tag' })).toMatch(/^when: the branch/)
  expect(await skipped('{ branch: main }', { ...pushed, GITHUB_REF_TYPE: 'branch' })).toBeUndefined()
})

test('a pull request from a branch called main, or release/1, is not a run of that branch', async () => {
  const pullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'develop', GITHUB_REF_NAME: '5/merge' }
  for (const name of ['main', 'release/1'])
    expect(
      await skipped(
        '{ branch: [main, release/*] }',
        { ...pullRequest, GITHUB_HEAD_REF: name },
        pull('airworthy/models'),
      ),
    ).toMatch(/^when: the branch is develop/)
})

test('a pull request into a release branch releases nothing before it is merged', async () => {
  const pullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'release/9' }
  expect(await skipped('{ branch: release/* }', pullRequest, pull('airworthy/models'))).toMatch(
    /before anything is merged/,
  )
})

test('a merge queue, whose commit may never be merged, releases nothing', async () => {
  const queue = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF_NAME: 'gh-readonly-queue/main/pr-5-abc' }
  expect(await skipped('', queue)).toMatch(/before anything is merged/)
  expect(await skipped('{ branch: main }', queue)).toMatch(/^when: the branch/)
})

test.each(mergeRequests)(
  'a merge request of another CI releases nothing before it is merged, though its runs are trusted: %s',
  async (_, env) => {
    const trusted = { ...env, AIRWORTHY_TRUSTED: 'true' }
    const elsewhere = (when: string, more: Variables = {}) => skipped(when, { ...trusted, ...more }, undefined, {})
    expect(await elsewhere('')).toMatch(/before anything is merged/)
    expect(await elsewhere('{ branch: main, event: push }')).toMatch(/^when: /)
    expect(await elsewhere('{ event: push }', { GITHUB_REF_NAME: 'main', GITHUB_EVENT_NAME: 'push' })).toMatch(
      /^when: /,
    )
  },
)

test('a run of another CI is of no branch because a variable of GitHub says so', async () => {
  const gitlab = { CI: 'true', GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', AIRWORTHY_TRUSTED: 'true' }
  const elsewhere = (more: Variables) => skipped('{ branch: main, event: push }', { ...gitlab, ...more }, undefined, {})
  expect(await elsewhere({ CI_COMMIT_BRANCH: 'feature', GITHUB_REF_NAME: 'main' })).toMatch(
    /^when: the branch is feature/,
  )
  expect(await elsewhere({ CI_COMMIT_TAG: 'main', GITHUB_REF_NAME: 'main' })).toMatch(/^when: the branch is not known/)
  expect(await elsewhere({ CI_COMMIT_BRANCH: 'main' })).toBeUndefined()
})

const privileged = ['pull_request_target', 'workflow_run', 'issue_comment'] as const
const text = pipelineText()
  .replace('benchmark: {}', 'benchmark: { data: eval }')
  .replace('registry:', 'data: { eval: { from: data/test.npz, inputs: { x: x } } }\nregistry:')
const rows = (value: number) => writeNpz({ x: { type: 'float32', dims: [1], data: Float32Array.of(value) } })
const base: Contents = { ...models, 'airworthy.yml': text, 'data/test.npz': rows(1) }

async function refusalOf(event: string, head: Contents, of: Contents = base): Promise<unknown> {
  expect((await loadUnder(event, of, of)).name).toBe('digits')
  return loadUnder(event, head, of).catch((error: unknown) => error)
}

test('a head that is checked out under pull_request_target brings no pipeline of its own', async () => {
  for (const event of privileged) {
    const head = { ...base, 'airworthy.yml': pipelineText().replace('pipeline: digits', 'pipeline: of-the-stranger') }
    expect((await loadUnder(event, head, base)).name).toBe('digits')
  }
})

test('a pipeline that the repository does not have is not run there', async () => {
  const head = { ...base, 'mine.yml': pipelineText() }
  await expect(loadUnder('pull_request_target', head, base, 'mine.yml')).rejects.toThrow()
  await expect(loadUnder('pull_request_target', head, base, '../mine.yml')).rejects.toMatchObject({
    code: 'argument-wrong',
  })
})

test('a pipeline that is a link in the checkout is not followed there', async () => {
  const { 'airworthy.yml': _, ...rest } = base
  const head = { ...rest, 'mine.yml': pipelineText().replace('digits', 'mine'), 'airworthy.yml': { to: 'mine.yml' } }
  expect((await loadUnder('workflow_run', head, base)).name).toBe('digits')
})

test('other data than the base has make no check green', async () => {
  for (const event of privileged)
    expect(await refusalOf(event, { ...base, 'data/test.npz': rows(2) })).toMatchObject({ code: 'file-of-base' })
})

test('data behind a linked folder are not those of the base', async () => {
  const { 'data/test.npz': _, ...rest } = base
  const head = { ...rest, 'mine/test.npz': rows(2), data: { to: 'mine' } }
  expect(await refusalOf('pull_request_target', head)).toMatchObject({ code: 'file-of-base' })
})

test('another model in production than the base has makes no check green', async () => {
  const head = { ...base, 'old.onnx': digits('digits-regression') }
  expect(await refusalOf('issue_comment', head)).toMatchObject({ code: 'file-of-base' })
})

test('other weights of the model in production make no check green', async () => {
  const { rawData: _, ...rest }: OnnxTensor = tensor('w', 'float32', [3, 2], new Float32Array())
  const weights = { ...rest, dataLocation: 1, externalData: [{ key: 'location', value: 'w.bin' }] }
  const model = writeModel(withGraph({ initializer: [weights] }))
  const of = { ...base, 'old.onnx': model, 'w.bin': new Uint8Array(24) }
  expect(await refusalOf('pull_request_target', { ...of, 'w.bin': new Uint8Array(24).fill(1) }, of)).toMatchObject({
    code: 'file-of-base',
  })
})

test('other golden outputs than the base has make no check green', async () => {
  const golden = text.replace('{ checks: [graph] }', '{ checks: [graph], golden: [{ from: golden.npz }] }')
  const of = { ...base, 'airworthy.yml': golden, 'golden.npz': rows(3) }
  expect(await refusalOf('workflow_run', { ...of, 'golden.npz': rows(4) }, of)).toMatchObject({ code: 'file-of-base' })
})

test('a ledger file that a head brings, or leaves out, says nothing of what is in production', async () => {
  const of = {
    ...base,
    'airworthy.yml': text.replace('{ scratch: true }', '{ file: ledger.jsonl }'),
    'ledger.jsonl': '',
  }
  const { 'ledger.jsonl': _, ...without } = of
  expect(await refusalOf('pull_request_target', { ...of, 'ledger.jsonl': '{}\n' }, of)).toMatchObject({
    code: 'file-of-base',
  })
  expect(await refusalOf('pull_request_target', without, of)).toMatchObject({ code: 'file-missing' })
  expect((await loadUnder('pull_request_target', without, without)).name).toBe('digits')
})

test('without a token to ask for the base with, nothing is run', async () => {
  const facts = ciFacts({ ...github, GITHUB_EVENT_NAME: 'pull_request_target' }, {})
  const world = await checkout(base, facts)
  await expect(loadAllowed('airworthy.yml', world)).rejects.toMatchObject({ code: 'pipeline-of-base' })
})

test('a fork that is left as the remote of the checkout is not asked what is in production', async () => {
  const world = await checkout({}, { ...ofFork, env: { GITHUB_REPOSITORY: 'airworthy/models' } })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: world.cwd })
  git('init', '-q')
  git('remote', 'add', 'origin', 'placeholder')
  const forks = [
    'https://github.com/stranger/models',
    'https://x:y@github.com/Stranger/models.git',
    'git@github.com:stranger/models.git',
    'ssh://git@github.com:22/stranger/models/',
  ]
  for (const url of forks)
    for (const remote of ['origin', undefined]) {
      git('remote', 'set-url', 'origin', url)
      await expect(openGitLedger({ repository: world.cwd, remote }, world)).rejects.toMatchObject({
        code: 'registry-untrusted',
        message: expect.stringContaining('stranger/models'),
      })
    }
  git('remote', 'set-url', 'origin', 'https://github.com/Airworthy/Models.git')
  expect(await (await openGitLedger({ repository: world.cwd }, world)).read()).toEqual([])
})

/** A checkout of three commits, a base and two heads, the event of the first head, and what a check would be of. */
async function heads(event: string) {
  const github = await start({ commits: [{ sha: firstSha }] })
  const world = await testWorld({ trust: { level: 'untrusted', why: 'a test' }, event })
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: world.cwd,
      encoding: 'utf8',
    }).trim()
  git('init', '-q')
  // A graph whose weights are in a file of their own: they make one model another.
  const graph = writeModel(graphWithWeightsIn('model.bin'))
  const commit = (weights: string): string => {
    writeFileSync(path.join(world.cwd, 'model.onnx'), graph)
    writeFileSync(path.join(world.cwd, 'model.bin'), weights)
    git('add', '.')
    git('commit', '-q', '-m', weights)
    const sha = git('rev-parse', 'HEAD')
    github.createCommit({ sha, files: { 'model.onnx': graph, 'model.bin': weights } } as never)
    return sha
  }
  const [base, bad, good] = [commit('base'), commit('bad'), commit('good')]
  const here = runOnGitHub(
    { GITHUB_SHA: base, GITHUB_WORKSPACE: world.cwd },
    { pull_request: { number: 7, head: { sha: bad } } },
  )
  const pipeline = { folder: world.cwd, model: { candidate: 'model.onnx' } } as Pipeline
  const measuredAt = async (head: string, weights?: string): Promise<string | undefined> => {
    git('checkout', '-q', '--force', head)
    if (weights !== undefined) writeFileSync(path.join(world.cwd, 'model.bin'), weights)
    return (await ofCheckout(here, pipeline, { ...world, commit: base, github: product(github) })).commit
  }
  return { base, bad, good, measuredAt }
}

function graphWithWeightsIn(file: string): Model {
  const { rawData: _, ...weight }: OnnxTensor = tensor('w', 'float32', [2], new Float32Array(2))
  const externalData = [{ key: 'location', value: file }] as Entry[]
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('y', 'float32', [2])],
      nodes: [node('Add', ['x', 'w'], ['y'])],
      weights: [{ ...weight, dataLocation: 1, externalData }],
    }),
  })
}

test('a branch that moves on after its event gets no check for what it was before', async () => {
  for (const event of ['pull_request', 'pull_request_target']) {
    const { bad, good, measuredAt } = await heads(event)
    expect(await measuredAt(good)).toBe(good)
    expect(await measuredAt(bad)).toBe(bad)
  }
})

test('a base that is checked out under pull_request_target gives no head a check', async () => {
  const { base, bad, measuredAt } = await heads('pull_request_target')
  expect(await measuredAt(base)).toBeUndefined()
  expect(await measuredAt(base, 'good')).toBeUndefined()
  expect(await measuredAt(base, 'bad')).toBe(bad)
  // There it is the merge of the head into the base.
  const merged = await heads('pull_request')
  expect(await merged.measuredAt(merged.base)).toBe(merged.bad)
})
